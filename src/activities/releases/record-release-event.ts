import type { ReleaseEvent, ReleaseState } from '../../domain/releases/release-state.js';
import { releaseWorkflowId } from '../../domain/releases/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { NeverRecorded } from '../../usecases/never-recorded.js';
import type { Begun } from '../../usecases/record-event.js';
import type { Recording } from '../../usecases/recording.js';
import { lockReleaseAndCalendar } from '../../usecases/releases/release-row.js';
import { releaseEventHash, writeReleaseEvent } from '../../usecases/releases/write-release-event.js';
import { recordingActivity } from '../recording-activity.js';

export interface RecordReleaseEvent {
  v: 1;
  /** State after the event. */
  state: ReleaseState;
  event: ReleaseEvent;
  /** The version of the row that was decided upon, where whoever decided said so. */
  expectedVersion?: number;
}

/** Carries out one decision about a release in one transaction: audit, row, words, mails. Repeating it changes nothing. */
export function recordReleaseEvent(services: RecordServices) {
  return recordingActivity<RecordReleaseEvent, null>(services, {
    workflowId: ({ state }) => releaseWorkflowId(state.releaseId),
    begin,
    putOff: (tx, { state }, due, until) =>
      tx.release.updateMany({ where: { id: state.releaseId, ...due }, data: { nextDueAt: until } }),
  });
}

async function begin(
  rec: Recording,
  services: RecordServices,
  { state, event }: RecordReleaseEvent,
): Promise<Begun<null>> {
  const row = await lockReleaseAndCalendar(rec.tx, state.releaseId);
  // Erased: nothing of it is to be written any more.
  if (!row) throw new NeverRecorded('cannot-record');
  return {
    hash: releaseEventHash(event, state),
    version: row.version,
    calendarHeld: true,
    plan: async () => ({
      write: () => writeReleaseEvent(rec, services, { row, state, event }),
      told: async () => null,
    }),
  };
}
