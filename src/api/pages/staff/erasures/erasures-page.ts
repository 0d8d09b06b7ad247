import type { RequestHandler } from 'express';
import { listErasures } from '../../../../usecases/erasure/list-erasures.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { renderStaff } from '../staff-page.js';

/** `/staff/erasures`: what was erased, in numbers. */
export const erasuresPage =
  (services: AppServices): RequestHandler =>
  async ({ actor, query, texts }, res) => {
    const { erasures: text } = texts.staff.desk;
    const { zone } = services.programs.current().program;
    const { rows, nextDueAt, holds } = unwrap(await listErasures(services, actor));
    const when = (at: Date) => texts.dates.shortDateTime(at.toISOString(), zone);
    renderStaff(res, 'erasures/list.njk', {
      section: 'erasures',
      title: text.title,
      text,
      done:
        typeof query.done === 'string' && Object.hasOwn(text.done, query.done) ? text.done[query.done] : null,
      next: nextDueAt && text.next(when(nextDueAt)),
      held: holds > 0 ? text.held(holds) : null,
      rows: rows.map(({ at, kind, actor: by, name, counts }) => ({
        at: when(at),
        kind: text.ofKind[kind] ?? kind,
        actor: name ?? (by.startsWith('key:') ? text.apiKey : text.system),
        counts: countWords(texts, counts),
      })),
    });
  };

/** A line per kind, the most first. */
export function countWords(texts: Texts, counts: Record<string, number>): string[] {
  const { erasures: text } = texts.staff.desk;
  return Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => text.rows(count, text.counted[kind] ?? kind));
}
