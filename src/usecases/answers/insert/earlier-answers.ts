import { validate as isUuid } from 'uuid';
import { may } from '../../../domain/people/permissions.js';
import { requestResponse } from '../../requests/read-request.js';
import { outsideWalls } from '../../walls/hidden-from.js';
import type { InsertSource } from './source.js';

const MOST = 20;
const ANSWERED = { respondedAt: { not: null }, status: { in: ['responded', 'closed'] } };

/**
 * Answers that went out, on one of the topics or, where a request has none, of the same kind: those on the topics first,
 * the latest first. Their words are read, and that logged, when one is opened or put in.
 */
export const earlierAnswers = {
  kind: 'answer',
  async list({ db }, actor, { id, kind, topics }) {
    if (!may(actor, 'requests.read')) return [];
    const select = { id: true, reference: true, kind: true, topics: true, respondedAt: true };
    const orderBy = [{ respondedAt: 'desc' }, { id: 'asc' }] as const;
    const onTopic = { topics: { hasSome: topics } };
    const find = (where: object, take: number) =>
      db.taRequest.findMany({
        where: { ...ANSWERED, id: { not: id, ...outsideWalls(actor) }, ...where },
        orderBy: [...orderBy],
        take,
        select,
      });
    const first = topics.length > 0 ? await find(onTopic, MOST) : [];
    const rest =
      first.length < MOST
        ? await find({ kind, ...(topics.length > 0 ? { NOT: onTopic } : {}) }, MOST - first.length)
        : [];
    return [...first, ...rest].map((row) => ({
      id: row.id,
      title: row.reference,
      body: null,
      note: {
        requestKind: row.kind,
        topics: row.topics,
        ...(row.respondedAt ? { answeredAt: row.respondedAt.toISOString() } : {}),
      },
    }));
  },
  async body(services, actor, { id }, earlier) {
    if (!isUuid(earlier) || earlier === id) return null;
    const answer = await requestResponse(services, actor, earlier);
    return answer.ok ? { ok: true, value: answer.value.body } : answer;
  },
} as const satisfies InsertSource;
