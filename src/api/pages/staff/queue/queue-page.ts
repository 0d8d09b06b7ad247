import type { RequestHandler, Response } from 'express';
import { may } from '../../../../domain/people/permissions.js';
import { kindOf } from '../../../../domain/program/lookup.js';
import { roleMayDecide } from '../../../../domain/requests/offered.js';
import { ownCover } from '../../../../usecases/absences/who-is-away.js';
import { activeColleagues } from '../../../../usecases/people/colleagues.js';
import { precedentsWaiting } from '../../../../usecases/precedents/read-precedents.js';
import { countPending } from '../../../../usecases/registrations/count-pending.js';
import { deskNumbers } from '../../../../usecases/requests/desk-numbers.js';
import { draftsAtWork } from '../../../../usecases/requests/drafts-at-work.js';
import type { SortKey } from '../../../../usecases/requests/list-query.schema.js';
import { listRequests } from '../../../../usecases/requests/list-requests.js';
import { type UnreadMention, unreadMentions } from '../../../../usecases/requests/mentions.js';
import { myTasks, type TaskInShort } from '../../../../usecases/requests/tasks.js';
import { unusualLately } from '../../../../usecases/security/unusual.js';
import { type SavedView, savedViews } from '../../../../usecases/views/saved-views.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { coverLines } from '../absences/away-words.js';
import { type StaffUser, staffUser } from '../require-staff.js';
import { staffButtons } from '../staff-form.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { assignForm } from './assign-form.js';
import { landingOf } from './landing.js';
import { nextUp } from './next-up.js';
import { filterTags, numberLinks, queueChoices, queueTabs } from './queue-choices.js';
import { queueHeadings } from './queue-headings.js';
import { listQueryOf, QUEUE_LIMIT } from './queue-list.js';
import {
  FILTERS,
  knowsItsPlace,
  PLAIN,
  type QueueQuery,
  queueHref,
  queuePages,
  readQueueQuery,
  without,
} from './queue-query.js';
import { queueRow } from './queue-row.js';
import { queryOf } from './views-pages.js';

/** `/staff`: what there is to do, the most pressing first. Asked for no view, it is what one's role turns to. */
export function queuePage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const me = staffUser(req.actor);
    const views = unwrap(await savedViews(services, me));
    const asked = Object.keys(req.query).some((name) => name !== 'chosen');
    const { query, understood } = asked
      ? readQueueQuery(req.query)
      : { query: landing(me, views), understood: true };
    const read = await readQueue(services, me, query, texts);
    renderStaff(res, 'queue/queue.njk', {
      section: 'queue',
      wide: true,
      title: texts.staff.queue.title,
      text: texts.staff.queue,
      query,
      said: noticeOf(texts, req.query, understood && read.page.found),
      ...aboveView(texts, read),
      ...waysView(texts, query, { ...read, views }),
      ...assignView(res, texts, query, { ...read, chosen: req.query.chosen === 'all' }),
      ...listView(texts, query, { ...read, me }),
    });
  };
}

type QueueRead = Awaited<ReturnType<typeof readQueue>>;

/** All that the page shows. */
async function readQueue(services: AppServices, me: StaffUser, query: QueueQuery, texts: Texts) {
  const now = services.clock.now();
  const { program } = services.programs.current();
  const [page, numbers, next, registrations, staff, mentions, tasks, precedents, cover, unusual] =
    await Promise.all([
      readPage(services, me, query),
      deskNumbers(services, me).then(unwrap),
      nextUp(services, me, { texts, now, zone: program.zone }),
      countPending(services, me).then(unwrap),
      activeColleagues(services, me).then(unwrap),
      unreadMentions(services, me).then(unwrap),
      myTasks(services, me).then(unwrap),
      precedentsWaiting(services, me).then(unwrap),
      ownCover(services, me).then(unwrap),
      may(me, 'security.readings') ? unusualLately(services, me).then(unwrap) : null,
    ]);
  const ids = page.items.map(({ id }) => id);
  const drafts = await draftsAtWork(services, me, ids);
  return {
    ...{ now, program, page, numbers, next, registrations },
    ...{ staff, mentions, tasks, precedents, cover, drafts, unusual },
  };
}

