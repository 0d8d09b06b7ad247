interface StatusSheet {
  /**
   * Who has it: the desk works on it, or waits for the requester; it is answered; nothing of this episode runs any
   * more, only reopening (a new episode) goes on.
   */
  phase: 'working' | 'waiting' | 'answered' | 'ended';
  /** The types of events that begin the wait. */
  since?: readonly string[];
  /** An answer may be written: content, not a process event. */
  drafts?: true;
  /** What counts is the draft that was submitted or sent, whatever was saved since. */
  reviewed?: true;
  reopens?: true;
}

/** A row per status of a request; every list of them derives from it, in this order. */
export const STATUS = {
  received: { phase: 'working' },
  'awaiting-prerequisites': {
    phase: 'waiting',
    since: ['received', 'reclassified', 'reopened'],
  },
  'awaiting-information': {
    phase: 'waiting',
    since: ['information-requested', 'supervisor-refused'],
    drafts: true,
  },
  queued: { phase: 'working', drafts: true },
  'in-progress': { phase: 'working', drafts: true },
  'in-review': { phase: 'working', reviewed: true },
  responded: { phase: 'answered', reviewed: true, reopens: true },
  closed: { phase: 'ended', reviewed: true, reopens: true },
  redirected: { phase: 'ended', reopens: true },
  declined: { phase: 'ended', reopens: true },
  withdrawn: { phase: 'ended', reopens: true },
  merged: { phase: 'ended' },
  lapsed: { phase: 'ended', reopens: true },
} as const satisfies Record<string, StatusSheet>;

export type RequestStatus = keyof typeof STATUS;
export type Phase = StatusSheet['phase'];
/** The statuses of a phase, so that words about each of them are complete. */
export type StatusIn<P extends Phase> = {
  [S in RequestStatus]: (typeof STATUS)[S]['phase'] extends P ? S : never;
}[RequestStatus];

export const REQUEST_STATUSES = Object.keys(STATUS) as RequestStatus[];
export function isRequestStatus(code: string): code is RequestStatus {
  return Object.hasOwn(STATUS, code);
}

const sheetOf = (status: RequestStatus): StatusSheet => STATUS[status];
// Frozen: many use the same list.
const where = (holds: (sheet: StatusSheet) => boolean) =>
  Object.freeze(REQUEST_STATUSES.filter((status) => holds(sheetOf(status)))) as RequestStatus[];
const inPhase = <P extends Phase>(...phases: P[]) =>
  where(({ phase }) => (phases as Phase[]).includes(phase)) as StatusIn<P>[];

export const WORKING_STATUSES = inPhase('working');
export const WAITING_STATUSES = inPhase('waiting');
export const OPEN_STATUSES = inPhase('working', 'waiting');
export const ENDED_STATUSES = inPhase('ended');
export const DRAFT_STATUSES = where(({ drafts }) => drafts === true);
export const REVIEWED_STATUSES = where(({ reviewed }) => reviewed === true);
export const REOPENING_STATUSES = where(({ reopens }) => reopens === true);

export function isWaiting(status: RequestStatus): status is StatusIn<'waiting'> {
  return sheetOf(status).phase === 'waiting';
}

export function isOpen(status: RequestStatus): status is StatusIn<'working' | 'waiting'> {
  return sheetOf(status).phase === 'working' || isWaiting(status);
}

export function isEnded(status: RequestStatus): status is StatusIn<'ended'> {
  return sheetOf(status).phase === 'ended';
}

/** What begins the wait of a status; empty where nothing is waited for. */
export function waitBegins(status: RequestStatus): readonly string[] {
  return sheetOf(status).since ?? [];
}
