import type { Actor } from '../../../../domain/people/actor.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { whyHere } from '../../../../domain/requests/why-here.js';
import { createZone } from '../../../../domain/time/zone.js';
import type { DraftAtWork } from '../../../../usecases/requests/drafts-at-work.js';
import type { Texts } from '../../../text/texts.js';
import { statusClasses } from '../../parts/status-classes.js';
import { type DueWords, dueWords } from '../parts/due-words.js';
import { nextForStaff } from '../parts/next-for-staff.js';
import { type Badge, queueBadges } from '../parts/queue-badges.js';
import { staffPaths } from '../staff-paths.js';
import { whyWords } from './why-words.js';

export interface QueueRow {
  id: string;
  reference: string;
  /** Of its box. */
  choose: string;
  href: string;
  kind: string;
  /** The most pressing beside its number; the rest before its kind, which gives them room: each row is two lines. */
  badges: { first: Badge[]; rest: Badge[] };
  status: { text: string; classes: string };
  /** The day, what stands beside it, and what below. */
  due: { short: string; beside: string | null; below: string; tone: string };
  from: { name: string; organization: string | null };
  assignee: string;
  next: { text: string; href: string | null };
  received: string;
  why: { place: string | null; text: string };
}

export interface RowContext {
  texts: Texts;
  me: Actor;
  now: Date;
  zone: string;
  reviews: boolean;
  /** Turns an id into the program's words. */
  kindLabel: (id: string) => string;
  /** Drafts that are being worked on. */
  drafts?: ReadonlyMap<string, DraftAtWork>;
  /** The order of the list. */
  sort: string;
}

/** One line of the queue. `place`: the how manyth of the list it is; null: not known. */
export function queueRow(view: RequestView, context: RowContext, place: number | null): QueueRow {
  const { texts, me, now, zone } = context;
  const t = texts.staff.queue;
  const due = dueWords(texts, view, now, zone, { days: true });
  const next = nextForStaff(texts, view, me, {
    reviews: context.reviews,
    draft: context.drafts?.get(view.id),
  });
  const mine = next.whose === 'mine' && next.decision !== null;
  const { dateOf } = createZone(zone);
  const reasons = whyHere(view, context.sort, dateOf(now.toISOString()));
  return {
    id: view.id,
    reference: view.reference,
    choose: t.choose(view.reference),
    href: staffPaths.request(view.id),
    kind: context.kindLabel(view.kind),
    badges: inTwo(badgesOf(texts, view, now)),
    status: { text: texts.staff.statuses[view.status], classes: statusClasses[view.status] },
    due: inTwoLines(due),
    from: { name: view.requester.name, organization: view.requester.organization },
    assignee: view.assignee ? view.assignee.name : t.nobody,
    next: {
      text: next.short,
      href: mine && next.decision ? staffPaths.decide(view.id, next.decision) : null,
    },
    received: texts.dates.shortDate(dateOf(view.receivedAt)),
    why: { place: place === null ? null : t.place(place), text: whyWords(texts, reasons, dateOf) },
  };
}

/** Where there is no promise, whose date it is and how the clock stands are one line, and the days left stand beside the day. */
const inTwoLines = ({ short, left, second, clock, tone }: DueWords): QueueRow['due'] =>
  clock
    ? { short, tone, beside: left || null, below: [second, clock].filter(Boolean).join(' · ') }
    : { short, tone, beside: second, below: left };

const inTwo = (badges: Badge[]) => ({ first: badges.slice(0, 1), rest: badges.slice(1) });

/** What other columns say already is no badge here: that it is late, and its court or filing date. */
function badgesOf(texts: Texts, view: RequestView, now: Date): Badge[] {
  return queueBadges(texts, { ...view, overdue: false, targetAt: null, courtOrFilingDeadline: null }, now);
}
