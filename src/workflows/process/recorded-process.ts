import { CHANGED_MEANWHILE, tryAgainAt } from '../../domain/not-recorded.js';
import type { Instant } from '../../domain/time/instant.js';

/** State every recorded process carries. */
export interface ProcessState<Deadline> {
  /** Number of the last event decided. */
  seq: number;
  next: Deadline | null;
  /** Ids of the last commands carried out. */
  handled: string[];
}

/** A command as every process takes it. */
export interface ProcessCommand {
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

export interface Refused {
  code: string;
  detail: string;
}

/** Why an event was decided: asked again when what it was decided upon turns out never to have been. */
type Cause<Command, Fact> =
  | { kind: 'command'; command: Command; at: Instant }
  | { kind: 'fact'; fact: Fact }
  | { kind: 'deadline' };

/** Something decided that is on its way into the database. */
export interface Entry<State, Event, Command, Fact> {
  readonly cause: Cause<Command, Fact>;
  decided: Decided<State, Event>;
  /** `recorded`, or why it never will be. */
  outcome: 'recorded' | Refused | null;
}

/** What could not be recorded though nobody can be told so: it waits, and is neither lost nor tried without end. */
export interface Held<Fact> {
  facts: Fact[];
  /** `state.next` is due and can't be carried out. */
  deadline: boolean;
  until: Instant;
}

/** The pure logic of one kind of process; see `src/domain/requests` for the first. */
export interface ProcessLogic<State, Event, Command, Fact, Deadline, Recorded> {
  refusalOf(state: State, command: Command): Refused | null;
  carryOut(state: State, command: Command, at: Instant): Decided<State, Event>;
  applyFact(state: State, fact: Fact): Decided<State, Event> | null;
  /** Undefined: a deadline that another version planned. */
  whenDue(state: State, deadline: Deadline, at: Instant): Decided<State, Event> | undefined;
  /** State once its last event is committed: dates are known again. `more`: facts learned on the way. */
  recorded(state: State, result: Recorded, at: Instant): { state: State; more: Fact[] };
  isEnded(state: State): boolean;
}

/**
 * The state of a running process and what of it is still to be recorded. Handlers change it at once, so
 * validators always see the latest; the main loop records the events one after another. An event that can't be
 * recorded never was: the state goes back to before it.
 */
export class RecordedProcess<
  State extends ProcessState<Deadline>,
  Event extends { seq: number; at: Instant; type: string },
  Command extends ProcessCommand,
  Fact,
  Deadline extends { at: Instant; kind: string },
  Recorded,
> {
  private queue: Entry<State, Event, Command, Fact>[] = [];
  /** As the last recorded event left it. */
  private settled: State;
  /** What recording told while more was on its way already. */
  private follows: Fact[] = [];
  /** Rises when the process is to look anew at what it waits for. */
  turn = 0;
  private retrying = false;

  constructor(
    private readonly logic: ProcessLogic<State, Event, Command, Fact, Deadline, Recorded>,
    private current: State,
    public held: Held<Fact> | null = null,
  ) {
    this.settled = current;
  }

  get state(): State {
    return this.current;
  }

  get unrecorded(): readonly Entry<State, Event, Command, Fact>[] {
    return this.queue;
  }

  get isEnded(): boolean {
    return this.logic.isEnded(this.current);
  }

  /** Nothing is on its way, and what was held has been tried. */
  get isAtRest(): boolean {
    return this.queue.length === 0 && (!this.retrying || this.isEnded);
  }

  /** When something is to be done by itself: the next deadline, or another try of what is held. */
  get waitsUntil(): Instant | null {
    const due = this.held?.deadline ? null : this.current.next?.at;
    return [due, this.held?.until].filter((at) => at != null).sort()[0] ?? null;
  }

  /** What that is, as Temporal's own pages show it: the deadline's kind, a code. */
  get waitsFor(): string {
    const due = this.held?.deadline ? null : this.current.next;
    return due && due.at === this.waitsUntil ? due.kind : 'try-again';
  }

  refusal(command: Command, at: Instant): Refused | null {
    if (this.current.handled.includes(command.commandId)) return null;
    if (at > command.notAfter) {
      return { code: 'too-late', detail: 'This decision arrived too late to be carried out; decide again.' };
    }
    return this.whyNot(command);
  }

  command(command: Command, at: Instant): Entry<State, Event, Command, Fact> | { seq: number } {
    if (this.current.handled.includes(command.commandId)) {
      const known = this.queue.find(
        ({ cause }) => cause.kind === 'command' && cause.command.commandId === command.commandId,
      );
      // The same command may reach both runs across continue-as-new.
      return known ?? { seq: this.current.seq };
    }
    return this.accept({ kind: 'command', command, at }, this.logic.carryOut(this.current, command, at));
  }

  fact(fact: Fact): void {
    const decided = this.logic.applyFact(this.current, fact);
    if (decided) this.accept({ kind: 'fact', fact }, decided);
  }

  /** `waitsUntil` has come. */
  timeHasCome(at: Instant): void {
    const { next } = this.current;
    if (this.held && at >= this.held.until) this.tryAgain(at);
    else if (next) this.deadlineHasCome(next, at);
  }

  /** A deadline that this version doesn't know waits for one that does: an error would stop the process for good. */
  private deadlineHasCome(deadline: Deadline, at: Instant): void {
    const decided = this.logic.whenDue(this.current, deadline, at);
    if (decided?.event.type) return void this.accept({ kind: 'deadline' }, decided);
    this.retrying = false;
    this.hold({ until: tryAgainAt(at) });
  }

  /** The oldest unrecorded event is committed. `keepsNews`: false for a run that went on without, long ago. */
  recorded(result: Recorded, at: Instant, keepsNews: () => boolean): void {
    const done = this.queue.shift();
    if (!done) return;
    done.outcome = 'recorded';
    const { state, more } = this.logic.recorded(done.decided.state, result, at);
    this.settled = state;
    if (this.queue.length > 0) {
      this.follows.push(...more);
      return;
    }
    this.current = state;
    this.retrying = this.retrying && this.isDue(at);
    const earlier = this.follows.length > 0 && keepsNews() ? this.follows : [];
    this.follows = [];
    for (const fact of [...earlier, ...more]) this.fact(fact);
    // What stood in the way may be gone.
    this.tryAgain(at);
  }

  /**
   * The oldest unrecorded event can't be recorded, ever. Who decided it is refused; a fact or a deadline is held.
   * What was decided after it is decided anew, on the state without it.
   */
  notRecorded(refused: Refused, at: Instant): void {
    const [failed, ...later] = this.queue;
    if (!failed) return;
    this.queue = [];
    this.current = this.settled;
    if (failed.cause.kind === 'command') failed.outcome = refused;
    else if (failed.cause.kind === 'fact') this.hold({ fact: failed.cause.fact, until: tryAgainAt(at) });
    else this.hold({ until: tryAgainAt(failed.decided.event.at) });
    for (const fact of this.follows.splice(0)) this.fact(fact);
    for (const entry of later) this.again(entry);
  }

  /** Takes up again what is held; from the database's state, where that knows of more than this process. */
  mend(recorded: State | null, at: Instant): void {
    if (recorded && recorded.seq > this.settled.seq && this.queue.length === 0) {
      this.settled = recorded;
      this.current = recorded;
    }
    this.tryAgain(at);
    this.turn += 1;
  }

  private tryAgain(at: Instant): void {
    const { held } = this;
    if (!held) return;
    this.held = null;
    this.turn += 1;
    this.retrying = held.deadline && this.isDue(at);
    for (const fact of held.facts) this.fact(fact);
  }

  private isDue(at: Instant): boolean {
    return this.current.next !== null && this.current.next.at <= at;
  }

  private hold({ fact, until }: { fact?: Fact; until: Instant }): void {
    this.held = {
      facts: [...(this.held?.facts ?? []), ...(fact === undefined ? [] : [fact])],
      deadline: (this.held?.deadline ?? false) || fact === undefined,
      until: this.held?.until ?? until,
    };
  }

  private again(entry: Entry<State, Event, Command, Fact>): void {
    const { cause } = entry;
    // A deadline needs nothing: it is still the next one.
    if (cause.kind === 'fact') this.fact(cause.fact);
    if (cause.kind !== 'command') return;
    const refused = this.whyNot(cause.command);
    if (refused) {
      entry.outcome = refused;
      return;
    }
    entry.decided = this.logic.carryOut(this.current, cause.command, cause.at);
    this.current = entry.decided.state;
    this.queue.push(entry);
  }

  private whyNot(command: Command): Refused | null {
    if (command.expected && command.expected.seq !== this.current.seq) {
      return {
        code: 'version-mismatch',
        detail: CHANGED_MEANWHILE,
      };
    }
    return this.logic.refusalOf(this.current, command);
  }

  private accept(
    cause: Cause<Command, Fact>,
    decided: Decided<State, Event>,
  ): Entry<State, Event, Command, Fact> {
    const entry = { cause, decided, outcome: null };
    this.current = decided.state;
    if (cause.kind === 'deadline') this.retrying = false;
    this.queue.push(entry);
    return entry;
  }
}
