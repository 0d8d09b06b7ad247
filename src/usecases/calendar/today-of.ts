import type { IsoDate } from '../../domain/time/instant.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices } from '../../ports/services.js';

/** The date in the program's zone, now or at another moment. */
export function todayOf(
  { programs, clock }: Pick<RecordServices, 'programs' | 'clock'>,
  at: Date = clock.now(),
): IsoDate {
  return createZone(programs.current().program.zone).dateOf(at.toISOString());
}
