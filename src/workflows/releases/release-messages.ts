import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ReleaseCommandEnvelope, ReleaseState } from '../../domain/releases/release-state.js';
import type { Signals } from '../../ports/process-inputs.js';
import type { Mend, Mended } from '../process.js';

/** The requester or staff decide: refused at once by the validator, or done when its event is committed. */
export const decideReleaseUpdate = defineUpdate<{ seq: number }, [ReleaseCommandEnvelope]>('decide');

/** What it was for came to nothing. */
export const releaseFact = defineSignal<[Signals['releaseFact']]>('releaseFact');

/** What could not be recorded is taken up again: asked by whoever mends. */
export const mendRelease = defineUpdate<Mended, [Mend<ReleaseState>]>('mend');
