import type { UpdateDefinition } from '@temporalio/common';
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  type SignalDefinition,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Instant } from '../../domain/time/instant.js';
import type { Decided, ProcessState, RecordedProcess } from './recorded-process.js';

type Process<
  S extends ProcessState<D>,
  E extends { seq: number },
  C extends Command,
  F,
  D extends { at: Instant },
  R,
> = RecordedProcess<S, E, C, F, D, R>;
type Command = { commandId: string; notAfter: Instant };

/** Workflow time as an instant. */
export const now = (): Instant => new Date(Date.now()).toISOString();

/** Wires a process to its messages. Call before the first await. */
export function answerMessages<
  S extends ProcessState<D>,
  E extends { seq: number },
  C extends Command,
  F,
  D extends { at: Instant },
  R,
>(
  process: Process<S, E, C, F, D, R>,
  messages: { decide: UpdateDefinition<{ seq: number }, [C]>; fact: SignalDefinition<[F]> },
): void {
  setHandler(
    messages.decide,
    async (command) => {
      const seq = process.command(command, now());
      await condition(() => process.isRecorded(seq));
      return { seq };
    },
    {
      // Synchronous: a promise would never refuse.
      validator: (command) => {
        const refused = process.refusal(command, now());
        if (refused) throw ApplicationFailure.nonRetryable(refused.detail, refused.code);
      },
    },
  );
  setHandler(messages.fact, (fact) => process.fact(fact));
}

/**
 * Runs a process to its end: records what was decided, then waits for the next decision, fact or deadline
 * with one timer. Resolves `ended`, or `history-is-long` when the caller should continue as new: then all
 * handlers have answered and nothing is unrecorded.
 */
export async function runProcess<
  S extends ProcessState<D>,
  E extends { seq: number },
  C extends Command,
  F,
  D extends { at: Instant },
  R,
>(
  process: Process<S, E, C, F, D, R>,
  options: { record(decided: Decided<S, E>): Promise<R>; continueAfterEvents?: number },
): Promise<'ended' | 'history-is-long'> {
  while (process.unrecorded.length > 0 || !process.isEnded) {
    await recordEvents(process, options.record);
    if (process.isEnded) break;
    if (historyIsLong(options.continueAfterEvents) && (await isQuiet(process))) return 'history-is-long';
    if (process.unrecorded.length === 0) await waitForWhatComesNext(process);
  }
  await condition(allHandlersFinished);
  return 'ended';
}

/** One event at a time, in order: each in one transaction that also tells what is due next. */
async function recordEvents<
  S extends ProcessState<D>,
  E extends { seq: number },
  C extends Command,
  F,
  D extends { at: Instant },
  R,
>(process: Process<S, E, C, F, D, R>, record: (decided: Decided<S, E>) => Promise<R>): Promise<void> {
  for (let next = process.unrecorded[0]; next; next = process.unrecorded[0]) {
    process.recorded(await record(next), now());
  }
}

/** A decision, a fact, or the next deadline: whichever comes first. */
async function waitForWhatComesNext<
  S extends ProcessState<D>,
  E extends { seq: number },
  C extends Command,
  F,
  D extends { at: Instant },
  R,
>(process: Process<S, E, C, F, D, R>): Promise<void> {
  const somethingHappened = () => process.unrecorded.length > 0;
  const { next } = process.state;
  if (!next) return condition(somethingHappened);
  const wait = Date.parse(next.at) - Date.now();
  const happened = wait > 0 ? await condition(somethingHappened, wait) : somethingHappened();
  if (!happened) process.deadline(next, now());
}

function historyIsLong(limit: number | undefined): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || (limit !== undefined && historyLength >= limit);
}

/** Handlers have answered and nothing new came in meanwhile: the run may end without losing anything. */
async function isQuiet(process: { unrecorded: unknown[] }): Promise<boolean> {
  await condition(() => allHandlersFinished() || process.unrecorded.length > 0);
  return allHandlersFinished() && process.unrecorded.length === 0;
}
