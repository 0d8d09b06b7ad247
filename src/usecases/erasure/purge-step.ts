import type { Program } from '../../domain/program/program.schema.js';
import type { RecordServices } from '../../ports/services.js';
import { named, type Sql, sql } from '../sql.js';

const DAY_MS = 86_400_000;

/** The instants that retention counts from. */
export interface Due {
  now: Date;
  wall: Date;
  retention: Program['retention'];
}

export type PurgeServices = Pick<
  RecordServices,
  'db' | 'clock' | 'files' | 'log' | 'programs' | 'relay' | 'vault' | 'whence'
>;

export interface PurgeStep {
  counts: string;
  /** Erases some of what is due, `most` at once; one row, `count`. Other rows that go with them are in `also`. */
  batch(due: Due, most: number): Sql;
}

export const before = (from: Date, days: number) => new Date(from.getTime() - days * DAY_MS);

/** Some rows of a table, by its key; what somebody holds at the moment is for the next time. */
export const rows = (table: string, key: string, where: Sql, most: number) => sql`
  DELETE FROM ${named(table)} WHERE ${named(key)} IN (
    SELECT ${named(key)} FROM ${named(table)} WHERE ${where} ORDER BY ${named(key)} LIMIT ${most} FOR UPDATE SKIP LOCKED)`;

export const step = (counts: string, table: string, where: (due: Due) => Sql, key = 'id'): PurgeStep => ({
  counts,
  batch: (due, most) => sql`
    WITH gone AS (${rows(table, key, where(due), most)} RETURNING 1)
    SELECT count(*)::int AS count FROM gone`,
});
