import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { AnswerField } from '../../domain/requests/answer-field.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { visibleRequest } from '../requests/visible-request.js';

const MOST_NAMED = 20;

/** Who has typed what no version holds: it goes when the answer is sent, or the request ends. Names, no words. Staff only. */
export async function unsentOf(
  services: Services,
  actor: Actor,
  { id, field }: { id: string; field?: AnswerField },
): Promise<Result<string[]>> {
  if (!may(actor, 'requests.read')) return refuse('role-not-allowed');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const rows = await services.db.answerInWork.findMany({
    where: { requestId: id, savedAt: { not: null }, ...(field ? { field } : {}) },
    orderBy: { savedAt: 'asc' },
    take: MOST_NAMED,
    select: { staff: { select: { name: true } } },
  });
  return ok([...new Set(rows.map(({ staff }) => staff.name))]);
}
