import type { MailKindAbout } from '../mail/kinds.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { Distance } from './distance.js';
import type { RequestState } from './state.js';

/** Who a notice goes to; addresses are looked up when it is written to the mail log. */
export type Recipient =
  | 'requester'
  | 'supervisor'
  | 'assignee'
  /** Whoever has it and is still there, else coordinators. */
  | 'handler'
  | 'draft-author'
  /** Whoever has the follow-up task and is still there, else coordinators. */
  | 'task-assignee'
  | 'coordinators'
  | 'directors';

export type NoticeKind = MailKindAbout<'request'>;

/** A mail an event calls for. Neutral facts only: dates, courses, numbers. */
export interface Notice {
  kind: NoticeKind;
  to: Recipient[];
  cc?: Recipient[];
  /** Where the button leads. */
  link: 'request' | 'staff' | 'supervisor' | 'response';
  dueOn?: IsoDate;
  /** The earlier day we aim for because of a court or filing date; absent when that day is past already. */
  targetOn?: IsoDate;
  /** The court or filing date itself, where it is ahead and comes before the promise. */
  courtOn?: IsoDate;
  estimateOn?: IsoDate;
  courses?: string[];
  /** Materials of the program that staff picked. */
  resources?: string[];
  businessDays?: number;
  /** How far off `dueOn` is on the day it leaves. */
  when?: Distance['when'];
  /** The day on which a waiting request lapses, or an answered one closes. */
  lapseOn?: IsoDate;
  /** A supervisor was named and has yet to confirm: the mail says who. */
  supervisorAsked?: boolean;
  /** The one who was named said no: what is waited for is the name of another. */
  supervisorMissing?: boolean;
  /** It counts for the requests that were merged into this one, too. */
  mergedToo?: true;
  /** A court or filing date that staff changed: what it was, and what it is. Of our own date: what it was. */
  wasOn?: IsoDate;
  isOn?: IsoDate;
  wasDueAt?: Instant;
  /** Whoever gets it was told before, and has not looked since. */
  again?: boolean;
  /** Whose follow-up task it is about. */
  taskOf?: string;
  /** The reviewer who returned a draft changed its text, too. */
  textChanged?: boolean;
  /** What it is about can't wait for the daily digest. */
  urgent?: boolean;
  /** The office closes on the days of an entry, or opens on them after all. */
  closure?: { entryId: string; opens: boolean };
}

export function toRequester(kind: NoticeKind, more: Partial<Notice> = {}): Notice {
  return { kind, to: ['requester'], link: 'request', ...more };
}

export function toStaff(kind: NoticeKind, to: Recipient[], more: Partial<Notice> = {}): Notice {
  return { kind, to, link: 'staff', ...more };
}

/** The supervisor said no. */
export function anotherNeeded({ supervisor }: Pick<RequestState, 'supervisor'>): Partial<Notice> {
  return supervisor === 'refused' ? { supervisorMissing: true } : {};
}
