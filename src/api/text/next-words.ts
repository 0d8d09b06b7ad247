import type { RequestStatus } from '../../domain/requests/statuses.js';

/** Number of the request that goes on for one that was merged, and how that one stands. */
export interface GoesOnAs {
  reference: string;
  status: RequestStatus;
  /** How its supervisor stands. */
  supervisor?: string;
}

/** Facts the sentences speak of, already in words. */
export interface NextWords {
  courses: string;
  /** How many those are. */
  courseCount: number;
  /** The promised day and hour, or null. */
  due: string | null;
  /** That is past. */
  late: boolean;
  /** The court or filing date that makes an earlier day bind; `aim` is null where that day is past already. */
  court: { name: string; date: string; aim: string | null } | null;
  /** New estimate once the promise was missed. */
  estimate: string | null;
  /** When the wait ends by itself. */
  lapses: string | null;
  /** The follow-up question: until when one may be asked, and by when an open one is answered, or was to be. */
  followUpUntil: string | null;
  followUpDue: string | null;
  followUpLate: boolean;
  followUpAnswered: boolean;
  /** The day on which it closes by itself. */
  closes: string | null;
  supervisor: string;
  supervisorRefused: boolean;
  /** Named, and has not said yes or no. */
  supervisorAwaited: boolean;
  status: RequestStatus;
  /** The request that goes on for this one, where it was merged. */
  goesOnAs: GoesOnAs | null;
}
