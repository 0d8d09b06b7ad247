import { REFUSING_STATUSES } from '../../domain/conduct/review-statuses.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { queueReviewMail } from './queue-review-mails.js';

/**
 * A question that was to become a request by itself, while its asker is refused assistance: it waits for nothing any more,
 * and they alone are told. It stays theirs, and is a request by their own click once the refusal has ended.
 */
export async function keepQuestionForAsker(
  rec: Recording,
  services: RecordServices,
  question: { id: string; personId: string },
): Promise<void> {
  const { tx, at } = rec;
  const { id, personId } = question;
  await tx.callQuestion.update({
    where: { id },
    data: { convertIfUnselected: false, convertAt: null, version: { increment: 1 } },
  });
  const row = await tx.conductReview.findFirst({
    where: { personId, status: { in: REFUSING_STATUSES }, endsAt: { gt: at } },
    orderBy: { endsAt: 'desc' },
  });
  if (!row) return;
  await queueReviewMail(rec, services, {
    kind: 'conduct-question-kept',
    row,
    decideBy: null,
    effectKey: `call-question/${id}#kept`,
    at,
  });
}
