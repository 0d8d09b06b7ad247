import { because, type Problem } from '../domain/result.js';
import type { Instant } from '../domain/time/instant.js';
import type { Held } from '../ports/process-inputs.js';
import type { Command, Decided, DecisionRules, ProcessState } from './process.js';

/** Why something was decided: asked again when what it was decided upon turns out never to have been. */
export type Cause<State, Event, Fact> =
  | { kind: 'command'; id: string; version?: number; again: Again<State, Event> }
  | { kind: 'fact'; fact: Fact }
  | { kind: 'deadline' };
export type Again<State, Event> = (state: State, at: Instant) => Decided<State, Event> | Problem;

/** Something decided that is on its way into the database. */
export interface Entry<State, Event, Fact> {
  readonly cause: Cause<State, Event, Fact>;
  decided: Decided<State, Event>;
  /** `recorded`, or why it never will be. */
  outcome: 'recorded' | Problem | null;
}

/** One more that can't be recorded: a fact, or without one the deadline. What is held comes up together, when the first does. */
export function heldToo<Fact>(
  held: Held<Fact> | null,
  { fact, until }: { fact?: Fact; until: Instant },
): Held<Fact> {
  return {
    facts: [...(held?.facts ?? []), ...(fact === undefined ? [] : [fact])],
    deadline: (held?.deadline ?? false) || fact === undefined,
    until: held?.until ?? until,
  };
}

/** Why a command is refused in this state; null: it is not. */
export function whyNot<State extends ProcessState, Event, C extends Command>(
  state: State,
  command: C,
  { refusalOf }: DecisionRules<State, Event, C>,
  at: Instant,
): Problem | null {
  if (command.expected && command.expected.seq !== state.seq) {
    return because('changed-meanwhile');
  }
  return refusalOf(state, command, at);
}
