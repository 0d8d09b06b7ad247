import type { BusinessCalendar } from '../domain/time/calendar.js';
import type { Instant } from '../domain/time/instant.js';
import type { Transaction } from '../ports/database.js';
import type { RecordServices } from '../ports/services.js';
import { calendarWith, closuresEntered, loadCalendar } from './calendar/load-calendar.js';
import { holdCalendar } from './calendar/lock-calendar.js';
import { NeverRecorded } from './never-recorded.js';
import { hashRecorded, isRecorded } from './process-events.js';
import type { Recording } from './recording.js';

/** An event on its way into the database, with the state after it. */
export interface EventToRecord {
  event: { seq: number; at: Instant; commandId: string | null };
  /** The version of the row that was decided upon, where whoever decided said so. */
  expectedVersion?: number;
}

/** Rows whose `nextDueAt` is what failed, or the last time it was put off to. */
export interface DueRows {
  OR: { nextDueAt: Date | { lte: Date } }[];
}

/** One kind of process, as its events are recorded: what differs from the others. */
export interface ProcessKind<Input extends EventToRecord, Told> {
  workflowId(input: Input): string;
  /** Locks the row. @throws where it can't be recorded any more */
  begin(rec: Recording, services: RecordServices, input: Input): Promise<Begun<Told>>;
  /** Says in the row when what is due comes up again; what is due later, for another reason, stays. */
  putOff(tx: Transaction, input: Input, due: DueRows, until: Date): Promise<unknown>;
}

export interface Begun<Told> {
  /** The same event for the same decided state: the same hash. */
  hash: string;
  /** Of the locked row; absent: nobody decides upon one. */
  version?: number;
  /** The calendar's lock is taken with the row's. Else it comes after those that `apply` takes. */
  calendarHeld?: boolean;
  /** What a command brought besides codes is applied to the row, before dates are computed from it. */
  apply?: () => Promise<void>;
  /** What is due next, on today's calendar. @throws CannotPlan */
  plan(calendar: BusinessCalendar): Promise<Planned<Told>>;
}

export interface Planned<Told> {
  /** Audit, read model, mails, and what else the event calls for. */
  write(): Promise<void>;
  /** What the process learns of it. */
  told(): Promise<Told>;
}

/**
 * Records one event: once, on the version it was decided upon, with the dates that follow from it today. Repeating it writes
 * nothing and tells the same; another event under the same number is an alarm.
 */
export async function recordEvent<Input extends EventToRecord, Told>(
  rec: Recording,
  services: RecordServices,
  kind: ProcessKind<Input, Told>,
  input: Input,
): Promise<Told> {
  const { tx } = rec;
  const { event, expectedVersion } = input;
  const { hash, version, calendarHeld, apply, plan } = await kind.begin(rec, services, input);
  const workflowId = kind.workflowId(input);
  const [read] = await tx.$queryRaw<[{ closures: string; recorded: string | null }]>`
    SELECT ${closuresEntered} AS closures, ${hashRecorded(workflowId, event.seq)} AS recorded`;
  const known = isRecorded(read.recorded, services.log, { workflowId, seq: event.seq, hash });
  if (!known && expectedVersion !== undefined && expectedVersion !== version) {
    throw new NeverRecorded('version-mismatch');
  }
  if (!known) await apply?.();
  if (!calendarHeld) await holdCalendar(tx);
  const calendar = calendarHeld ? calendarWith(services, read.closures) : await loadCalendar(tx, services);
  const { write, told } = await plan(calendar);
  if (!known) await write();
  return told();
}
