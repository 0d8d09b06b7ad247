import type { CorrespondenceEventType } from './correspondence.js';
import type { RequestEventData, RequestEventType } from './state.js';

/** Events the requester and the supervisor hear of. The rest is the staff's own: reminders, warnings, reviews. */
const TOLD_OUTSIDE = {
  received: true,
  'prerequisites-reminded': true,
  'course-completed': true,
  'clock-started': true,
  assigned: true,
  'information-requested': true,
  'information-reminded': true,
  'information-answered': true,
  'supervisor-confirmed': true,
  'supervisor-refused': true,
  'unassigned-reminded': false,
  'due-reminded': false,
  escalated: true,
  'deadline-warned': false,
  'deadline-passed': false,
  extended: true,
  'submitted-for-review': true,
  'response-returned': false,
  responded: true,
  redirected: true,
  declined: true,
  withdrawn: true,
  merged: true,
  'merged-in': true,
  reprioritised: false,
  reclassified: true,
  'court-deadline-changed': true,
  'calendar-changed': false,
  lapsed: true,
  closed: true,
  reopened: true,
  'message-received': true,
  'message-sent': true,
  'reopening-asked': true,
  'reopening-refused': true,
  'document-added': true,
  'document-removed': true,
} as const satisfies Record<RequestEventType | CorrespondenceEventType, boolean>;

export type EventToldOutside = {
  [E in keyof typeof TOLD_OUTSIDE]: (typeof TOLD_OUTSIDE)[E] extends true ? E : never;
}[keyof typeof TOLD_OUTSIDE];

/** What of an event goes with it. Who on staff, on which ground and how pressing is theirs. */
const DATA_OUTSIDE: Record<keyof RequestEventData, boolean> = {
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
  reason: true,
  imported: true,
};

/** An event's data as people outside the staff get it; what nobody has listed stays inside. */
export function dataOutside(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => DATA_OUTSIDE[name as keyof RequestEventData] === true),
  );
}

export const TYPES_TOLD_OUTSIDE = Object.entries(TOLD_OUTSIDE).flatMap(([type, told]) =>
  told ? [type] : [],
);

export function isToldOutside(type: string): type is EventToldOutside {
  return (TYPES_TOLD_OUTSIDE as string[]).includes(type);
}
