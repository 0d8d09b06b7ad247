import type { Instant } from '../../domain/time/instant.js';

/** State every recorded process carries. */
export interface ProcessState<Deadline> {
  /** Number of the last event decided. */
  seq: number;
  next: Deadline | null;
  /** Ids of the last commands carried out. */
  handled: string[];
}

export interface Decided<State, Event> {
  state: State;
  event: Event;
}

export interface Refused {
  code: string;
  detail: string;
}

/** The pure logic of one kind of process; see `src/domain/requests` for the first. */
export interface ProcessLogic<State, Event, Command, Fact, Deadline, Recorded> {
  allowance(state: State, command: Command): Refused | null;
  decide(state: State, command: Command, at: Instant): Decided<State, Event>;
  applyFact(state: State, fact: Fact): Decided<State, Event> | null;
  reach(state: State, deadline: Deadline, at: Instant): Decided<State, Event>;
  /** State once its last event is committed: dates are known again. May decide more (a fact that came in between). */
  recorded(state: State, result: Recorded, at: Instant): { state: State; more: Decided<State, Event>[] };
  isEnded(state: State): boolean;
}

/**
 * The state of a running process and what of it is still to be recorded. Handlers change it at once, so
 * validators always see the latest; the main loop records the events one after another.
 */
export class RecordedProcess<
  State extends ProcessState<Deadline>,
  Event extends { seq: number },
  Command extends { commandId: string; notAfter: Instant },
  Fact,
  Deadline extends { at: Instant },
  Recorded,
> {
  readonly unrecorded: Decided<State, Event>[] = [];
  private recordedSeq: number;

  constructor(
    private readonly logic: ProcessLogic<State, Event, Command, Fact, Deadline, Recorded>,
    private current: State,
  ) {
    this.recordedSeq = current.seq;
  }

  get state(): State {
    return this.current;
  }

  get isEnded(): boolean {
    return this.logic.isEnded(this.current);
  }

  isRecorded(seq: number): boolean {
    return seq <= this.recordedSeq;
  }

  refusal(command: Command, at: Instant): Refused | null {
    if (at > command.notAfter) {
      return { code: 'too-late', detail: 'This decision arrived too late to be carried out; decide again.' };
    }
    return this.logic.allowance(this.current, command);
  }

  command(command: Command, at: Instant): number {
    // The same command may reach both runs across continue-as-new.
    if (this.current.handled.includes(command.commandId)) return this.current.seq;
    return this.accept(this.logic.decide(this.current, command, at));
  }

  fact(fact: Fact): void {
    const decided = this.logic.applyFact(this.current, fact);
    if (decided) this.accept(decided);
  }

  deadline(deadline: Deadline, at: Instant): void {
    this.accept(this.logic.reach(this.current, deadline, at));
  }

  /** The oldest unrecorded event is committed. */
  recorded(result: Recorded, at: Instant): void {
    const done = this.unrecorded.shift();
    if (done) this.recordedSeq = done.event.seq;
    if (this.unrecorded.length > 0) return;
    const { state, more } = this.logic.recorded(this.current, result, at);
    this.current = state;
    for (const decided of more) this.accept(decided);
  }

  private accept(decided: Decided<State, Event>): number {
    this.current = decided.state;
    this.unrecorded.push(decided);
    return decided.event.seq;
  }
}
