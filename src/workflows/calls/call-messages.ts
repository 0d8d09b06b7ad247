import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CallCommandEnvelope } from '../../domain/calls/call-command.js';
import type { CallState } from '../../domain/calls/call-state.js';
import type { Signals } from '../../ports/process-inputs.js';
import type { Mend, Mended } from '../process.js';

/** Staff decide about a call: refused at once by the validator, or done when its event is committed. */
export const decideCallUpdate = defineUpdate<{ seq: number }, [CallCommandEnvelope]>('decide');

/** Attendance became known, or the calendar changed. */
export const callFact = defineSignal<[Signals['callFact']]>('callFact');

/** What could not be recorded is taken up again: asked by whoever mends. */
export const mendCall = defineUpdate<Mended, [Mend<CallState>]>('mend');
