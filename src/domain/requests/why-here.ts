import type { IsoDate } from '../time/instant.js';
import type { RequestView } from './view.schema.js';

/** What puts a request where it stands in a list, as codes; the order's own keys and nothing else. */
export type WhyHere =
  | { code: 'urgent' | 'ovc-grantee' | 'completed-training' | 'no-date' }
  | { code: 'court' | 'filing'; days: number }
  | { code: 'court-passed' | 'filing-passed' }
  | { code: 'target' | 'due' | 'received'; at: string };

export type Facts = Pick<
  RequestView,
  'urgent' | 'priorityGroups' | 'courtOrFilingDeadline' | 'targetAt' | 'dueAt' | 'receivedAt'
>;

/**
 * Why a request stands where it does in this order: first what sets its rank, then the date within it. Names say
 * themselves, and get no reason.
 */
export function whyHere(facts: Facts, sort: string, today: IsoDate): WhyHere[] {
  const { dueAt, receivedAt } = facts;
  switch (sort.replace('-', '')) {
    case 'priority':
      return byPriority(facts, today);
    case 'target':
      return [...(facts.urgent ? courtAhead(facts, today) : []), target(facts)];
    case 'due':
      return dueAt ? [{ code: 'due', at: dueAt }] : [{ code: 'no-date' }];
    case 'received':
      return [{ code: 'received', at: receivedAt }];
    default:
      return [];
  }
}

function byPriority(facts: Facts, today: IsoDate): WhyHere[] {
  const ahead = courtAhead(facts, today);
  // What is urgent stands first whatever group it is in; then the date that made it so, where one did.
  if (facts.urgent) return [{ code: 'urgent' }, ...(ahead.length > 0 ? ahead : [target(facts)])];
  const groups = facts.priorityGroups.flatMap((group): WhyHere[] =>
    group === 'court-or-filing-deadline' ? courtDate(facts, today) : [{ code: group }],
  );
  const saysDate = facts.priorityGroups.includes('court-or-filing-deadline');
  return saysDate ? groups : [...groups, target(facts)];
}

const target = ({ targetAt }: Facts): WhyHere =>
  targetAt ? { code: 'target', at: targetAt } : { code: 'no-date' };

const courtAhead = (facts: Facts, today: IsoDate) =>
  courtDate(facts, today).filter(({ code }) => code === 'court' || code === 'filing');

/** Days by the calendar: a court counts weekends too. */
function courtDate({ courtOrFilingDeadline: court }: Facts, today: IsoDate): WhyHere[] {
  if (!court) return [];
  const kind = court.kind === 'filing' ? 'filing' : 'court';
  const days = Math.round((Date.parse(court.date) - Date.parse(today)) / 86_400_000);
  return [days < 0 ? { code: `${kind}-passed` } : { code: kind, days }];
}
