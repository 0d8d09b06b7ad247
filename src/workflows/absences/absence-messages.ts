import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { AbsenceCommandEnvelope, AbsenceState } from '../../domain/absences/absence-state.js';
import type { Signals } from '../../ports/process-inputs.js';
import type { Mend, Mended } from '../process.js';

/** They, or whoever hands over work, decide: refused at once by the validator, or done when its event is committed. */
export const decideAbsenceUpdate = defineUpdate<{ seq: number }, [AbsenceCommandEnvelope]>('decide');

/** The calendar changed, or somebody has left. */
export const absenceFact = defineSignal<[Signals['absenceFact']]>('absenceFact');

/** What could not be recorded is taken up again: asked by whoever mends. */
export const mendAbsence = defineUpdate<Mended, [Mend<AbsenceState>]>('mend');