/** What stands above the list: how the desk is, and what waits for whoever looks. */
function aboveView(texts: Texts, read: QueueRead) {
  const base = staffPaths.queue;
  return {
    numbers: numberLinks(texts, base, staffPaths.desk('mail'), read.numbers),
    nextUp: read.next,
    mentions: mentionsOf(texts, read.mentions),
    tasks: tasksOf(texts, base, read.tasks),
    precedents: [...precedentLinks(texts, read.precedents), ...unusualLinks(texts, read.unusual?.count ?? 0)],
    away: coverLines(texts, read.cover),
    registrations: read.registrations > 0 ? texts.staff.queue.registrations(read.registrations) : null,
  };
}

/** Other lists than this one. */
function waysView(
  texts: Texts,
  query: QueueQuery,
  { numbers, program, staff, views }: QueueRead & { views: readonly SavedView[] },
) {
  const base = staffPaths.queue;
  const { empty, search } = texts.staff.queue;
  const choices = queueChoices(texts, program, staff, query);
  const tags = filterTags(texts, base, query, choices);
  return {
    tabs: tabsOf(queueTabs(texts, base, query, numbers), viewLinks(base, query, views)),
    views: viewsLink(texts, query, views),
    choices,
    tags,
    emptyText: tags.length > 0 ? empty.filtered : empty[query.tab],
    clearHref: queueHref(base, without(query, FILTERS)),
    searchHint: isShort(query.q) ? search.few : null,
  };
}

/** Several of it at once. */
function assignView(
  res: Response,
  texts: Texts,
  query: QueueQuery,
  { page: { items }, staff, chosen }: QueueRead & { chosen: boolean },
) {
  const base = staffPaths.queue;
  const form = assignForm(texts, { staff, back: queueHref(base, query) });
  return {
    assign: items.length > 0 ? staffButtons(res, form) : null,
    assignText: texts.staff.desk.assign,
    chosen,
    chooseAll: chooseAllLink(texts, base, query, chosen ? 0 : items.length),
  };
}

/** The list itself. */
function listView(
  texts: Texts,
  query: QueueQuery,
  { me, now, program, page, drafts }: QueueRead & { me: StaffUser },
) {
  const base = staffPaths.queue;
  const reviews = roleMayDecide(me.role, 'send-response');
  const kindLabel = (id: string) => kindOf(program, id)?.label ?? id;
  const context = { texts, me, now, zone: program.zone, reviews, kindLabel, drafts, sort: query.sort };
  const before = query.trail.length * QUEUE_LIMIT;
  const place = (index: number) => (knowsItsPlace(query) ? before + index + 1 : null);
  return {
    caption: captionOf(texts, query),
    headings: queueHeadings(texts, base, query, query.tab !== 'mine' && query.tab !== 'unassigned'),
    rows: page.items.map((view, index) => queueRow(view, context, place(index))),
    pages: queuePages(base, query, page.nextCursor),
  };
}

/** Marks every row of this page; `count` 0: none. */
function chooseAllLink({ staff }: Texts, base: string, query: QueueQuery, count: number) {
  const t = staff.queue;
  const href = queueHref(base, query);
  return count === 0
    ? { text: t.chooseNone, href }
    : { text: t.chooseAll(count), href: `${href}&chosen=all#choose` };
}

/** Of these the search finds beginnings only. */
const isShort = (q: string): boolean => /^[a-z\d]{1,2}$/i.test(q);

/** Wording of colleagues to review, and one's own past its review date. */
function precedentLinks({ staff }: Texts, { toReview, outdated }: { toReview: number; outdated: number }) {
  const t = staff.desk.precedents;
  const list = staffPaths.desk('precedents');
  return [
    ...(toReview > 0 ? [{ text: t.waiting(toReview), href: `${list}?status=awaiting-review` }] : []),
    ...(outdated > 0 ? [{ text: t.waitingOutdated(outdated), href: `${list}?status=published` }] : []),
  ];
}

