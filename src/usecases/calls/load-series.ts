import type { CallSeries } from '../../domain/program/call-series.schema.js';
import { callSeriesOf } from '../../domain/program/lookup.js';
import type { RecordServices } from '../../ports/services.js';

/** The rule of a series; null when the program has none of this id (any more). Calls follow today's program. */
export function seriesRule(services: Pick<RecordServices, 'programs'>, id: string): CallSeries | null {
  return callSeriesOf(services.programs.current().program, id);
}
