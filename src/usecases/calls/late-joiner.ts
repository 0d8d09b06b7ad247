import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { catchUp } from './catch-up.js';

/**
 * Who registers or opts in after a reminder or a change went out gets what they would have got, once. A series
 * tells of its own calls; null: all of them.
 */
export async function tellLateJoiner(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  joined: { personEmail: string; seriesId: string | null; at: Date },
): Promise<void> {
  const { personEmail, seriesId, at } = joined;
  const all = services.programs.current().program.callSeries.map(({ id }) => id);
  for (const id of seriesId === null ? all : [seriesId]) {
    await catchUp(tx, services, toKick, { personEmail, seriesId: id, at });
  }
}
