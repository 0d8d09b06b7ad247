import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { RequestCommandEnvelope } from '../../domain/requests/command.js';
import type { RequestState } from '../../domain/requests/state.js';
import type { Signals } from '../../ports/process-inputs.js';
import type { Mend, Mended } from '../process.js';

/** A person decides: refused at once by the validator, or done when its event is committed. */
export const decide = defineUpdate<{ seq: number }, [RequestCommandEnvelope]>('decide');

/** Something happened: delivered in order through the outbox, never refused. */
export const requestFact = defineSignal<[Signals['requestFact']]>('requestFact');

/** What could not be recorded is taken up again: asked by whoever mends. */
export const mend = defineUpdate<Mended, [Mend<RequestState>]>('mend');
