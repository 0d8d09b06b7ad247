import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../domain/people/actor.js';
import type { Submission } from '../../../domain/requests/submission.schema.js';

/** Answers that are kept as they are sent; the others stand together by question. */
type AsSubmitted = Partial<
  Omit<
    Submission,
    | 'requester'
    | 'kind'
    | 'documentKind'
    | 'tVisaRelated'
    | 'facts'
    | 'questions'
    | 'clientAlias'
    | 'courtOrFilingDeadline'
    | 'acknowledgesScope'
  >
>;

/** What somebody has answered so far. Kept sealed on the server for a day, erased on sending or leaving. */
export interface Draft extends AsSubmitted {
  v: 1;
  /** Proves that a sending belongs to this form; the same one twice is the same sending. */
  formToken: string;
  /** Business time. */
  begunAt?: string;
  /** Reference of whoever was signed in when it was saved: for nobody else it is there. */
  of?: string;
  /** Reference of the request that who they are was taken from. */
  takenFrom?: string;
  role?: string;
  details?: {
    name: string;
    email: string;
    organization?: string;
    state?: string;
    licensedIn: string[];
    ovcGrantee: boolean;
  };
  kind?: string;
  document?: { documentKind: string; tVisaRelated?: boolean };
  /** Documents kept with the form; empty: it goes without any. */
  files?: { id: string; name: string; documentKind: string }[];
  facts?: { facts: string; questions: string; clientAlias?: string };
  /** Typed for a call that could not take it; stands among the questions until they are answered. */
  fromCall?: string;
  courtDate?: { has: false } | { has: true; kind: 'court' | 'filing'; date: string };
  /** Where the sending led; a second one is shown the same. All answers are gone by then. */
  sentTo?: string;
}

export function emptyDraft(): Draft {
  return { v: 1, formToken: randomUUID() };
}

/** As it would be sent: a person's own requests go under the address they signed in with, whatever was typed before. */
export function sentBy(draft: Draft, actor: Actor): Draft {
  if (actor.kind !== 'person' || !draft.details) return draft;
  return { ...draft, details: { ...draft.details, email: actor.email } };
}

/** What is left of a draft once it has been sent. */
export function sentDraft(draft: Draft, sentTo: string): Draft {
  return { v: 1, formToken: draft.formToken, sentTo };
}

/** A draft of before 2026-11-28 has the court or filing date under another name. Each is erased after a day. */
export function asSavedNow({ deadline, ...draft }: Draft & { deadline?: Draft['courtDate'] }): Draft {
  return deadline ? { courtDate: deadline, ...draft } : draft;
}
