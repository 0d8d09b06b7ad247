import type { StaffRole } from '../../people/actor.js';
import type { Problem } from '../../result.js';
import type { Instant } from '../../time/instant.js';
import type { RequestEventType } from '../events.js';
import type { Readers } from '../readers.js';
import type { RequestEventData, RequestState } from '../state.js';
import type { RequestStatus } from '../statuses.js';

/** Who asks: all that a process knows of them. */
export interface Asking {
  actor: string;
  role: StaffRole | null;
}

/** What was decided: the one event that tells of it, and what it changes. */
export interface Outcome {
  type: RequestEventType;
  change: Partial<RequestState>;
  data?: RequestEventData;
}

/** Who wants to decide about what. `draft`: the one to submit or send, if any was written. */
export interface Deciding extends Asking {
  state: RequestState;
  draft: { id: string; author: string } | null;
  /** The requester asked for a reopening, and nobody has decided. */
  reopeningAsked?: boolean;
  /** A message of the requester waits for a reply. */
  messageWaits?: boolean;
}

/** Something asked of the running process. Pure and synchronous: the workflow's validator asks `refuse`. */
export interface CommandSheet<C> {
  /** In which statuses it may be carried out. */
  allowedIn: readonly RequestStatus[];
  /** What else stands against it. */
  refuse?: (state: RequestState, command: C, asking: Asking) => Problem | null;
  /**
   * Carries out what was permitted. It doesn't ask again: a history may hold what was permitted then and isn't any
   * more, and an error here would stop its process for good.
   */
  carryOut: (state: RequestState, command: C, at: Instant) => Outcome;
}

/** Words typed for a decision, by their names in what is sent: where each is kept, and who reads it. */
export type Words = Readonly<Record<string, { keptAs: string; readBy: Readers }>>;
type None = Readonly<Record<never, never>>;

/** A command that staff decide. */
export interface DecisionSheet<C, W extends Words = Words> extends CommandSheet<C> {
  /** Whose decision it is. */
  by: readonly StaffRole[];
  /** Whose a harder form of it is. */
  byFor?: (command: Partial<C>) => readonly StaffRole[];
  /** They wait in the database beside the command, which holds codes and ids only. */
  words?: W;
  /**
   * Its mildest form: where even that is refused, none of its kind is possible, and pages don't offer it. Null: there is
   * nothing it could be about.
   */
  mildest: (deciding: Deciding) => C | null;
}

/** What staff write beside the process: nothing runs that could refuse it. */
export interface ContentSheet<W extends Words = Words> {
  by: readonly StaffRole[];
  words: W;
  isPossible: (deciding: Deciding) => boolean;
}

/** Types what a row is about. `decision` is called twice: of its types the command is told, and the words are read off. */
export const command = <C extends { kind: string }>(sheet: CommandSheet<C>) => sheet;
export const decision =
  <C extends { kind: string }>() =>
  <const W extends Words = None>(sheet: DecisionSheet<C, W>) =>
    sheet;
export const content = <const W extends Words>(sheet: ContentSheet<W>) => sheet;
