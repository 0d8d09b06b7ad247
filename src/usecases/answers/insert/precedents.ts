import { validate as isUuid } from 'uuid';
import type { Prisma } from '../../../adapters/database/generated/client.js';
import { may } from '../../../domain/people/permissions.js';
import { isOutdated } from '../../../domain/precedents/decide-precedent.js';
import { ok } from '../../../domain/result.js';
import { todayOf } from '../../calendar/today-of.js';
import type { AboutRequest, InsertSource } from './source.js';

const MOST = 20;

/** Published precedents on one of the request's topics; those for its kind first, then the latest. */
export const precedents = {
  kind: 'precedent',
  async list(services, actor, about) {
    if (!may(actor, 'precedents.read')) return [];
    const rows = await services.db.precedent.findMany({
      where: onTopics(about),
      orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
      take: LOOKED_AT,
    });
    const today = todayOf(services);
    return rows
      .sort((a, b) => Number(b.kind === about.kind) - Number(a.kind === about.kind))
      .slice(0, MOST)
      .map(({ id, question, answer, reviewBy }) => ({
        id,
        title: question,
        body: answer,
        note: { outdated: isOutdated(reviewBy.toISOString().slice(0, 10), today) },
      }));
  },
  async body({ db }, actor, about, id) {
    if (!may(actor, 'precedents.read') || !isUuid(id)) return null;
    const row = await db.precedent.findFirst({ where: { id, ...onTopics(about) } });
    return row ? ok(row.answer) : null;
  },
} as const satisfies InsertSource;

const LOOKED_AT = 100;

const onTopics = ({ topics }: AboutRequest): Prisma.PrecedentWhereInput => ({
  status: 'published',
  topics: { hasSome: topics },
});