/** What `/staff` alone shows: a view of one's own, where one was put first; else what one's role turns to. */
function landing(me: StaffUser, [first]: readonly SavedView[]): QueueQuery {
  return first?.first ? queryOf(first.view) : landingOf(me.role);
}

/** Open tasks of whoever looks, what is due first before the rest. */
function tasksOf(
  { dates, staff }: Texts,
  base: string,
  { items, count }: { items: readonly TaskInShort[]; count: number },
) {
  const t = staff.queue.tasks;
  return count === 0
    ? null
    : {
        heading: {
          text: t.mine(count),
          href: queueHref(base, { ...PLAIN, tab: 'all', status: 'any', taskOf: 'me' }),
        },
        items: items.map(({ requestId, reference, dueOn, overdue }) => ({
          text: reference,
          href: `${staffPaths.request(requestId)}#tasks`,
          due: t.dueOn(dates.dayOfWeek(dueOn)),
          overdue: overdue ? t.overdue : null,
        })),
        more: count > items.length ? t.more(count - items.length) : '',
      };
}

/** Requests with notes that name whoever looks, until they have read them. */
function mentionsOf({ staff }: Texts, { items, count }: { items: readonly UnreadMention[]; count: number }) {
  const t = staff.queue.mentions;
  return count === 0
    ? null
    : {
        heading: t.heading(count),
        links: items.map(({ requestId, reference }) => ({
          text: reference,
          href: `${staffPaths.request(requestId)}#conversation`,
        })),
        more: count > items.length ? t.more(count - items.length) : '',
      };
}

/** One's own views, beside those that everybody has. */
function viewLinks(base: string, query: QueueQuery, views: readonly SavedView[]) {
  const here = queueHref(base, { ...query, trail: [] });
  return views.map(({ name, view }) => {
    const href = `${base}?${view}`;
    return { text: name, href, active: href === here };
  });
}

/** One of them is the one that is shown: a view of one's own before the one it began with. */
function tabsOf(tabs: ReturnType<typeof viewLinks>, own: ReturnType<typeof viewLinks>) {
  const isOwn = own.some(({ active }) => active);
  return [...tabs.map((tab) => ({ ...tab, active: tab.active && !isOwn })), ...own];
}

/** Saves this view, or leads to those that are kept. */
function viewsLink({ staff: { desk } }: Texts, query: QueueQuery, views: readonly SavedView[]) {
  const here = queueHref('', { ...query, q: '', trail: [] }).slice(1);
  const kept = views.some(({ view }) => view === here);
  const address = staffPaths.desk('views');
  return kept
    ? { text: desk.views.manage, href: address }
    : { text: desk.views.save, href: `${address}?${new URLSearchParams({ view: here })}` };
}

function noticeOf({ staff: t }: Texts, asked: Record<string, unknown>, understood: boolean): string | null {
  if (asked.chosen === 'none') return t.desk.assign.noneChosen;
  return understood ? null : t.queue.badQuery;
}

function captionOf({ staff: { queue: t } }: Texts, { tab, sort }: QueueQuery): string {
  if (sort.endsWith('received')) return t.caption(t.tabs[tab], t.sort.options[sort as SortKey].toLowerCase());
  const turned = sort.startsWith('-');
  const by = t.sort.options[sort.replace('-', '') as SortKey].toLowerCase();
  return t.caption(t.tabs[tab], t.order(by, turned));
}

/** A cursor that isn't ours leads to the first page, with a word about it. */
async function readPage(services: AppServices, me: StaffUser, query: QueueQuery) {
  const listed = await listRequests(services, me, listQueryOf(query));
  if (listed.ok) return { ...listed.value, found: true };
  query.trail = [];
  const first = await listRequests(services, me, listQueryOf(query));
  return first.ok ? { ...first.value, found: false } : { items: [], nextCursor: null, found: false };
}

/** What the director is to look at; nothing where there is nothing. */
function unusualLinks(texts: Texts, count: number) {
  if (count === 0) return [];
  return [{ text: texts.staff.desk.security.unusual.onStartPage(count), href: staffPaths.desk('security') }];
}
