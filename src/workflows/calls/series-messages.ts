import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { SeriesCommandEnvelope, SeriesState } from '../../domain/calls/series-state.js';
import type { Mend, Mended } from '../process.js';

/** Staff change a series: skip a date, an extra call, pause, resume. */
export const decideSeriesUpdate = defineUpdate<{ seq: number }, [SeriesCommandEnvelope]>('decide');

/** A series hears of no facts yet; the name is kept for them. */
export const seriesFact = defineSignal<[never]>('seriesFact');

/** What could not be recorded is taken up again: asked by whoever mends. */
export const mendSeries = defineUpdate<Mended, [Mend<SeriesState>]>('mend');
