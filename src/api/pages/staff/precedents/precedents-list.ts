import type { RequestHandler } from 'express';
import { PRECEDENT_STATUSES } from '../../../../domain/precedents/precedent.schema.js';
import { precedentsQuery } from '../../../../usecases/precedents/precedent-view.schema.js';
import { listPrecedents } from '../../../../usecases/precedents/read-precedents.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { precedentClasses } from '../../parts/status-classes.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';

/** `/staff/precedents`: by state, or by words. What can't be understood of the address is passed over. */
export const precedentsList =
  (services: AppServices): RequestHandler =>
  async ({ actor, query, texts }, res) => {
    const text = texts.staff.desk.precedents;
    const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
    const read = precedentsQuery.safeParse(asked);
    const { q, status, cursor } = read.success ? read.data : {};
    const found = unwrap(
      await listPrecedents(services, actor, {
        ...(q ? { q } : {}),
        ...(status ? { status } : {}),
        ...(cursor ? { cursor } : {}),
        limit: 50,
      }),
    );
    const here = paths.desk('precedents');
    const href = (parts: Record<string, string | undefined>) => {
      const kept = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
      return kept.length > 0 ? `${here}?${new URLSearchParams(kept)}` : here;
    };
    renderStaff(res, 'precedents/list.njk', {
      section: 'precedents',
      title: text.title,
      text,
      here,
      q: q ?? '',
      state: status ?? '',
      tabs: [
        { text: text.all, href: href({ q }), active: status === undefined },
        ...PRECEDENT_STATUSES.map((one) => ({
          text: text.statuses[one],
          href: href({ q, status: one }),
          active: one === status,
        })),
      ],
      rows: found.items.map((item) => ({
        href: paths.desk('precedents/:id', item.id),
        question: item.question || text.nameless,
        status: { text: text.statuses[item.status], classes: precedentClasses[item.status] },
        reviewBy: texts.dates.date(item.reviewBy),
        outdated: item.outdated ? text.outdatedTag : null,
      })),
      older: found.nextCursor && href({ q, status, cursor: found.nextCursor }),
    });
  };
