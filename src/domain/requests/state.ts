import type { Instant, IsoDate } from '../time/instant.js';
import type { ClockEvent } from '../time/types.js';
import type { RequestStatus } from './statuses.js';

export type SupervisorStatus = 'not-needed' | 'unconfirmed' | 'confirmed' | 'refused';

export interface Deadline {
  /** Its row in `DUE`; one that another version planned may have none. */
  kind: string;
  at: Instant;
  /** Which of its kind: days after, business days before, or the step's number. */
  n: number;
}

/** The one follow-up question of an answer. */
export interface FollowUp {
  askedAt: Instant;
  /** Its own clock, on the same calendar. */
  clock: ClockEvent[];
  answeredAt: Instant | null;
  /** The draft of its answer waits for a second person. */
  inReview: boolean;
}

/** How far the end by itself has come. */
export interface Closing {
  /** The requester was told of it then; null: not yet, or what was told no longer holds. */
  toldAt: Instant | null;
  /** Held since then by an asked reopening. */
  heldSince: Instant | null;
  /** Not told before then: a hold ended, or there was no end by itself when it was answered. */
  from: Instant | null;
}

/** A follow-up task of staff: what it is about waits in the database. */
export interface OpenTask {
  id: string;
  /** Which of the episode's; it tells their deadlines apart. */
  n: number;
  assigneeId: string;
  dueOn: IsoDate;
  /** Since when they have it for then: what lay in the past is not reminded of late. */
  since: Instant;
}

/** The process state of one episode of a TA request: JSON-safe, no case facts, no names. */
export interface RequestState {
  v: 1;
  requestId: string;
  episode: number;
  status: RequestStatus;
  /** Number of the last event decided. */
  seq: number;
  openedAt: Instant;
  clock: ClockEvent[];
  promiseBusinessDays: number;
  /** Courses still to be passed before the clock starts. */
  missing: string[];
  supervisor: SupervisorStatus;
  /** When the supervisor named was asked first; absent in states of before: when the episode opened. */
  supervisorAskedAt?: Instant;
  /** Beside another supervisor, an answer of the requester is waited for: they were asked before the supervisor said no. */
  questionWaits?: boolean;
  /** A wait for the requester's information began here. */
  waitingSince: Instant | null;
  assigneeId: string | null;
  assignedAt: Instant | null;
  /** When the court or filing date was last told; warnings already past then are sent once. */
  courtDateSince: Instant;
  extensions: number;
  extensionDays: number;
  /** False in a program with one attorney (`responseReview: optional`). */
  reviewRequired: boolean;
  /** Longest extension staff below director may give, in business days; from the program. */
  maxExtension: number;
  secondExtensionNeedsDirector: boolean;
  draftAuthor: string | null;
  /** The draft under review, then the one that was sent; not told by commands of before. */
  draftId?: string | null;
  /** Staff's word on urgency; null = derived from dates. */
  urgentOverride: boolean | null;
  escalationLevel: number;
  /** When the deadline was last moved by something that is no clock event (a merge, the calendar). */
  movedAt: Instant | null;
  /** Steps taken against the deadline `dueAt`; a moved deadline counts anew. */
  pastDue: { dueAt: Instant | null; steps: number };
  /** The question asked after the answer; absent in states of before, and until one is asked. */
  followUp?: FollowUp;
  /** How far the end by itself has come; absent: it was neither told nor held. */
  closing?: Closing;
  /** Follow-up tasks that are not done, oldest first, and how many there were; absent: none yet. */
  tasks?: OpenTask[];
  tasksMade?: number;
  /** Deadlines up to and including this one are done: `<instant>|<kind>|<n>`. */
  cursor: string;
  next: Deadline | null;
  /** Due instant as last computed; null while not started or paused. */
  dueAt: Instant | null;
  /** Ids of the last commands, so that one that reaches two runs is carried out once. */
  handled: string[];
}

/** Sort key of a deadline, comparable with `RequestState.cursor`. */
export function deadlineKey(deadline: Deadline): string {
  return `${deadline.at}|${deadline.kind}|${String(deadline.n).padStart(3, '0')}`;
}

/** What happened, as recorded: codes and ids only. Which kind of event it is, `RequestEvent` says. */
export interface Happened {
  seq: number;
  at: Instant;
  actor: string;
  onBehalfOf: string | null;
  /** Id of the command that caused it; its pending text becomes effective with the event. */
  commandId: string | null;
  data: RequestEventData;
}

/** Codes, numbers and ids that explain an event. */
export interface RequestEventData {
  /** What the event did to the clock. */
  clock?: 'started' | 'paused' | 'resumed' | 'extended' | 'stopped' | 'reset';
  courseId?: string;
  missing?: string[];
  assigneeId?: string;
  /** From whom it is hidden, or was. */
  staffId?: string;
  businessDays?: number;
  to?: string;
  resources?: string[];
  workshop?: string;
  policy?: string;
  into?: string;
  from?: string;
  urgent?: boolean;
  requestKind?: string;
  documentKind?: string | null;
  documentId?: string;
  n?: number;
  dueAt?: Instant | null;
  receivedAt?: Instant;
  level?: number;
  changeId?: string;
  floor?: string | null;
  newSupervisor?: boolean;
  /** The supervisor named doesn't know the person who asked. */
  unknownPerson?: boolean;
  reason?: string;
  /** It is the follow-up question’s. */
  followUp?: boolean;
  imported?: boolean;
  /** A follow-up task, and the day it is due on. */
  task?: string;
  dueOn?: IsoDate;
  /** What is to be done, or the draft, was written anew with it. */
  reworded?: boolean;
  /** The version of the draft that it was begun from, where whoever decided said so; null: there was none. */
  begunFrom?: string | null;
  /** It went by itself, as whoever had it is away, or is back. */
  covers?: 'away' | 'back';
  /** Who is away, where whoever stands in was given it instead. */
  insteadOf?: string;
}

/** What of an event goes with it. Who on staff, on which ground and how pressing is theirs. */
export const DATA_OUTSIDE: Record<keyof RequestEventData, boolean> = {
  clock: true,
  courseId: true,
  missing: true,
  assigneeId: false,
  businessDays: true,
  to: true,
  resources: true,
  workshop: true,
  policy: false,
  into: true,
  from: true,
  urgent: false,
  requestKind: true,
  documentKind: true,
  documentId: true,
  n: false,
  dueAt: true,
  receivedAt: true,
  level: false,
  changeId: false,
  floor: false,
  newSupervisor: true,
  unknownPerson: false,
  reason: true,
  followUp: true,
  imported: true,
  task: false,
  dueOn: false,
  reworded: false,
  begunFrom: false,
  covers: false,
  insteadOf: false,
  staffId: false,
};
