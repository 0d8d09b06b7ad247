import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '../../adapters/database/generated/client.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { CannotPlan } from '../../domain/time/cannot-plan.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { asJson } from '../process-events.js';
import { troubleOf } from '../process-trouble.js';
import { type Recording, recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

interface PlannedRow {
  processSeq: number;
  nextDueAt: Date | null;
}

/** What differs between kinds of process whose row has their state, and whose dates the calendar gives. */
export interface PlannedKind<State, Row extends PlannedRow> {
  workflowId(id: string): string;
  /** Those that still run, or of which nobody has recorded that they ended, oldest first. */
  running(db: Services['db']): Promise<{ id: string }[]>;
  /** Throws where there is none. */
  read(db: Services['db'], id: string): Promise<Row>;
  lock(tx: Transaction, id: string): Promise<Row | null>;
  stateOf(row: Row): State | null;
  isOver(state: State): boolean;
  /** Throws `CannotPlan` where a time lies beyond the calendar. */
  plan(input: { state: State; calendar: BusinessCalendar; remindersAt: string }): Partial<State>;
  /** What the row has from the state. */
  fieldsOf(state: State): Partial<Omit<Row, 'dataKey'>>;
  write(tx: Transaction, id: string, data: Partial<Omit<Row, 'dataKey'>> & Written): Promise<unknown>;
  start(outbox: Recording['outbox'], workflowId: string, state: State): void;
}

interface Written {
  processState: Prisma.InputJsonValue;
  version: { increment: 1 };
}

/** All of a kind, of which there are few: what Temporal lost goes on from the state of its last recorded event. */
export async function reconcileAllPlanned<State extends object, Row extends PlannedRow>(
  services: Services,
  kind: PlannedKind<State, Row>,
  report: ReconcileReport,
): Promise<void> {
  for (const { id } of await kind.running(services.db)) {
    await reconcilePlanned(services, kind, id, report);
    report.checked += 1;
  }
}

export async function reconcilePlanned<State extends object, Row extends PlannedRow>(
  services: Services,
  kind: PlannedKind<State, Row>,
  id: string,
  report: ReconcileReport,
): Promise<void> {
  const row = await kind.read(services.db, id);
  const workflowId = kind.workflowId(id);
  const running = await services.processes.stateOf(workflowId);
  await recording(services, async (rec) => {
    const { tx } = rec;
    const locked = await kind.lock(tx, id);
    if (!locked || locked.processSeq !== row.processSeq) return;
    const recorded = kind.stateOf(locked);
    if (!recorded) return void report.alarms.push({ id, what: 'no-state' });
    const over = kind.isOver(recorded);
    if (running === 'ended' && !over) return void report.alarms.push({ id, what: 'workflow-ended-early' });
    const plan = planOf(services, kind, { state: recorded, calendar: await loadCalendar(tx, services) });
    if (!plan) return void report.alarms.push({ id, what: 'cannot-plan' });
    const state = { ...recorded, ...plan };
    const planned = kind.fieldsOf(state);
    // What is held comes up later than planned.
    const held = (await troubleOf(tx, workflowId))?.tryAgainAt;
    const wanted = held ? { ...planned, nextDueAt: locked.nextDueAt } : planned;
    if (
      Object.entries(wanted).some(([name, value]) => !isDeepStrictEqual(locked[name as keyof Row], value))
    ) {
      await kind.write(tx, id, { ...wanted, processState: asJson(state), version: { increment: 1 } });
      report.mended.push(id);
    }
    if (running !== 'missing' || over) return;
    kind.start(rec.outbox, workflowId, state);
    report.restarted.push(id);
  });
}

/** Null: a time of it lies beyond the calendar; the others are still to be looked at. */
function planOf<State, Row extends PlannedRow>(
  services: Services,
  kind: PlannedKind<State, Row>,
  input: { state: State; calendar: BusinessCalendar },
): Partial<State> | null {
  try {
    const { remindersAt } = services.programs.current().program.clock;
    return kind.plan({ ...input, remindersAt });
  } catch (error) {
    if (error instanceof CannotPlan) return null;
    throw error;
  }
}
