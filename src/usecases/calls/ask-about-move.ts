import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import type { CallRow } from './call-row.js';
import type { QuestionRow } from './questions.js';
import { queueCallMail } from './queue-call-mail.js';

/** Asks the asker of a question for `call` whether it may move to `target`. `effect` tells one asking from the next. */
export function askAboutMove(
  rec: Recording,
  services: RecordServices,
  {
    question,
    call,
    target,
    effect,
  }: { question: QuestionRow; call: CallRow; target: CallRow; effect: string },
): Promise<void> {
  return queueCallMail(rec, services, {
    kind: 'question-move-proposed',
    // Until when to answer stands where other mail says until when to ask.
    call: { ...target, questionsCloseAt: call.selectUntil },
    about: question.id,
    alsoAbout: call.id,
    wasAt: call.startsAt.toISOString(),
    to: question.askerEmail,
    name: question.askerName,
    link: `${services.appUrl}/my/calls/${call.id}/questions/${question.id}/move`,
    effectKey: `${call.id}#${question.id}#question-move-proposed#${effect}`,
  });
}
