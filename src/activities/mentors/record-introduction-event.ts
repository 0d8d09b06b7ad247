import type { IntroductionEvent, IntroductionState } from '../../domain/mentors/introduction-state.js';
import { type IntroductionPlan, planIntroduction } from '../../domain/mentors/plan-introduction.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { mayTellMentor } from '../../usecases/mentors/introduction-release.js';
import { lockIntroductionAndCalendar } from '../../usecases/mentors/introduction-row.js';
import { hasRoom, isMentorFree, lockMentor } from '../../usecases/mentors/mentor-row.js';
import { todayOf } from '../../usecases/mentors/read-mentor.js';
import {
  introductionEventHash,
  writeIntroductionEvent,
} from '../../usecases/mentors/write-introduction-event.js';
import { NeverRecorded } from '../../usecases/never-recorded.js';
import type { Begun } from '../../usecases/record-event.js';
import type { Recording } from '../../usecases/recording.js';
import { recordingActivity } from '../recording-activity.js';

export interface RecordIntroductionEvent {
  v: 1;
  /** State after the event. */
  state: IntroductionState;
  event: IntroductionEvent;
  /** The version of the row that was decided upon, where whoever decided said so. */
  expectedVersion?: number;
}

/**
 * Carries out one decision about an introduction in one transaction: audit, row, the words of the decision, mails, and the
 * dates on today's calendar. Repeating it changes nothing.
 */
export function recordIntroductionEvent(services: RecordServices) {
  return recordingActivity<RecordIntroductionEvent, IntroductionPlan>(services, {
    workflowId: ({ state }) => introductionWorkflowId(state.introductionId),
    begin,
    putOff: (tx, { state }, due, until) =>
      tx.introduction.updateMany({ where: { id: state.introductionId, ...due }, data: { nextDueAt: until } }),
  });
}

async function begin(
  rec: Recording,
  services: RecordServices,
  { state, event }: RecordIntroductionEvent,
): Promise<Begun<IntroductionPlan>> {
  const { tx } = rec;
  const { introductionId: id } = state;
  await holdTheirPlace(rec, services, { id, event });
  const row = await lockIntroductionAndCalendar(tx, id);
  // Erased: nothing of it is to be written any more.
  if (!row) throw new NeverRecorded('cannot-record');
  const { remindersAt } = services.programs.current().program.clock;
  return {
    hash: introductionEventHash(event, state),
    version: row.version,
    calendarHeld: true,
    async apply() {
      // Revoked, or over, between the mentor's click and now: they are not told.
      if (event.type === 'introduced' && !(await mayTellMentor(tx, row, rec.at)))
        throw new NeverRecorded('no-release');
    },
    async plan(calendar) {
      const plan = planIntroduction({ state, calendar, remindersAt });
      return {
        write: () => writeIntroductionEvent(rec, services, { row, state: { ...state, ...plan }, event }),
        told: async () => plan,
      };
    },
  };
}

/** Two at once: a mentor is asked about no more, and has no more, than they agreed to. */
async function holdTheirPlace(
  rec: Recording,
  services: RecordServices,
  { id, event: { type, seq } }: { id: string; event: IntroductionEvent },
): Promise<void> {
  if (type !== 'introduced' && type !== 'requester-consented') return;
  const { tx } = rec;
  const mentorId = await lockItsMentor(tx, { id, seq });
  if (mentorId === null) return;
  if (type === 'requester-consented') {
    const { at } = rec;
    const free = await isMentorFree(tx, mentorId, { at, today: todayOf(services, at) });
    if (!free) throw new NeverRecorded('mentor-taken');
  } else if (!(await hasRoom(tx, mentorId, id))) throw new NeverRecorded('mentor-full');
}

/**
 * While a lock is waited for, two records may become one and the introduction go to the place that stays: then that is the
 * one to hold. Null: it is gone, or the event is recorded.
 */
async function lockItsMentor(
  tx: Transaction,
  { id, seq }: { id: string; seq: number },
): Promise<string | null> {
  for (let held: string | null = null; ; ) {
    const found = await tx.introduction.findUnique({
      where: { id },
      select: { mentorId: true, processSeq: true },
    });
    if (!found || found.processSeq >= seq) return null;
    if (found.mentorId === held) return held;
    held = (await lockMentor(tx, found.mentorId))?.id ?? null;
  }
}
