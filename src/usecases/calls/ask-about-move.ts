import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { CallRow } from './call-row.js';
import type { QuestionRow } from './questions.js';
import { queueCallMail } from './queue-call-mail.js';

/** Asks the asker of a question for `call` whether it may move to `target`. `effect` tells one asking from the next. */
export function askAboutMove(
  tx: Transaction,
  services: RecordServices,
  {
    question,
    call,
    target,
    at,
    effect,
  }: { question: QuestionRow; call: CallRow; target: CallRow; at: Date; effect: string },
): Promise<string | null> {
  return queueCallMail(tx, services, {
    kind: 'question-move-proposed',
    // Until when to answer stands where other mail says until when to ask.
    call: { ...target, questionsCloseAt: call.selectUntil },
    about: question.id,
    alsoAbout: call.id,
    wasAt: call.startsAt.toISOString(),
    to: question.askerEmail,
    name: question.askerName,
    link: `${services.appUrl}/my/calls/${call.id}/questions/${question.id}/move`,
    at,
    effectKey: `${call.id}#${question.id}#question-move-proposed#${effect}`,
  });
}
