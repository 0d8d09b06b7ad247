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
import { isNotRecordedCode, NOT_RECORDED } from '../domain/not-recorded.js';
import { because, type Problem } from '../domain/result.js';
import type { Instant } from '../domain/time/instant.js';
import { Entries } from './entries.js';
import { isSince } from './patches.js';
import type { Command, DecisionRules, Mend, Mended, ProcessEvent, ProcessState, WhenDue } from './process.js';

/**
 * What a process decided and what it waits for: its messages, its one timer, and what of it is still to be recorded.
 * `Fact`: what it can hear of, for a fact that can't be recorded is kept, and handed to the next run.
 */
export class Journal<State extends ProcessState, Event extends ProcessEvent, Fact = never> extends Entries<
  State,
  Event,
  Fact
> {
  /** People decide: refused at once with a reason, or answered when it is recorded. */
  decides<C extends Command>(
    update: UpdateDefinition<{ seq: number }, [C]>,
    rules: DecisionRules<State, Event, NoInfer<C>>,
  ): void {
    const handler = async (command: C) => {
      const asked = this.command(command, rules, now());
      if ('seq' in asked) return { seq: asked.seq };
      await condition(() => asked.outcome !== null);
      if (asked.outcome !== 'recorded') throw failure(asked.outcome, command);
      return { seq: asked.decided.event.seq };
    };
    // Synchronous: a promise would never refuse.
    const validator = (command: C) => {
      const refused = this.refusal(command, rules, now());
      if (refused) throw failure(refused, command);
    };
    setHandler(update, handler, { validator });
  }

  /** Things happen: never refused. */
  hears(signal: SignalDefinition<[Fact]>): void {
    setHandler(signal, (fact) => {
      // Thrown here, whatever it is would stop the process for good.
      try {
        this.fact(fact);
      } catch (error) {
        log.error('a fact could not be read', { error: error instanceof Error ? error.name : 'unknown' });
      }
    });
  }

  /** Somebody mends: what could not be recorded is taken up again. */
  mends(update: UpdateDefinition<Mended, [Mend<State>]>): void {
    const handler = async ({ state }: Mend<State>) => {
      await condition(() => this.isAtRest);
      this.mend(state, now());
      await condition(() => this.isAtRest);
      return { seq: this.state.seq, held: this.held !== null };
    };
    const validator = (asked: Mend<State> | undefined) => {
      if (asked?.v !== 1) throw ApplicationFailure.nonRetryable('malformed', 'malformed');
    };
    setHandler(update, handler, { validator });
  }

  /** Waits until the oldest entry is recorded, or is known never to be; `told`: the state it leaves, facts learned. */
  async record<Told>(
    recording: Promise<Told>,
    told: (result: Told) => { state: State; facts?: Fact[] },
  ): Promise<void> {
    try {
      this.recorded(told(await recording), now(), () => isSince('keepsWhatRecordingTold'));
    } catch (error) {
      this.notRecorded(whyNever(error), now());
    }
  }

  /** A decision, a fact, or the next deadline: whichever comes first. The one timer. */
  async nextDueUnlessSomethingHappens(whenDue: WhenDue<State, Event>): Promise<void> {
    if (this.hasNews) return;
    const { turn, waitsUntil, waitsFor } = this;
    const somethingHappened = () => this.hasNews || this.turn !== turn;
    if (!waitsUntil) return condition(somethingHappened);
    const wait = Date.parse(waitsUntil) - Date.now();
    const happened =
      wait > 0 ? await condition(somethingHappened, wait, { summary: waitsFor }) : somethingHappened();
    if (happened) return;
    // Both at once: what people did comes first, it may be what the deadline waited for.
    if (somethingHappened() && isSince('newsBeforeDeadlines')) return;
    // Here and not in the loop: with an await in between there might be news after all.
    this.timeHasCome(whenDue, now());
  }

  /** Handlers have answered and nothing is on its way: the run may end without losing anything. */
  get isQuiet(): boolean {
    return allHandlersFinished() && this.isAtRest;
  }

  /** Until it is quiet, or there is something to do first. */
  untilQuiet(): Promise<void> {
    return condition(() => allHandlersFinished() || !this.isAtRest);
  }
}

/** Workflow time as an instant. */
export const now = (): Instant => new Date(Date.now()).toISOString();

/** `limit` in events; without one, when Temporal says so. */
export function historyIsLong(limit: number | undefined): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || (limit !== undefined && historyLength >= limit);
}

function failure(refused: Problem | null, { sending }: Command): ApplicationFailure {
  const { code, reason, params } = refused ?? because('cannot-record');
  return ApplicationFailure.nonRetryable(reason, code, { sending, reason, params });
}

/** Why an event can't be recorded, ever. Whatever else ends an activity ends the process. */
function whyNever(error: unknown): Problem {
  const { cause } = error instanceof ActivityFailure ? error : {};
  if (cause instanceof ApplicationFailure && isNotRecordedCode(cause.type))
    return because(NOT_RECORDED[cause.type]);
  throw error;
}
