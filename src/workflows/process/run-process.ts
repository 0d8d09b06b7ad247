import type { UpdateDefinition } from '@temporalio/common';
import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  condition,
  log,
  type SignalDefinition,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { isNotRecordedCode, NOT_RECORDED } from '../../domain/not-recorded.js';
import type { Instant } from '../../domain/time/instant.js';
import { isSince } from '../patches.js';
import type { Entry, ProcessCommand, ProcessState, RecordedProcess, Refused } from './recorded-process.js';

type Event = { seq: number; at: Instant; type: string };
type Process<
  S extends ProcessState<D>,
  E extends Event,
  C extends ProcessCommand,
  F,
  D extends { at: Instant; kind: string },
  R,
> = RecordedProcess<S, E, C, F, D, R>;

/** What is asked of a process that could not carry something out; `state` is the database's. */
export interface Mend<S> {
  v: 1;
  state: S | null;
}
/** How it stands after the try; `held`: something still can't be carried out. */
export interface Mended {
  seq: number;
  held: boolean;
}

/** The version a command was decided upon goes with its event: whoever records it compares under the lock. */
export function expectedBy({ expected }: ProcessCommand): { expectedVersion?: number } {
  return expected ? { expectedVersion: expected.version } : {};
}

/** Workflow time as an instant. */
export const now = (): Instant => new Date(Date.now()).toISOString();

/** Wires a process to its messages. Call before the first await. */
export function answerMessages<
  S extends ProcessState<D>,
  E extends Event,
  C extends ProcessCommand,
  F,
  D extends { at: Instant; kind: string },
  R,
>(
  process: Process<S, E, C, F, D, R>,
  messages: {
    decide: UpdateDefinition<{ seq: number }, [C]>;
    fact: SignalDefinition<[F]>;
    mend: UpdateDefinition<Mended, [Mend<S>]>;
  },
): void {
  setHandler(
    messages.decide,
    async (command) => {
      const asked = process.command(command, now());
      if ('seq' in asked) return { seq: asked.seq };
      await condition(() => asked.outcome !== null);
      if (asked.outcome !== 'recorded') throw refusal(asked.outcome, command);
      return { seq: asked.decided.event.seq };
    },
    {
      // Synchronous: a promise would never refuse.
      validator: (command) => {
        const refused = process.refusal(command, now());
        if (refused) throw refusal(refused, command);
      },
    },
  );
  setHandler(messages.fact, (fact) => {
    // Thrown here, whatever it is would stop the process for good.
    try {
      process.fact(fact);
    } catch (error) {
      log.error('a fact could not be read', { error: error instanceof Error ? error.name : 'unknown' });
    }
  });
  setHandler(
    messages.mend,
    async ({ state }) => {
      await condition(() => process.isAtRest);
      process.mend(state, now());
      await condition(() => process.isAtRest);
      return { seq: process.state.seq, held: process.held !== null };
    },
    {
      validator: (asked: Mend<S> | undefined) => {
        if (asked?.v !== 1) throw ApplicationFailure.nonRetryable('This can’t be read.', 'malformed');
      },
    },
  );
}

function refusal(refused: Refused | null, { sending }: ProcessCommand): ApplicationFailure {
  const { code, detail } = refused ?? NOT_RECORDED['cannot-record'];
  return ApplicationFailure.nonRetryable(detail, code, { sending });
}

/**
 * Runs a process to its end: records what was decided, then waits for the next decision, fact or deadline
 * with one timer. Resolves `ended`, or `history-is-long` when the caller should continue as new: then all
 * handlers have answered and nothing is unrecorded.
 */
export async function runProcess<
  S extends ProcessState<D>,
  E extends Event,
  C extends ProcessCommand,
  F,
  D extends { at: Instant; kind: string },
  R,
>(
  process: Process<S, E, C, F, D, R>,
  options: { record(entry: Entry<S, E, C, F>): Promise<R>; continueAfterEvents?: number },
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
  E extends Event,
  C extends ProcessCommand,
  F,
  D extends { at: Instant; kind: string },
  R,
>(process: Process<S, E, C, F, D, R>, record: (entry: Entry<S, E, C, F>) => Promise<R>): Promise<void> {
  for (let next = process.unrecorded[0]; next; next = process.unrecorded[0]) {
    try {
      process.recorded(await record(next), now(), () => isSince('keepsWhatRecordingTold'));
    } catch (error) {
      process.notRecorded(whyNever(error), now());
    }
  }
}

/** Why an event can't be recorded, ever. Whatever else ends an activity ends the process. */
function whyNever(error: unknown): Refused {
  const { cause } = error instanceof ActivityFailure ? error : {};
  if (cause instanceof ApplicationFailure && isNotRecordedCode(cause.type)) return NOT_RECORDED[cause.type];
  throw error;
}

/** A decision, a fact, or the next deadline: whichever comes first. */
async function waitForWhatComesNext<
  S extends ProcessState<D>,
  E extends Event,
  C extends ProcessCommand,
  F,
  D extends { at: Instant; kind: string },
  R,
>(process: Process<S, E, C, F, D, R>): Promise<void> {
  const { turn, waitsUntil, waitsFor } = process;
  const somethingHappened = () => process.unrecorded.length > 0 || process.turn !== turn;
  if (!waitsUntil) return condition(somethingHappened);
  const wait = Date.parse(waitsUntil) - Date.now();
  const happened =
    wait > 0 ? await condition(somethingHappened, wait, { summary: waitsFor }) : somethingHappened();
  if (happened) return;
  // Both at once: what people did comes first, it may be what the deadline waited for.
  if (somethingHappened() && isSince('newsBeforeDeadlines')) return;
  process.timeHasCome(now());
}

function historyIsLong(limit: number | undefined): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || (limit !== undefined && historyLength >= limit);
}

/** Handlers have answered and nothing new came in meanwhile: the run may end without losing anything. */
async function isQuiet(process: { isAtRest: boolean }): Promise<boolean> {
  await condition(() => allHandlersFinished() || !process.isAtRest);
  return allHandlersFinished() && process.isAtRest;
}
