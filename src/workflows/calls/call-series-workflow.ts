import { type ActivityOptions, continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import { carryOutOnSeries, seriesRefusalOf, whenSeriesIsDue } from '../../domain/calls/decide-series.js';
import type { SeriesEvent, SeriesState } from '../../domain/calls/series-state.js';
import type { Starts } from '../../ports/process-inputs.js';
import { historyIsLong, Journal } from '../journal.js';
import { decideSeriesUpdate, mendSeries, seriesFact } from './series-messages.js';

/** A planning is about ten events; a year of them, and it continues as new. */
const YEAR_OF_EVENTS = 540;

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordSeriesEvent } = proxyActivities<Activities>(RECORDING);

/**
 * A recurring call for as long as the program holds it.
 *
 * **By itself comes** every week the time to `plan`: each call so many weeks ahead becomes a process of its own.
 * **Staff decide** (`domain/calls/series-decisions.ts`): `skip` a date before it is planned, an `extra` call, `pause`,
 * `resume`.
 */
export async function callSeries(input: Starts['callSeries']): Promise<void> {
  const series = new Journal<SeriesState, SeriesEvent>(input, () => null);
  series.decides(decideSeriesUpdate, { refusalOf: seriesRefusalOf, carryOut: carryOutOnSeries });
  series.hears(seriesFact);
  series.mends(mendSeries);

  while (true) {
    for (const news of series.unrecorded()) {
      await series.record(
        recordSeriesEvent.executeWithOptions({ ...RECORDING, summary: news.event.type }, [{ v: 1, ...news }]),
        // The program is read where the event is recorded: what it says changes no replay.
        ({ next, planAheadDays = news.state.planAheadDays }) => ({
          state: { ...news.state, next, ...(planAheadDays === undefined ? {} : { planAheadDays }) },
        }),
      );
    }
    if (historyIsLong(input.continueAfterEvents ?? YEAR_OF_EVENTS)) {
      await series.untilQuiet();
      if (series.isQuiet) return continueAsNew<typeof callSeries>({ ...input, ...series.carriedOver });
    }
    await series.nextDueUnlessSomethingHappens(whenSeriesIsDue);
  }
}
