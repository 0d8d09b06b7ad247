import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { IntroductionEnvelope, IntroductionState } from '../../domain/mentors/introduction-state.js';
import type { Signals } from '../../ports/process-inputs.js';
import type { Mend, Mended } from '../process.js';

/** One of the two, or staff, decide: refused at once by the validator, or done when its event is committed. */
export const decideIntroductionUpdate = defineUpdate<{ seq: number }, [IntroductionEnvelope]>('decide');

/** The calendar changed, or the mentor left. */
export const introductionFact = defineSignal<[Signals['introductionFact']]>('introductionFact');

/** What could not be recorded is taken up again: asked by whoever mends. */
export const mendIntroduction = defineUpdate<Mended, [Mend<IntroductionState>]>('mend');
