import type { RequestCommandEnvelope, RequestFact } from '../../domain/requests/command.js';
import { reach } from '../../domain/requests/deadlines.js';
import { type Decided, decide } from '../../domain/requests/decide.js';
import { applyFact, completedMeanwhile } from '../../domain/requests/facts.js';
import type { Deadline, RequestState } from '../../domain/requests/state.js';
import type { Instant } from '../../domain/time/instant.js';

/**
 * The state of one running episode and what of it is still to be recorded. Handlers change it at once, so
 * validators always see the latest; the main loop records the events one after another.
 */
export class RequestProcess {
  readonly unrecorded: Decided[] = [];
  private recordedSeq: number;

  constructor(private current: RequestState) {
    this.recordedSeq = current.seq;
  }

  get state(): RequestState {
    return this.current;
  }

  isRecorded(seq: number): boolean {
    return seq <= this.recordedSeq;
  }

  command(envelope: RequestCommandEnvelope, at: Instant): number {
    // The same command may reach both runs across continue-as-new.
    if (this.current.handled.includes(envelope.commandId)) return this.current.seq;
    return this.accept(decide(this.current, envelope, at));
  }

  fact(fact: RequestFact): void {
    const decided = applyFact(this.current, fact);
    if (decided) this.accept(decided);
  }

  deadline(deadline: Deadline, at: Instant): void {
    this.accept(reach(this.current, deadline, at));
  }

  /** An event is committed: dates are known again once nothing is left to record. */
  recorded(
    { event }: Decided,
    result: { next: Deadline | null; dueAt: Instant | null; passed: string[] },
    at: Instant,
  ): void {
    this.unrecorded.shift();
    this.recordedSeq = event.seq;
    if (this.unrecorded.length > 0) return;
    this.current = { ...this.current, next: result.next, dueAt: result.dueAt };
    for (const decided of completedMeanwhile(this.current, result.passed, at)) this.accept(decided);
  }

  private accept(decided: Decided): number {
    this.current = decided.state;
    this.unrecorded.push(decided);
    return decided.event.seq;
  }
}
