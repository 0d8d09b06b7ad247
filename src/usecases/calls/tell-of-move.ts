import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import type { Recording } from '../recording.js';
import { askAboutMove } from './ask-about-move.js';
import type { CallRow } from './call-row.js';
import { questionsOnCall } from './questions.js';
import { queueCallMail } from './queue-call-mail.js';

interface Move {
  seq: number;
  wasAt: string | undefined;
}

/**
 * Whoever has a question for a call that moves hears of it, also without asking for mail about the calls; so does who
 * was asked whether theirs may move to it.
 */
export async function tellOfMove(
  rec: Recording,
  services: RecordServices,
  row: CallRow,
  move: Move,
): Promise<void> {
  const { tx } = rec;
  for (const question of await questionsOnCall(tx, row.id)) {
    if (question.status === 'not-selected' || question.moveToCallId !== null) continue;
    await queueCallMail(rec, services, {
      kind: 'question-call-rescheduled',
      call: row,
      about: question.id,
      alsoAbout: row.id,
      to: question.askerEmail,
      name: question.askerName,
      link: `${services.appUrl}/my/calls`,
      wasAt: move.wasAt,
      effectKey: `${row.id}#${question.id}#question-call-rescheduled#${move.seq}`,
    });
  }
  await proposeAnew(rec, services, row, move);
}

/** They were asked about a time that is not so any more. */
async function proposeAnew(rec: Recording, services: RecordServices, row: CallRow, { seq }: Move) {
  const { tx, at } = rec;
  const asked = await tx.callQuestion.findMany({
    where: { moveToCallId: row.id, moveAnswer: null, status: 'asked', call: { selectUntil: { gt: at } } },
    include: { ...withKey, call: { include: withKey } },
  });
  for (const { call, ...question } of asked) {
    const effect = `${row.id}#${seq}`;
    await askAboutMove(rec, services, { question, call, target: row, effect });
  }
}

/** People who hear of this move as askers: mail to who listens would tell them the same again. */
export async function askersToldOfMove(tx: Transaction, callId: string, at: string): Promise<Set<string>> {
  const told = await tx.message.findMany({
    where: { kind: 'question-call-rescheduled', relatedId: callId, queuedAt: new Date(at) },
    select: { aboutId: true },
  });
  const questions = await tx.callQuestion.findMany({
    where: { id: { in: told.flatMap(({ aboutId }) => aboutId ?? []) } },
    select: { personId: true },
  });
  return new Set(questions.map(({ personId }) => personId));
}
