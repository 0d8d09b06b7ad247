import type { Actor } from '../../../../domain/people/actor.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import type { Texts } from '../../../text/texts.js';
import { statusClasses } from '../../parts/status-classes.js';
import { dueWords } from '../parts/due-words.js';
import { nextForStaff } from '../parts/next-for-staff.js';
import { queueBadges } from '../parts/queue-badges.js';
import { staffPaths } from '../staff-paths.js';

export interface QueueRow {
  reference: string;
  href: string;
  kind: string;
  badges: { text: string; classes: string }[];
  status: { text: string; classes: string };
  due: { short: string; left: string; second: string | null; tone: string };
  from: { name: string; organization: string | null };
  assignee: string;
  next: { text: string; href: string | null };
  received: string;
}

/** One line of the queue. `kindLabel` turns an id into the program's words. */
export function queueRow(
  view: RequestView,
  context: {
    texts: Texts;
    me: Actor;
    now: Date;
    zone: string;
    reviews: boolean;
    kindLabel: (id: string) => string;
    /** Whose draft came back from review. */
    returned?: ReadonlySet<string>;
  },
): QueueRow {
  const { texts, me, now, zone } = context;
  const due = dueWords(texts, view, now, zone);
  const next = nextForStaff(texts, view, me, {
    reviews: context.reviews,
    returned: context.returned?.has(view.id) ?? false,
  });
  const mine = next.whose === 'mine' && next.decision !== null;
  return {
    reference: view.reference,
    href: staffPaths.request(view.id),
    kind: context.kindLabel(view.kind),
    badges: queueBadges(texts, view, now),
    status: { text: texts.staff.statuses[view.status], classes: statusClasses[view.status] },
    due: {
      short: due.short,
      left: due.left,
      tone: due.tone,
      second: due.second,
    },
    from: { name: view.requester.name, organization: view.requester.organization },
    assignee: view.assignee ? view.assignee.name : texts.staff.queue.nobody,
    next: {
      text: next.short,
      href: mine && next.decision ? staffPaths.decide(view.id, next.decision) : null,
    },
    received: texts.staff.queue.received(texts.dates.shortDateTime(view.receivedAt, zone)),
  };
}
