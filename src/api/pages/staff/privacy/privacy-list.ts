import type { RequestHandler } from 'express';
import { listPrivacy } from '../../../../usecases/privacy/read-privacy.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { privacyClasses } from '../../parts/status-classes.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';

/** `/staff/privacy`: wishes for a copy or an erasure, those that wait and those that have ended. */
export const privacyList =
  (services: AppServices): RequestHandler =>
  async ({ actor, query, texts }, res) => {
    const { privacy: text } = texts.staff.desk;
    const { zone } = services.programs.current().program;
    const state = query.state === 'ended' ? 'ended' : 'live';
    const cursor = typeof query.cursor === 'string' ? { cursor: query.cursor } : {};
    const { items, nextCursor } = unwrap(await listPrivacy(services, actor, { state, limit: 50, ...cursor }));
    const here = paths.desk('privacy');
    const at = (instant: string) => texts.dates.shortDateTime(instant, zone);
    renderStaff(res, 'privacy/list.njk', {
      section: 'privacy',
      title: text.title,
      text,
      tabs: [
        { text: text.tabs.live, href: here, active: state === 'live' },
        { text: text.tabs.ended, href: `${here}?state=ended`, active: state === 'ended' },
      ],
      rows: items.map(({ id, kind, status, person, confirmedAt, dueOn, decidedAt }) => ({
        href: paths.desk('privacy/:id', id),
        what: text.kinds[kind],
        who: person?.name ?? text.nobody,
        status: { text: text.statuses[status], classes: privacyClasses[status] },
        dates: [
          ...(confirmedAt ? [text.confirmedOn(at(confirmedAt))] : []),
          ...(dueOn && !decidedAt ? [text.dueOn(texts.dates.date(dueOn))] : []),
          ...(decidedAt ? [text.decidedOn(at(decidedAt))] : []),
        ],
      })),
      older: nextCursor && `${here}?state=${state}&cursor=${encodeURIComponent(nextCursor)}`,
    });
  };
