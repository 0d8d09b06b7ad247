import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { RequestCommandEnvelope, RequestFact } from '../../domain/requests/command.js';

/** A person decides: refused at once by the validator, or done when its event is committed. */
export const decide = defineUpdate<{ seq: number }, [RequestCommandEnvelope]>('decide');

/** Something happened: delivered in order through the outbox, never refused. */
export const requestFact = defineSignal<[RequestFact]>('requestFact');
