import type { RequestEventData } from './state.js';

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
