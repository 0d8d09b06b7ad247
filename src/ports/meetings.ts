import type { AttendanceRow } from '../domain/calls/attendance.js';
import type { Instant } from '../domain/time/instant.js';
import type { Outcome } from './outcome.js';

export interface MeetingPlan {
  /** Names the meeting for good: a call's id, or a series with the year. Letters, digits, `-`, `.`, `/`. */
  tag: string;
  topic: string;
  startsAt: Instant;
  zone: string;
  durationMinutes: number;
  /** Null: one call. Else a recurring meeting; registrants sign up once for all of it. At most 60 calls. */
  recurrence: MeetingRecurrence | null;
}

/** Weekday 1 is Sunday, 7 Saturday; ordinal 4 is the fourth of a month, -1 the last. */
export type MeetingRecurrence =
  | { every: 'week'; weekday: number; until: Instant }
  | { every: 'month'; weekday: number; ordinal: number; until: Instant };

/** Ways in which something of a call would be kept. */
export type KeptThing =
  | 'recording'
  | 'meeting-summary'
  | 'ai-questions'
  | 'continuous-chat'
  | 'host-recording'
  | 'host-summary'
  | 'host-ai-questions'
  | 'host-saved-chat';

/** `on` must be empty before a link goes out. `unchecked`: the service didn't say. */
export interface PrivacyReport {
  on: KeptThing[];
  unchecked: KeptThing[];
}

/** What the settings of a meeting and its host say. */
export interface MeetingCheck extends PrivacyReport {
  /** Most people at once, by the host's license; null: the service didn't say. */
  capacity: number | null;
}

export interface Meeting {
  meetingId: string;
  /** For staff and the host; registrants have links of their own. A secret. */
  joinUrl: string;
  privacy: MeetingCheck;
}

export interface NewRegistrant {
  email: string;
  firstName: string;
  lastName: string;
  org?: string;
}

export interface Registrant {
  registrantId: string;
  email: string;
  status: 'approved' | 'pending' | 'denied';
  /** Personal; null until approved. A secret. */
  joinUrl: string | null;
}

/** One stay in the meeting; who came back has several. Zoom at times forgets when somebody left. */
export type ParticipantRow = AttendanceRow;

/** Attendance out of a file. Problems name lines and codes, never what stands there. */
export interface AttendanceFile {
  rows: ParticipantRow[];
  /** `column`: which one stands there twice. */
  problems: { line: number; code: AttendanceProblem; column?: string }[];
}

export type AttendanceProblem =
  | 'unreadable'
  | 'no-header'
  | 'column-twice'
  /** More rows than a call can have had people. */
  | 'too-many'
  /** Exported with "Show unique users": sums without times. */
  | 'no-times'
  | 'bad-time'
  /** A date with the day before the month, or one that may be either. */
  | 'day-first'
  | 'ambiguous-date'
  | 'left-before-joined'
  | 'no-name-or-email';

export interface Meetings {
  /** `manual`: staff make the meeting themselves; everything else here is refused as `not-configured`. */
  readonly kind: 'zoom' | 'manual';
  /** The meeting with this tag, made if there is none; recording, AI and saved chat are switched off and read back. */
  ensureMeeting(plan: MeetingPlan): Promise<Outcome<Meeting>>;
  /** The same check on a meeting that exists, say on the day of the call. */
  checkPrivacy(meetingId: string): Promise<Outcome<MeetingCheck>>;
  /** Moves a meeting, or that occurrence of a recurring one which starts at `from`. Done again, does nothing. */
  moveMeeting(change: {
    meetingId: string;
    from: Instant;
    to: Instant;
    zone: string;
    durationMinutes: number;
  }): Promise<Outcome<null>>;
  /** Deletes a meeting, or one occurrence of a recurring one. Zoom tells nobody. Done again, does nothing. */
  cancelMeeting(change: { meetingId: string; startsAt: Instant }): Promise<Outcome<null>>;
  /** Adds and approves; the same address again yields the same registrant. */
  addRegistrant(
    meetingId: string,
    registrant: NewRegistrant,
  ): Promise<Outcome<{ registrantId: string; joinUrl: string }>>;
  setRegistrantStatus(
    meetingId: string,
    change: { registrantId: string; email: string; action: 'approve' | 'deny' | 'cancel' },
  ): Promise<Outcome<null>>;
  listRegistrants(meetingId: string, status: Registrant['status']): Promise<Outcome<Registrant[]>>;
  /** What took place under a meeting's number. A call that was ended and started again is there twice. */
  instances(meetingId: string): Promise<Outcome<{ meetingUuid: string; startedAt: Instant }[]>>;
  /** Stays, once the meeting has ended. `not-found` for some minutes after the end: nobody was absent for that. */
  participants(meetingUuid: string): Promise<Outcome<ParticipantRow[]>>;
  /** Reads the participants report that a host exports as CSV; its times stand in the host's zone. */
  readReport(report: string | Uint8Array, options: { zone: string; startsAt?: Instant }): AttendanceFile;
}

/**
 * A webhook of Zoom, checked. They come late, twice and in any order: `at` says when it happened, and whatever
 * is kept of them has to come out the same in every order (see `whoIsIn`).
 */
export type ZoomFact = MeetingFact | PresenceFact | KeptFact;

interface OfMeeting {
  meetingId: string;
  meetingUuid: string;
  at: Instant;
}

export interface MeetingFact extends OfMeeting {
  kind: 'meeting-started' | 'meeting-ended';
}

export interface PresenceFact extends OfMeeting {
  kind: 'participant-joined' | 'participant-left';
  /** The same for one person's join and leave. */
  participantId: string;
  registrantId: string | null;
  email: string | null;
  name: string;
}

/** Something is being kept although it was switched off: staff should hear at once. */
export interface KeptFact extends OfMeeting {
  kind: 'being-kept';
  what: 'recording' | 'meeting-summary';
}
