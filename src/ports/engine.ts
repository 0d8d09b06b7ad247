import type { Problem } from '../domain/result.js';
/** A row of the outbox: a start or a signal on its way to Temporal. */
export interface OutboxRow {
  id: bigint;
  workflowId: string;
  kind: string;
  name: string;
  payload: unknown[];
}

/** Delivers outbox rows to Temporal now; what fails stays for the relay. Never throws. */
export interface Relay {
  /** Rows that are committed: all that is known to wait for their workflows. */
  deliver(rows: readonly OutboxRow[]): Promise<void>;
}

/** Outcome of asking a workflow to decide. Refusals come from the synchronous validator. */
export type UpdateOutcome =
  | { outcome: 'done'; result: { seq: number } }
  | { outcome: 'refused'; problem: Problem }
  | { outcome: 'unavailable' }
  | { outcome: 'ended' };

/** The engine, as use cases see it. */
export interface Processes {
  /** Update `decide` of a running process; completes when its event is committed. */
  decide<Command extends { commandId: string }>(workflowId: string, command: Command): Promise<UpdateOutcome>;
  /**
   * Update `mend`: what could not be recorded is tried again, from the database's state if that is further.
   * `held`: still not possible.
   */
  mend(workflowId: string, state: object | null): Promise<'mended' | 'held' | 'ended' | 'unavailable'>;
  ready(): Promise<boolean>;
  /** Whether a workflow runs; `missing` = Temporal never heard of it, or lost it. */
  stateOf(workflowId: string): Promise<'running' | 'ended' | 'missing' | 'unavailable'>;
}
