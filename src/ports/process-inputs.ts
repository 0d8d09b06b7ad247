import type { AbsenceFact, AbsenceState } from '../domain/absences/absence-state.js';
import type { BulkMail } from '../domain/calls/bulk-mail.js';
import type { CallFact } from '../domain/calls/call-command.js';
import type { CallState } from '../domain/calls/call-state.js';
import type { SeriesState } from '../domain/calls/series-state.js';
import type { ReviewFact, ReviewState } from '../domain/conduct/review-state.js';
import type { IntroductionFact, IntroductionState } from '../domain/mentors/introduction-state.js';
import type { ReleaseFact, ReleaseState } from '../domain/releases/release-state.js';
import type { RequestFact } from '../domain/requests/command.js';
import type { RequestState } from '../domain/requests/state.js';
import type { Instant } from '../domain/time/instant.js';

/** What could not be recorded though nobody can be told so: it waits, and is neither lost nor tried without end. */
export interface Held<Fact> {
  facts: Fact[];
  /** `state.next` is due and can't be carried out. */
  deadline: boolean;
  until: Instant;
}

/** What one run of a process hands to the next. */
export interface CarriedOver<State, Fact> {
  state: State;
  held?: Held<Fact> | null;
}

/** Lets a workflow continue as new once its history is this long; left out: its own measure. */
interface Length {
  continueAfterEvents?: number;
}

/** What each workflow begins with, by its name. JSON-safe: ids, codes and instants. */
export interface Starts {
  taRequest: { v: 1 } & CarriedOver<RequestState, RequestFact> & Length;
  /** `remindAt` is absent in forms of before there were reminders. */
  submissionExpiry: { v: 1; id: string; remindAt?: string[]; expiresAt: string };
  callSeries: { v: 1 } & CarriedOver<SeriesState, never> & Length;
  callCycle: { v: 1 } & CarriedOver<CallState, CallFact> & Length;
  conductReview: { v: 1 } & CarriedOver<ReviewState, ReviewFact> & Length;
  absence: { v: 1 } & CarriedOver<AbsenceState, AbsenceFact> & Length;
  mentorIntroduction: { v: 1 } & CarriedOver<IntroductionState, IntroductionFact> & Length;
  release: { v: 1 } & CarriedOver<ReleaseState, ReleaseFact> & Length;
  zoomMeeting: { v: 1; callId: string } & Length;
  zoomAttendance: { v: 1; callId: string };
  bulkMail: { v: 1; callId: string; bulk: BulkMail };
  documentScan: { v: 1; documentId: string };
  mailDelivery: { v: 1; messageId: string };
  staffDigest: { v: 1; episode: number; at: Instant } & Length;
  dailyErasure: { v: 1; episode: number; at: Instant } & Length;
  /** `at`: when it is looked at first. */
  privacyRequest: { v: 1; id: string; at: Instant } & Length;
  contactPoll: { v: 1; episode: number } & Length;
  contactPush: { v: 1; subscriptionId: string; seq: number };
  contactRead: { v: 1; contactId: string };
}

/** What can be told to a running workflow, and refused by none. */
export interface Signals {
  requestFact: RequestFact;
  callFact: CallFact;
  reviewFact: ReviewFact;
  absenceFact: AbsenceFact;
  introductionFact: IntroductionFact;
  releaseFact: ReleaseFact;
  meetingChanged: { v: 1 };
  privacyChanged: { v: 1 };
}
