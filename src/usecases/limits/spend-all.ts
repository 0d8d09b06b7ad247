import type { Limit } from '../../domain/limits.js';
import { giveBack, type Spent, spend } from './spend.js';

/** A limit, whose count it is, and how many times as wide it is. */
export type Count = [limit: Limit, who: string, times?: number];

/** Counts one try against several limits; what one of them refuses counts against none of the others. */
export async function spendAll(
  services: Parameters<typeof spend>[0],
  counts: Count[],
): Promise<Spent | { allowed: true }> {
  for (const [n, [limit, who, times]] of counts.entries()) {
    const spent = await spend(services, limit, who, { times });
    if (spent.allowed) continue;
    for (const [earlier, theirs] of counts.slice(0, n)) await giveBack(services, earlier, theirs);
    return spent;
  }
  return { allowed: true };
}
