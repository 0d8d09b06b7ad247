import { tryAgainAt } from '../domain/not-recorded.js';
import { because, type Problem } from '../domain/result.js';
import type { Instant } from '../domain/time/instant.js';
import type { CarriedOver, Held } from '../ports/process-inputs.js';
import { type Again, type Cause, type Entry, heldToo, whyNot } from './entry.js';
import type {
  ApplyFact,
  Command,
  Decided,
  DecisionRules,
  News,
  ProcessEvent,
  ProcessState,
  WhenDue,
} from './process.js';

/**
 * The state of a running process and what of it is still to be recorded. Handlers change it at once, so
 * validators always see the latest; the main loop records the entries one after another. An event that can't be
 * recorded never was: the state goes back to before it. Pure: knows nothing of Temporal.
 */
export class Entries<State extends ProcessState, Event extends ProcessEvent, Fact> {
  private queue: Entry<State, Event, Fact>[] = [];
  private current: State;
  /** As the last recorded event left it. */
  private settled: State;
  /** What recording told while more was on its way already. */
  private follows: Fact[] = [];
  /** Rises when the process is to look anew at what it waits for. */
  turn = 0;
  private retrying = false;
  held: Held<Fact> | null;

  constructor(
    { state, held = null }: CarriedOver<State, Fact>,
    private readonly applyFact: ApplyFact<State, Event, Fact>,
  ) {
    this.current = state;
    this.settled = state;
    this.held = held;
  }

  get state(): State {
    return this.current;
  }

  /** For the next run. */
  get carriedOver(): Required<CarriedOver<State, Fact>> {
    return { state: this.current, held: this.held };
  }

  get onTheirWay(): readonly Entry<State, Event, Fact>[] {
    return this.queue;
  }

  get hasNews(): boolean {
    return this.queue.length > 0;
  }

  /** What is still to be recorded, oldest first. Each is recorded, or found impossible to record, before the next. */
  *unrecorded(): Generator<News<State, Event>> {
    for (let next = this.queue[0]; next; next = this.queue[0]) {
      const version = next.cause.kind === 'command' ? next.cause.version : undefined;
      yield { ...next.decided, ...(version === undefined ? {} : { expectedVersion: version }) };
    }
  }

  /** Nothing is on its way, and what was held has been tried. */
  get isAtRest(): boolean {
    return !this.hasNews && !this.retrying;
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

  refusal<C extends Command>(command: C, rules: DecisionRules<State, Event, C>, at: Instant): Problem | null {
    // Before anything else: what was done is not refused to whoever asks again.
    if (this.current.handled.includes(command.commandId)) return null;
    if (at > command.notAfter) {
      return because('decided-too-late');
    }
    return whyNot(this.current, command, rules, at);
  }

  /** A command that was not refused. Sent again, it is the entry it was, or done. */
  command<C extends Command>(
    command: C,
    rules: DecisionRules<State, Event, C>,
    at: Instant,
  ): Entry<State, Event, Fact> | { seq: number } {
    const { commandId: id, expected } = command;
    if (this.current.handled.includes(id)) {
      const known = this.queue.find(({ cause }) => cause.kind === 'command' && cause.id === id);
      // The same command may reach both runs across continue-as-new.
      return known ?? { seq: this.current.seq };
    }
    const again: Again<State, Event> = (state, later) =>
      whyNot(state, command, rules, later) ?? rules.carryOut(state, command, at);
    const cause = { kind: 'command' as const, id, version: expected?.version, again };
    return this.accept(cause, rules.carryOut(this.current, command, at));
  }

  fact(fact: Fact): void {
    const decided = this.applyFact(this.current, fact);
    if (decided) this.accept({ kind: 'fact', fact }, decided);
  }

  /** `waitsUntil` has come. */
  timeHasCome(whenDue: WhenDue<State, Event>, at: Instant): void {
    const { next } = this.current;
    if (this.held && at >= this.held.until) this.tryAgain(at);
    else if (next) this.deadlineHasCome(whenDue(this.current, next, at), at);
  }

  private deadlineHasCome(decided: Decided<State, Event> | undefined, at: Instant): void {
    if (decided?.event.type) return void this.accept({ kind: 'deadline' }, decided);
    // A deadline that this version doesn't know waits for one that does: an error would stop the process for good.
    this.retrying = false;
    this.hold({ until: tryAgainAt(at) });
  }

  /**
   * The oldest entry is committed: the state with the dates that are known again, and the facts learned on the way.
   * `keepsNews`: false for a run that went on without, long ago.
   */
  recorded(
    { state, facts = [] }: { state: State; facts?: Fact[] },
    at: Instant,
    keepsNews: () => boolean,
  ): void {
    const done = this.queue.shift();
    if (!done) return;
    done.outcome = 'recorded';
    this.settled = state;
    if (this.hasNews) {
      this.follows.push(...facts);
      return;
    }
    this.current = state;
    this.retrying = this.retrying && this.isDue(at);
    const earlier = this.follows.length > 0 && keepsNews() ? this.follows : [];
    this.follows = [];
    for (const fact of [...earlier, ...facts]) this.fact(fact);
    // What stood in the way may be gone.
    this.tryAgain(at);
  }

  /**
   * The oldest entry can't be recorded, ever. Who decided it is refused; a fact or a deadline is held.
   * What was decided after it is decided anew, on the state without it.
   */
  notRecorded(refused: Problem, at: Instant): void {
    const [failed, ...later] = this.queue;
    if (!failed) return;
    this.queue = [];
    this.current = this.settled;
    if (failed.cause.kind === 'command') failed.outcome = refused;
    else if (failed.cause.kind === 'fact') this.hold({ fact: failed.cause.fact, until: tryAgainAt(at) });
    else this.hold({ until: tryAgainAt(failed.decided.event.at) });
    for (const fact of this.follows.splice(0)) this.fact(fact);
    for (const entry of later) this.decideAnew(entry, at);
  }

  /** Takes up again what is held; from the database's state, where that knows of more than this process. */
  mend(recorded: State | null, at: Instant): void {
    if (recorded && recorded.seq > this.settled.seq && !this.hasNews) {
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

  private hold(one: { fact?: Fact; until: Instant }): void {
    this.held = heldToo(this.held, one);
  }

  private decideAnew(entry: Entry<State, Event, Fact>, at: Instant): void {
    const { cause } = entry;
    // A deadline needs nothing: it is still the next one.
    if (cause.kind === 'fact') this.fact(cause.fact);
    if (cause.kind !== 'command') return;
    const decided = cause.again(this.current, at);
    if ('code' in decided) {
      entry.outcome = decided;
      return;
    }
    entry.decided = decided;
    this.current = decided.state;
    this.queue.push(entry);
  }

  private accept(
    cause: Cause<State, Event, Fact>,
    decided: Decided<State, Event>,
  ): Entry<State, Event, Fact> {
    const entry = { cause, decided, outcome: null };
    this.current = decided.state;
    if (cause.kind === 'deadline') this.retrying = false;
    this.queue.push(entry);
    return entry;
  }
}
