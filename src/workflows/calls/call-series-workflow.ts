import { type ActivityOptions, continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { RecordedSeriesEvent } from '../../activities/calls/record-series-event.js';
import type { Activities } from '../../activities/create-activities.js';
import { carryOutOnSeries, seriesRefusalOf, whenSeriesIsDue } from '../../domain/calls/decide-series.js';
import type {
  SeriesCommandEnvelope,
  SeriesDeadline,
  SeriesEvent,
  SeriesState,
} from '../../domain/calls/series-state.js';
import { type Held, type ProcessLogic, RecordedProcess } from '../process/recorded-process.js';
import { answerMessages, runProcess } from '../process/run-process.js';
import { decideSeriesUpdate, mendSeries, seriesFact } from './series-messages.js';

export interface CallSeriesInput {
  v: 1;
  state: SeriesState;
  /** What the run before could not carry out. */
  held?: Held<never> | null;
  /** Events after which the history starts anew; about a year of weekly planning by default. */
  continueAfterEvents?: number;
}

/** A planning is about ten events; a year of them, and it continues as new. */
const YEAR_OF_EVENTS = 540;

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordSeriesEvent } = proxyActivities<Activities>(RECORDING);

const logic: ProcessLogic<
  SeriesState,
  SeriesEvent,
  SeriesCommandEnvelope,
  never,
  SeriesDeadline,
  RecordedSeriesEvent
> = {
  refusalOf: seriesRefusalOf,
  carryOut: carryOutOnSeries,
  applyFact: () => null,
  whenDue: whenSeriesIsDue,
  // The program is read where the event is recorded: what it says changes no replay.
  recorded: (state, { next, planAheadDays = state.planAheadDays }) => ({
    state: { ...state, next, ...(planAheadDays === undefined ? {} : { planAheadDays }) },
    more: [],
  }),
  isEnded: () => false,
};

/** A recurring call for as long as the program holds it: plans its calls some weeks ahead, week by week. */
export async function callSeries(input: CallSeriesInput): Promise<void> {
  const series = new RecordedProcess(logic, input.state, input.held ?? null);
  answerMessages(series, { decide: decideSeriesUpdate, fact: seriesFact, mend: mendSeries });

  await runProcess(series, {
    record: ({ decided }) =>
      recordSeriesEvent.executeWithOptions({ ...RECORDING, summary: decided.event.type }, [
        { v: 1, ...decided },
      ]),
    continueAfterEvents: input.continueAfterEvents ?? YEAR_OF_EVENTS,
  });
  await continueAsNew<typeof callSeries>({ ...input, state: series.state, held: series.held });
}
