import type { Closure } from '../../adapters/database/generated/client.js';
import type { DaySpan } from '../../domain/time/day-span.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { Transaction } from '../../ports/database.js';

/** Days that were entered together and are closed still, by date. It is named by its first day. */
export type ClosureEntry = readonly [Closure, ...Closure[]];

/** The entries still in force, by first day. */
export async function closureEntries(
  tx: Pick<Transaction, 'closure'>,
  where: { entryId?: { in: string[] } } = {},
): Promise<ClosureEntry[]> {
  const rows = await tx.closure.findMany({ where: { ...where, removedAt: null }, orderBy: { date: 'asc' } });
  const entries = new Map<string, [Closure, ...Closure[]]>();
  for (const row of rows) {
    const entry = entries.get(row.entryId);
    if (entry) entry.push(row);
    else entries.set(row.entryId, [row]);
  }
  return [...entries.values()];
}

/** The entry whose first day it is. */
export async function closureEntryFrom(
  tx: Pick<Transaction, 'closure'>,
  date: IsoDate,
): Promise<ClosureEntry | null> {
  const first = { date: dayOf(date), removedAt: null };
  const ids = (await tx.closure.findMany({ where: first, select: { entryId: true } })).map(
    ({ entryId }) => entryId,
  );
  const entries = ids.length > 0 ? await closureEntries(tx, { entryId: { in: ids } }) : [];
  return entries.find(([{ date: begins }]) => isoOf(begins) === date) ?? null;
}

export function spanOf(entry: ClosureEntry): DaySpan {
  return { from: isoOf(entry[0].date), until: isoOf((entry.at(-1) ?? entry[0]).date) };
}

/** First day, and the last where there are several, as answers say it. */
export function namedSpan({ from, until }: DaySpan): { date: IsoDate; until?: IsoDate } {
  return from === until ? { date: from } : { date: from, until };
}

/** A date as the database keeps it. */
export const dayOf = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
export const isoOf = (day: Date): IsoDate => day.toISOString().slice(0, 10);
