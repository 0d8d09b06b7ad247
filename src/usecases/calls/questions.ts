import type { CallQuestion } from '../../adapters/database/generated/client.js';
import type { CallState } from '../../domain/calls/call-state.js';
import { type HandoverCode, questionOutcome } from '../../domain/calls/handover.js';
import { ON_CALL_STATUSES, type QuestionStatus } from '../../domain/calls/question-statuses.js';
import { topicRuleOf } from '../../domain/calls/recurrence.js';
import { inOrder, selectAutomatically } from '../../domain/calls/selection.js';
import type { CallSeries } from '../../domain/program/call-series.schema.js';
import { needsSupervisor } from '../../domain/program/lookup.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { WithKey } from '../data-keys.js';
import { withKey } from '../data-keys.js';
import type { Recording } from '../recording.js';
import { hashToken, newToken } from '../tokens.js';
import type { CallRow } from './call-row.js';
import { queueCallMail } from './queue-call-mail.js';

export type QuestionRow = WithKey<CallQuestion>;

interface Context {
  row: CallRow;
  state: CallState;
  series: CallSeries;
  calendar: BusinessCalendar;
  late?: boolean;
}

/** The questions on a call in the order in which they came: neither withdrawn, nor moved, nor requests by now. */
export async function questionsOnCall(tx: Transaction, callId: string): Promise<QuestionRow[]> {
  return tx.callQuestion.findMany({
    where: { callId, status: { in: ON_CALL_STATUSES } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    include: withKey,
  });
}

/**
 * Staff's choice, as far as its questions still stand; the rest goes back to `asked`. One that they proposed to move
 * is not for this call any more, whatever its asker says.
 */
export async function applySelection(tx: Transaction, callId: string, questionIds: string[]): Promise<void> {
  await tx.callQuestion.updateMany({ where: { callId, status: 'selected' }, data: { status: 'asked' } });
  await tx.callQuestion.updateMany({
    where: { callId, status: 'asked', moveToCallId: null, id: { in: questionIds } },
    data: { status: 'selected' },
  });
}

/** Time to select is over: free places are filled by the rule, and every asker hears what became of theirs. */
export async function closeSelection(
  rec: Recording,
  services: RecordServices,
  context: Context,
): Promise<void> {
  const { tx } = rec;
  const { row, series, state } = context;
  const rule = topicRuleOf(series, state.topic);
  if (!rule) throw new RangeError('a call with a topic its series does not have');
  const questions = await questionsOnCall(tx, row.id);
  const eligible = questions.filter(({ moveToCallId }) => moveToCallId === null);
  const chosen = selectAutomatically({
    questions: eligible.map((question) => ({
      id: question.id,
      askedAt: question.askedAt.toISOString(),
      empWorksheetCompleted: question.empWorksheetCompleted,
    })),
    already: eligible.filter((question) => question.status === 'selected').map((question) => question.id),
    rule,
  });
  for (const question of questions) {
    if (chosen.includes(question.id)) {
      await tx.callQuestion.update({ where: { id: question.id }, data: { status: 'selected' } });
      await tell(rec, services, context, question, 'question-selected');
    } else {
      await handBack(rec, services, context, { ...question, status: 'not-selected' });
    }
  }
}

/** A cancelled call leaves its questions unanswered: handed over like those not selected. */
export async function handBackAll(rec: Recording, services: RecordServices, context: Context): Promise<void> {
  const { tx } = rec;
  for (const question of await questionsOnCall(tx, context.row.id)) {
    await handBack(rec, services, context, { ...question, status: 'not-selected' });
  }
}

async function handBack(
  rec: Recording,
  services: RecordServices,
  context: Context,
  question: QuestionRow,
): Promise<void> {
  const { tx } = rec;
  const { state, calendar } = context;
  const outcome = questionOutcome({
    question: {
      status: question.status as QuestionStatus,
      convertIfUnselected: question.convertIfUnselected,
    },
    call: {
      status: state.status === 'cancelled' ? 'cancelled' : 'confirmed',
      endsAt: state.times.endsAt,
      cancelledAt: state.cancelledAt,
    },
    attended: null,
    calendar,
    businessDays: state.rules.convertAfterBusinessDays,
  });
  const updated = await tx.callQuestion.update({
    where: { id: question.id },
    data: { status: 'not-selected', convertAt: outcome.convertAt ? new Date(outcome.convertAt) : null },
  });
  await tell(rec, services, context, { ...updated, dataKey: question.dataKey }, 'question-not-selected');
}

/** Who was chosen and was known not to be there hears that a request is the way now. */
export async function tellAbsent(
  rec: Recording,
  services: RecordServices,
  context: Context,
  wasThere: (personId: string) => boolean | null,
) {
  const { tx } = rec;
  for (const question of await questionsOnCall(tx, context.row.id)) {
    if (question.status !== 'selected' || wasThere(question.personId) !== false) continue;
    await tell(rec, services, context, question, 'asked-but-absent');
  }
}

type QuestionMail = 'question-selected' | 'question-not-selected' | 'asked-but-absent';

export type { HandoverCode };

/** Key of the one mail of this kind about a question for that call. */
export function mailAboutQuestion(callId: string, questionId: string, kind: QuestionMail): string {
  return `${callId}#${questionId}#${kind}`;
}

/** The mail carries a link that makes the request with one click. */
async function tell(
  rec: Recording,
  services: RecordServices,
  context: Context,
  question: QuestionRow,
  kind: QuestionMail,
): Promise<void> {
  const { tx } = rec;
  const { row } = context;
  const effectKey = mailAboutQuestion(row.id, question.id, kind);
  // Told before (attendance corrected, say): the link in that mail stays good.
  if (await tx.message.findUnique({ where: { effectKey }, select: { id: true } })) return;
  let link = `${services.appUrl}/my/calls`;
  if (kind !== 'question-selected') {
    const token = newToken();
    await tx.callQuestion.update({
      where: { id: question.id },
      data: { handoverTokenHash: hashToken(token) },
    });
    link = `${services.appUrl}/handover/${token}`;
  }
  // Back after an outage longer than the call was ahead: its time is past, and nobody is written to. The way to a
  // written answer stands on the asker's own page all the same.
  if (context.late) return;
  await queueCallMail(rec, services, {
    kind,
    call: row,
    about: question.id,
    alsoAbout: row.id,
    to: question.askerEmail,
    name: question.askerName,
    link,
    effectKey,
    convertsAt: question.convertAt?.toISOString(),
    supervisorMissing:
      question.supervisorEmail === null &&
      needsSupervisor(services.programs.current().program, question.askerRole),
    offTopic: question.moveToCallId !== null || undefined,
  });
}

/** In the order in which places are given; the selection board shows it. */
export function ordered(
  questions: QuestionRow[],
  series: CallSeries,
  topic: CallState['topic'],
): QuestionRow[] {
  const rule = topicRuleOf(series, topic);
  const keyed = questions.map((question) => ({
    ...question,
    askedAt: question.askedAt.toISOString(),
    row: question,
  }));
  return inOrder({ questions: keyed, rule: { worksheetFirst: rule?.worksheetFirst ?? false } }).map(
    ({ row }) => row,
  );
}
