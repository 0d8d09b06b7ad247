import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ReviewCommandEnvelope, ReviewState } from '../../domain/conduct/review-state.js';
import type { Signals } from '../../ports/process-inputs.js';
import type { Mend, Mended } from '../process.js';

/** A director or the person decides: refused at once by the validator, or done when its event is committed. */
export const decideReviewUpdate = defineUpdate<{ seq: number }, [ReviewCommandEnvelope]>('decide');

/** The calendar changed. */
export const reviewFact = defineSignal<[Signals['reviewFact']]>('reviewFact');

/** What could not be recorded is taken up again: asked by whoever mends. */
export const mendReview = defineUpdate<Mended, [Mend<ReviewState>]>('mend');
