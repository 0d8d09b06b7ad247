import type { Instant } from '../domain/time/instant.js';
import type { Outcome } from './outcome.js';

export type MayMail = 'yes' | 'no' | 'unknown';

export interface ContactState {
  contactId: string;
  /** Lower case; a merged contact has several. */
  emails: string[];
  /** By address, as a bounce concerns one of them. */
  mayMail: Record<string, 'yes' | 'no'>;
  /** Wants no mail at all, whatever the address. */
  optedOut: boolean;
  updatedAt: Instant;
}

/** What somebody wants of us, to be told where contacts are kept. */
export interface ContactWish {
  email: string;
  name: string;
  /** True asked for, false asked to stop, null said nothing: what stands there stays, a stranger is not made known. */
  emailUpdates: boolean | null;
  /** Mail to the address comes back. */
  bounces?: boolean;
}

/** How often changes are asked for. */
export interface ContactPolling {
  /** False: it was asked lately, by the clock on the wall. */
  mayAsk(): boolean;
  /** Milliseconds to the next time, at least until `retryAt` (wall time). */
  waitMs(retryAt: Instant | null): number;
  /** Milliseconds from now to that instant of wall time. */
  untilMs(retryAt: Instant): number;
}

/** Where "send me email updates" is kept, if not here. */
export interface Contacts {
  readonly kind: 'nationbuilder' | 'none';
  /**
   * Asked right before sending. `unknown`: it can't be read now, so nothing is sent. A stranger is `no`. Consent by
   * another address of the same person counts, and so does their opt-out by it.
   */
  mayMail(email: string, alsoTheirs?: readonly string[]): Promise<MayMail>;
  /** Makes or updates the contact. An opt-out is never overturned: the answer then says `no`. */
  push(
    contact: ContactWish,
  ): Promise<Outcome<{ /** As they are now. */ contacts: ContactState[]; mayMail: 'yes' | 'no' }>>;
  /**
   * Changed contacts in order, some hundreds at once. Ask again from `until`; at once if there are more. Since null:
   * nobody, and where to begin the next time.
   */
  poll(since: Instant | null): Promise<Outcome<{ contacts: ContactState[]; until: Instant; more: boolean }>>;
  /** Everybody with this address. */
  find(email: string): Promise<Outcome<ContactState[]>>;
  /** One contact as it is now; null when it was deleted or merged into another. */
  read(contactId: string): Promise<Outcome<ContactState | null>>;
}

/** Only that a contact changed: its body is not signed, so what changed is read from the nation itself. */
export interface ContactFact {
  kind: 'contact-changed';
  contactId: string;
  /** Id of the delivery that said so. */
  delivery: string;
}
