import type { RequestHandler } from 'express';
import { listReviews } from '../../../../usecases/conduct/list-reviews.js';
import type { ListedReview } from '../../../../usecases/conduct/review-view.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { reviewClasses } from '../../parts/status-classes.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';

/** `/staff/conduct`: reviews that run, and those that have ended. */
export const conductList =
  (services: AppServices): RequestHandler =>
  async ({ actor, query, texts }, res) => {
    const { conduct: text } = texts.staff.desk;
    const { zone } = services.programs.current().program;
    const state = query.state === 'ended' ? 'ended' : 'live';
    const cursor = typeof query.cursor === 'string' ? { cursor: query.cursor } : {};
    const { items, nextCursor } = unwrap(await listReviews(services, actor, { state, limit: 50, ...cursor }));
    const here = paths.desk('conduct');
    renderStaff(res, 'conduct/list.njk', {
      section: 'conduct',
      title: text.title,
      text,
      tabs: [
        { text: text.running, href: here, active: state === 'live' },
        { text: text.ended, href: `${here}?state=ended`, active: state === 'ended' },
      ],
      rows: items.map((one) => reviewRow(texts, one, zone)),
      older: nextCursor && `${here}?state=${state}&cursor=${encodeURIComponent(nextCursor)}`,
    });
  };

export function reviewRow(texts: Texts, review: ListedReview, zone: string) {
  const { conduct: text } = texts.staff.desk;
  const { openedAt, until, decideBy, status } = review;
  return {
    href: paths.desk('conduct/:id', review.id),
    name: review.name,
    grounds: text.grounds[review.grounds],
    status: { text: text.statuses[status], classes: reviewClasses[status] },
    dates: [
      text.openedOn(texts.dates.shortDateTime(openedAt, zone)),
      ...(until ? [text.untilDay(texts.dates.date(until))] : []),
      ...(status === 'appealed' && decideBy
        ? [text.decideBy(texts.dates.shortDateTime(decideBy, zone))]
        : []),
    ],
  };
}
