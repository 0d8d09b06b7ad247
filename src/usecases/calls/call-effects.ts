import type { Prisma } from '../../adapters/database/generated/client.js';
import type { CallEvent, CallEventType, CallState } from '../../domain/calls/call-state.js';
import { moveOccasion } from '../../domain/calls/missed-mail.js';
import type { CallSeries } from '../../domain/program/call-series.schema.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { RecordServices } from '../../ports/services.js';
import { keepQuestionForAsker } from '../conduct/keep-question.js';
import { withKey } from '../data-keys.js';
import type { Recording } from '../recording.js';
import { wasThere } from './attendance.js';
import { startBulkMail } from './bulk-mail.js';
import { type CallRow, lacksJoinLink } from './call-row.js';
import { type CallField, readCallText } from './call-text.js';
import { convertQuestionToRequest } from './convert-question.js';
import { pollLink } from './poll.js';
import { applySelection, closeSelection, handBackAll, tellAbsent } from './questions.js';
import { tellOfMove } from './tell-of-move.js';
import { tellStaffOfDayOff, tellStaffOfMeeting } from './tell-staff.js';

/** The call as it stands after the event. */
export interface EffectContext {
  row: CallRow;
  state: CallState;
  event: CallEvent;
  series: CallSeries;
  calendar: BusinessCalendar;
  /** The call was to be over already: nobody is written to. */
  late?: boolean | undefined;
}

interface EffectSheet {
  /** What it calls for beside being written down. */
  does?: (rec: Recording, services: RecordServices, context: EffectContext) => Promise<void>;
  /** The words of the decision that count from now on, for the row. */
  words?: (words: DecisionWords) => Promise<Prisma.CallUncheckedUpdateInput>;
  /** Calendars that hold the call have to take it in. */
  inCalendars?: true;
}

/** What was typed with the decision; `sealed` for the field of the row of the same name. */
export interface DecisionWords {
  read(field: CallField): Promise<string | null>;
  sealed(field: 'cancel-reason' | 'recap'): Promise<Uint8Array<ArrayBuffer> | null>;
}

const nothing: EffectSheet = {};

/** A row per event of a call. */
export const CALL_EFFECTS: Record<CallEventType, EffectSheet> = {
  planned: nothing,
  'day-off-flagged': {
    does: (rec, services, { row, state }) => tellStaffOfDayOff(rec, services, { call: row, state }),
  },
  'window-opened': nothing,
  'confirmed-by-staff': nothing,
  selected: {
    async does({ tx }, services, { row, event }) {
      const commandId = event.commandId ?? '';
      const chosen = await readCallText(tx, services, row, { commandId, field: 'selection' });
      await applySelection(tx, row.id, chosen ? (JSON.parse(chosen) as string[]) : []);
    },
  },
  'questions-closed': nothing,
  'selection-closed': {
    async does(rec, services, context) {
      await closeSelection(rec, services, context);
      await tellIfNoLink(rec, services, context, 'selected');
    },
  },
  reminded: {
    async does(rec, services, context) {
      await tellIfNoLink(rec, services, context, 'reminded');
      const { event, state } = context;
      await toListeners(rec, context, 'call-reminder', { occasion: event.data.date ?? state.times.date });
    },
  },
  'reminder-missed': nothing,
  rescheduled: {
    inCalendars: true,
    async does(rec, services, context) {
      const { event, state } = context;
      const wasAt = event.data.startedAt;
      await tellOfMove(rec, services, context.row, { seq: event.seq, wasAt });
      const occasion = moveOccasion(state.times.startsAt, event.at);
      await toListeners(rec, context, 'call-rescheduled', { occasion, wasAt });
    },
  },
  'calendar-changed': nothing,
  cancelled: {
    inCalendars: true,
    words: async ({ read, sealed }) => ({
      sealedReason: await sealed('cancel-reason'),
      publicReason: await read('public-reason'),
    }),
    async does(rec, services, context) {
      await handBackAll(rec, services, context);
      if (context.late) return;
      await toListeners(rec, context, 'call-cancelled', { occasion: context.state.times.date });
    },
  },
  held: { does: tellIfAbsenceIsSettled },
  'attendance-known': { does: tellIfAbsenceIsSettled },
  'handed-over': { does: handOver },
  completed: nothing,
  'recap-published': {
    words: async ({ sealed }) => ({ sealedRecap: await sealed('recap') }),
    does: (rec, services, context) =>
      toListeners(rec, context, 'call-recap', {
        occasion: context.state.times.date,
        pollLink: pollLink(services, context.row.id),
      }),
  },
  retired: nothing,
};

type Bulk = Parameters<typeof startBulkMail>[1]['bulk'];

function toListeners(
  rec: Recording,
  { row }: EffectContext,
  kind: Bulk['kind'],
  more: Omit<Bulk, 'kind'>,
): Promise<void> {
  return startBulkMail(rec, { callId: row.id, bulk: { kind, ...more } });
}

async function tellIfAbsenceIsSettled(
  rec: Recording,
  services: RecordServices,
  context: EffectContext,
): Promise<void> {
  if (context.event.data.settlesAbsence)
    await tellAbsent(rec, services, context, await wasThere(rec.tx, context.row));
}

/** On the eve of a call and in its morning: without a link nobody gets in, and only staff can see to it. */
async function tellIfNoLink(
  rec: Recording,
  services: RecordServices,
  { row }: EffectContext,
  when: 'selected' | 'reminded',
): Promise<void> {
  if (row.startsAt <= rec.at || !lacksJoinLink(row)) return;
  const occasion = `no-link#${when}#${row.startsAt.toISOString()}`;
  await tellStaffOfMeeting(rec, services, { call: row, trouble: 'no-link', occasion });
}

/** Questions whose askers agreed become TA requests; one without a needed supervisor goes on waiting for that. */
async function handOver(rec: Recording, services: RecordServices, { row }: EffectContext): Promise<void> {
  const { tx, at } = rec;
  const questions = await tx.callQuestion.findMany({
    where: { callId: row.id, status: 'not-selected', convertIfUnselected: true },
    orderBy: { askedAt: 'asc' },
    include: withKey,
  });
  for (const question of questions) {
    // Its time has come, whatever day was told: the calendar may have changed since.
    const made = await convertQuestionToRequest(rec, services, {
      question: { ...question, convertAt: at },
      by: null,
    });
    if (!made.ok && made.problem.code === 'assistance-refused') {
      await keepQuestionForAsker(rec, services, question);
    }
  }
}
