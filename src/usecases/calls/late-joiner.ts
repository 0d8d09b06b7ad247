import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { catchUp } from './catch-up.js';

/**
 * Who registers or opts in after a reminder or a change went out gets what they would have got, once. A series
 * tells of its own calls; null: all of them.
 */
export async function tellLateJoiner(
  rec: Recording,
  services: RecordServices,
  joined: { personEmail: string; seriesId: string | null },
): Promise<void> {
  const { personEmail, seriesId } = joined;
  const all = services.programs.current().program.callSeries.map(({ id }) => id);
  for (const id of seriesId === null ? all : [seriesId]) {
    await catchUp(rec, services, { personEmail, seriesId: id });
  }
}
