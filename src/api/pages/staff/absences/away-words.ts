import { goesOver, type WorkDue } from '../../../../domain/absences/goes-over.js';
import type { Away } from '../../../../usecases/absences/away-now.js';
import type { Texts } from '../../../text/texts.js';

/**
 * `away until Monday, July 3, 2056; Ben Lin stands in`: behind a name. With what is to be given, whether it goes to whoever
 * stands in by itself.
 */
export function awayWords({ staff, dates }: Texts, away: Away | null, due?: WorkDue): string | null {
  if (!away) return null;
  const t = staff.desk.away;
  const until = t.awayUntil(dates.date(away.until));
  if (!away.standIn) return until;
  const goes = due && goesOver({ ...away, lastDay: away.until }, due);
  return (goes ? t.givenTo : t.withStandIn)(until, away.standIn.name);
}

/** Above the queue: that whoever reads is away, and for whom they stand in. */
export function coverLines(
  texts: Texts,
  { away, standsInFor }: { away: Away | null; standsInFor: readonly { name: string; until: string }[] },
): string[] {
  const t = texts.staff.desk.away;
  const words = awayWords(texts, away);
  const people = standsInFor.map(({ name, until }) => t.until(name, texts.dates.date(until)));
  return [
    ...(words ? [t.youAre(words)] : []),
    ...(people.length > 0 ? [t.youStandIn(texts.listed(people))] : []),
  ];
}

/** What stands in brackets behind a colleague in a list, with that they are away. */
export const colleagueWords = (
  texts: Texts,
  away: Away | null,
  facts: readonly string[],
  due?: WorkDue,
): string => [...facts, awayWords(texts, away, due)].filter(Boolean).join(', ');
