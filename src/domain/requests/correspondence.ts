import { because, type Problem } from '../result.js';
import type { Instant } from '../time/instant.js';
import { isOpen, type RequestStatus } from './statuses.js';

/**
 * What passes between requester and staff beside the process, comes with it or is taken back: it changes neither status nor
 * clock, so it is recorded at once, whether the workflow runs, has ended, or can't be reached.
 */
export const CORRESPONDENCE_EVENTS = [
  'message-received',
  'message-sent',
  'reopening-asked',
  'reopening-refused',
  'document-added',
  'document-removed',
  'feedback-given',
] as const;
export type CorrespondenceEventType = (typeof CORRESPONDENCE_EVENTS)[number];

/** What else happens beside the process, and only staff see. */
export type BesideEventType = CorrespondenceEventType | 'wall-set' | 'wall-broken';

/** Who wrote it. */
export type CorrespondenceFrom = 'requester' | 'supervisor' | 'staff';

/** Staff who have not looked at what one mail told them of are told anew of later messages after this long. */
export const TOLD_AGAIN_AFTER_MS = 24 * 60 * 60_000;

/** Ended for good: another request goes on instead. */
const NEVER_REOPENED: readonly RequestStatus[] = ['merged'];

/** After the answer, or another end, the requester may ask for a reopening. */
export function mayAskReopening(status: RequestStatus): boolean {
  return !isOpen(status) && !NEVER_REOPENED.includes(status);
}

/** Why a message can't be written now; null when it can. */
export function messageRefusal(status: RequestStatus): Problem | null {
  if (isOpen(status)) return null;
  return mayAskReopening(status) ? because('no-message-ended') : because('no-message-merged');
}

/** Why staff can't reply now; null when they can. What came in while the request was ending still wants a reply. */
export function replyRefusal(status: RequestStatus, messageWaits: boolean): Problem | null {
  if (isOpen(status) || messageWaits) return null;
  return because('no-reply-while', { status });
}

/** Why a reopening can't be asked for now; null when it can. */
export function reopeningRefusal(status: RequestStatus, askedAt: Instant | null): Problem | null {
  if (isOpen(status)) return because('no-reopening-open');
  if (!mayAskReopening(status)) return because('no-reopening-merged');
  return askedAt ? because('reopening-asked-already') : null;
}
