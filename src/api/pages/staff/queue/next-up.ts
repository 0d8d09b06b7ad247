import { roleMayDecide } from '../../../../domain/requests/offered.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { draftsAtWork } from '../../../../usecases/requests/drafts-at-work.js';
import type { ListQuery } from '../../../../usecases/requests/list-query.schema.js';
import { listRequests } from '../../../../usecases/requests/list-requests.js';
import type { AppServices } from '../../../app-deps.js';
import type { Texts } from '../../../text/texts.js';
import { dueWords } from '../parts/due-words.js';
import { nextForStaff } from '../parts/next-for-staff.js';
import { type Badge, queueBadges } from '../parts/queue-badges.js';
import type { StaffUser } from '../require-staff.js';
import { staffPaths } from '../staff-paths.js';

export interface NextUp {
  id: string;
  href: string;
  title: string;
  text: string;
  due: string;
  badges: Badge[];
}

/** How many of one's requests are looked through for something to do; the rest wait on others. */
const LOOK_THROUGH = 100;

/**
 * The one request to turn to now: of one's own and of the drafts to review, the first by priority and target;
 * with none of these, the first that nobody has.
 */
export async function nextUp(
  services: AppServices,
  me: StaffUser,
  { texts, now, zone }: { texts: Texts; now: Date; zone: string },
): Promise<NextUp | null> {
  const t = texts.staff.queue;
  const reviews = roleMayDecide(me.role, 'send-response');
  const mine = await list(services, me, { status: ['in-progress'], assignee: 'me' });
  const toReview = reviews ? await list(services, me, { status: ['in-review'] }) : [];
  const candidates = [...mine, ...toReview].filter(
    (view) => nextForStaff(texts, view, me, { reviews }).whose === 'mine',
  );
  const [own] = candidates.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const [free] = own ? [] : await list(services, me, { status: ['queued'], assignee: 'none', limit: 1 });
  const first = own ?? free;
  if (!first) return null;
  const drafts = await draftsAtWork(services, me, [first.id]);
  const due = dueWords(texts, first, now, zone, { days: true });
  return {
    id: first.id,
    href: staffPaths.request(first.id),
    title: own ? t.nextUp(own.reference) : t.nextFree(first.reference),
    text: nextForStaff(texts, first, me, { reviews, draft: drafts.get(first.id) }).short,
    due: [due.short, due.left, due.second, due.clock].filter(Boolean).join(' · '),
    badges: queueBadges(texts, first, now),
  };
}

async function list(services: AppServices, me: StaffUser, query: Partial<ListQuery>): Promise<RequestView[]> {
  const listed = await listRequests(services, me, { sort: 'priority', limit: LOOK_THROUGH, ...query });
  return listed.ok ? listed.value.items : [];
}

const RANK = { urgent: 0, high: 1, normal: 2 } as const;
const placeOf = ({ priority, targetAt, receivedAt }: RequestView): string =>
  `${RANK[priority]}|${targetAt ?? '9999'}|${receivedAt}`;
