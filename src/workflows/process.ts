import type { Problem } from '../domain/result.js';
import type { Instant } from '../domain/time/instant.js';

/** State that every process carries. JSON-safe. */
export interface ProcessState {
  /** Number of the last event decided. */
  seq: number;
  next: { kind: string; at: Instant } | null;
  /** Ids of the last commands carried out. */
  handled: string[];
}

export type ProcessEvent = { seq: number; at: Instant; type: string };

export type DeadlineOf<State extends ProcessState> = NonNullable<State['next']>;

/** A command as every process takes it. */
export interface Command {
  commandId: string;
  notAfter: Instant;
  /** What whoever decides has seen: given, nothing may have happened since. */
  expected?: { seq: number; version: number };
  /** The same command may be sent again: a refusal says which sending it answers. */
  sending?: string;
}

export interface Decided<State, Event> {
  state: State;
  event: Event;
}

/** Decided, and still to be recorded; the version it was decided upon is compared under the row's lock. */
export interface News<State, Event> extends Decided<State, Event> {
  expectedVersion?: number;
}

/** What people may decide about a process, and what comes of it. Pure and synchronous. */
export interface DecisionRules<State, Event, C extends Command> {
  refusalOf(state: State, command: C, at: Instant): Problem | null;
  carryOut(state: State, command: C, at: Instant): Decided<State, Event>;
}

/** Null: the fact changes nothing. */
export type ApplyFact<State, Event, Fact> = (state: State, fact: Fact) => Decided<State, Event> | null;

/** Undefined: a deadline that another version planned. */
export type WhenDue<State extends ProcessState, Event> = (
  state: State,
  deadline: DeadlineOf<State>,
  at: Instant,
) => Decided<State, Event> | undefined;

/** What is asked of a process that could not carry something out; `state` is the database's. */
export interface Mend<State> {
  v: 1;
  state: State | null;
}

/** How it stands after the try; `held`: something still can't be carried out. */
export interface Mended {
  seq: number;
  held: boolean;
}
