import type { Services } from '../../../activities/ports.js';
import { ok, type Result, refuse } from '../../../domain/result.js';
import { convertQuestionToRequest } from '../../../records/calls/convert-question.js';
import { recordOrRefuse } from '../../../records/record-or-refuse.js';
import type { Supervisor } from './read-supervisor.js';

/**
 * One click makes a question that was not answered on its call a TA request of its asker. A second click finds the
 * request of the first. Refuses `not-found`, `supervisor-required`, `not-allowed-now`, `duplicate-request`.
 */
export async function handOver(
  services: Services,
  personId: string,
  questionId: string,
  supervisor: Supervisor | undefined,
): Promise<Result<{ requestId: string }>> {
  return recordOrRefuse(services, async (tx, toKick) => {
    await tx.$queryRaw`SELECT id FROM call_question WHERE id = ${questionId}::uuid FOR UPDATE`;
    const known = await tx.callQuestion.findUnique({ where: { id: questionId } });
    if (!known || known.personId !== personId || known.handoverTokenHash === null) {
      return refuse('not-found', 'There is no such question, or it is not yours to see.');
    }
    if (known.status === 'converted' && known.requestId) return ok({ requestId: known.requestId });
    const question = supervisor
      ? await tx.callQuestion.update({
          where: { id: known.id },
          data: {
            supervisorName: supervisor.name,
            supervisorEmail: supervisor.email,
            supervisorRole: supervisor.role,
          },
        })
      : known;
    const at = services.clock.now();
    const made = await convertQuestionToRequest(tx, services, toKick, { question, at, byAsker: true });
    return made.ok ? ok({ requestId: made.value.id }) : made;
  });
}
