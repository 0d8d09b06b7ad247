import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { SeriesCommandEnvelope } from '../../domain/calls/series-state.js';

/** Staff change a series: skip a date, an extra call, pause, resume. */
export const decideSeriesUpdate = defineUpdate<{ seq: number }, [SeriesCommandEnvelope]>('decide');

/** A series hears of no facts yet; the name is kept for them. */
export const seriesFact = defineSignal<[never]>('seriesFact');
