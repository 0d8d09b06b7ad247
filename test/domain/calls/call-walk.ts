import type { CallCommandEnvelope, CallFact } from '../../../src/domain/calls/call-command.js';
import type { CallCommand } from '../../../src/domain/calls/call-decisions.js';
import { whenCallIsDue } from '../../../src/domain/calls/call-due.js';
import { afterCutOff, applyCallFact } from '../../../src/domain/calls/call-facts.js';
import { type CallEvent, type CallState, isOver } from '../../../src/domain/calls/call-state.js';
import type { CallDecided } from '../../../src/domain/calls/call-transition.js';
import { callRefusalOf, carryOutOnCall } from '../../../src/domain/calls/decide-call.js';
import { reschedule } from '../../../src/domain/calls/move.js';
import { occurrenceOn } from '../../../src/domain/calls/occurrences.js';
import { openCall, timesOf } from '../../../src/domain/calls/open-call.js';
import { planCall, withCallPlan } from '../../../src/domain/calls/plan-call.js';
import type { CallSeries } from '../../../src/domain/program/call-series.schema.js';
import type { Closure } from '../../../src/domain/time/types.js';
import { pt, wall } from '../time/office.js';
import { calendar, calendarWith, workingGroup } from './program.js';

let commands = 0;

export function envelope(command: CallCommand, commandId?: string): CallCommandEnvelope {
  commands += 1;
  return {
    v: 1,
    commandId: commandId ?? `c${commands}`,
    actor: 'user:s1',
    role: 'coordinator',
    notAfter: '2999-01-01T00:00:00.000Z',
    command,
  };
}

/** One call on a simulated clock: does what workflow and recording activity do, without either. */
export class CallWalk {
  state: CallState;
  readonly events: CallEvent[] = [];
  now: string;
  /** What recording the cut-off counts. */
  questions = 2;
  private closures: Closure[] = [];
  private calendar = calendar;

  constructor(date: string, plannedAt: string, series: CallSeries = workingGroup) {
    this.series = series;
    this.now = pt(plannedAt);
    const occurrence = occurrenceOn({ series, calendar: this.calendar, date });
    const opened = openCall({ occurrence, series, calendar: this.calendar, at: this.now });
    this.state = opened.state;
    this.events.push(opened.event);
  }

  readonly series: CallSeries;

  /** Everything due until a wall time, oldest first. `late`: the desk was down and catches up then. */
  until(wallTime: string, { late = false } = {}): this {
    return this.untilInstant(pt(wallTime), late);
  }

  untilInstant(to: string, late = false): this {
    for (let steps = 0; this.state.next && this.state.next.at <= to; steps += 1) {
      if (steps > 50) throw new Error(`does not come to rest: ${JSON.stringify(this.state.next)}`);
      const { next } = this.state;
      if (late) this.now = to;
      else if (next.at > this.now) this.now = next.at;
      const due = whenCallIsDue(this.state, next, this.now);
      if (!due) throw new Error(`no such deadline: ${next.kind}`);
      this.record(due);
    }
    if (to > this.now) this.now = to;
    return this;
  }

  /** The code it is refused with; null: done. */
  staff(command: CallCommand, commandId?: string): string | null {
    const asked = envelope(command, commandId);
    const refused = callRefusalOf(this.state, asked, this.now);
    if (refused) return refused.code;
    if (this.state.handled.includes(asked.commandId)) return null;
    this.record(carryOutOnCall(this.state, asked, this.now));
    return null;
  }

  moveTo(wallTime: string): string | null {
    return this.moveToInstant(pt(wallTime));
  }

  moveToInstant(startsAt: string): string | null {
    const { callId: id, seriesId, topic, times } = this.state;
    const moved = reschedule({
      occurrence: { id, series: seriesId, topic, windowOpensAt: times.windowOpensAt },
      startsAt,
      calendar: this.calendar,
      series: this.series,
      announcedCloseAt: times.questionsCloseAt,
    });
    return this.staff({ kind: 'reschedule', times: timesOf(moved) });
  }

  attendance(): boolean {
    return this.fact({ v: 1, kind: 'attendance-known', at: this.now });
  }

  close(date: string): boolean {
    this.closures = [...this.closures, { date, name: 'Office move', enteredAt: this.now, removedAt: null }];
    return this.calendarChanged();
  }

  open(date: string): boolean {
    this.closures = this.closures.filter((closure) => closure.date !== date);
    return this.calendarChanged();
  }

  private calendarChanged(): boolean {
    this.calendar = calendarWith(this.closures);
    return this.fact({ v: 1, kind: 'calendar-changed', changeId: 'k1', at: this.now });
  }

  private fact(fact: CallFact): boolean {
    const decided = applyCallFact(this.state, fact);
    if (decided) this.record(decided);
    return decided !== null;
  }

  private record(decided: CallDecided): void {
    this.events.push(decided.event);
    this.state = decided.state;
    const plan = planCall({ state: this.state, calendar: this.calendar, at: this.now });
    this.state = withCallPlan(this.state, plan);
    if (decided.event.type !== 'questions-closed') return;
    const cancelled = afterCutOff(this.state, this.questions, this.now);
    if (cancelled) this.record(cancelled);
  }

  get over(): boolean {
    return isOver(this.state);
  }

  /** Events as lines `12-01 14:00 questions-closed`, the planning left out. */
  get story(): string[] {
    return this.events
      .slice(1)
      .map(({ at, type, data }) => [wall(at)?.slice(5), type, data.reason].filter(Boolean).join(' '));
  }
}
