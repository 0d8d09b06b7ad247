import type { RequestHandler } from 'express';
import { kindOf } from '../../../../domain/program/lookup.js';
import { roleMayDecide } from '../../../../domain/requests/offered.js';
import { activeColleagues } from '../../../../usecases/people/colleagues.js';
import { countPending } from '../../../../usecases/registrations/count-pending.js';
import { deskNumbers } from '../../../../usecases/requests/desk-numbers.js';
import { listRequests } from '../../../../usecases/requests/list-requests.js';
import { returnedDrafts } from '../../../../usecases/requests/returned-drafts.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { type StaffUser, staffUser } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { nextUp } from './next-up.js';
import { numberLinks, queueChoices, queueTabs } from './queue-choices.js';
import { listQueryOf } from './queue-list.js';
import { isFiltered, type QueueQuery, queueHref, queuePages, readQueueQuery } from './queue-query.js';
import { queueRow } from './queue-row.js';

/** `/staff`: what there is to do, the most pressing first. */
export function queuePage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const text = texts.staff.queue;
    const me = staffUser(req.actor);
    const { query, understood } = readQueueQuery(req.query);
    const now = services.clock.now();
    const { program } = services.programs.current();
    const [page, numbers, next, registrations, staff] = await Promise.all([
      readPage(services, me, query),
      deskNumbers(services, me).then(unwrap),
      nextUp(services, me, { texts, now, zone: program.zone }),
      countPending(services, me).then(unwrap),
      activeColleagues(services, me).then(unwrap),
    ]);
    const context = {
      texts,
      me,
      now,
      zone: program.zone,
      reviews: roleMayDecide(me.role, 'send-response'),
      kindLabel: (id: string) => kindOf(program, id)?.label ?? id,
      returned: await returnedDrafts(
        services,
        me,
        page.items.map(({ id }) => id),
      ),
    };
    const filtered = isFiltered(query);
    const base = staffPaths.queue;
    renderStaff(res, 'queue/queue.njk', {
      section: 'queue',
      title: text.title,
      text,
      query,
      filtered,
      notUnderstood: understood && page.found ? null : text.badQuery,
      numbers: numberLinks(texts, base, staffPaths.desk('mail'), numbers),
      nextUp: next,
      registrations: registrations > 0 ? text.registrations(registrations) : null,
      tabs: queueTabs(texts, base, query, numbers),
      choices: queueChoices(texts, staff),
      clearHref: queueHref(base, {
        ...query,
        status: 'open',
        assignee: '',
        due: '',
        urgent: false,
        q: '',
        trail: [],
      }),
      caption: text.caption(text.tabs[query.tab]),
      rows: page.items.map((view) => queueRow(view, context)),
      pages: queuePages(base, query, page.nextCursor),
      emptyText: filtered ? text.empty.filtered : text.empty[query.tab],
    });
  };
}

/** A cursor that isn't ours leads to the first page, with a word about it. */
async function readPage(services: AppServices, me: StaffUser, query: QueueQuery) {
  const listed = await listRequests(services, me, listQueryOf(query));
  if (listed.ok) return { ...listed.value, found: true };
  query.trail = [];
  const first = await listRequests(services, me, listQueryOf(query));
  return first.ok ? { ...first.value, found: false } : { items: [], nextCursor: null, found: false };
}
