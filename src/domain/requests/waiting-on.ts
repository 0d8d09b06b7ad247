import { isOpen, type RequestStatus } from './statuses.js';

/** Whose move it is; each is a filter of the queue. */
export const WAITING_ON = ['us', 'requester', 'supervisor', 'courses'] as const;
export type WaitingOn = (typeof WAITING_ON)[number];

export interface WaitingFacts {
  status: RequestStatus;
  supervisorUnconfirmed: boolean;
  /** A message to reply to, or a reopening to decide about: a request that ended waits for a word too. */
  asksForAWord: boolean;
}

/**
 * Whom a request waits on; null: on nobody. A supervisor who has not confirmed keeps us from nothing but sending the
 * answer. `usecases/requests/list-filters.ts` asks the same of the database; a test holds the two together.
 */
export function waitingOn({ status, supervisorUnconfirmed, asksForAWord }: WaitingFacts): WaitingOn | null {
  if (status === 'awaiting-prerequisites') return 'courses';
  if (status === 'awaiting-information') return 'requester';
  if (!isOpen(status)) return asksForAWord ? 'us' : null;
  return status === 'in-review' && supervisorUnconfirmed ? 'supervisor' : 'us';
}
