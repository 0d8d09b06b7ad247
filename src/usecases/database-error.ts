/** How Prisma tells of an error of the database. */
interface DatabaseError {
  code?: unknown;
  message?: unknown;
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
}

/** What Prisma says of a database that can't be reached, breaks off, or gives no connection or transaction in time. */
const AWAY = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);

/** PostgreSQL's code, where Prisma has none of its own. */
export function sqlStateOf(error: unknown): string {
  const { code, meta } = (error ?? {}) as DatabaseError;
  return code === 'P2039' ? (meta?.driverAdapterError?.cause?.originalCode ?? '') : '';
}

/** The database can't be asked now; it may answer in a minute. What it refuses, it refuses again. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as DatabaseError;
  if (typeof code === 'string' && AWAY.has(code)) return true;
  // The driver's own, which Prisma passes on: a query was taken and never answered.
  if (message === 'Query read timeout') return true;
  // Its classes 08, 53 and 57P: no connection, no room, shutting down or starting.
  return /^(08|53|57P)/.test(sqlStateOf(error));
}
