/** How Prisma tells of an error of the database: in its own code, and in what the driver adapter made of it. */
interface DatabaseError {
  name?: unknown;
  code?: unknown;
  message?: unknown;
  meta?: { driverAdapterError?: { cause?: DriverCause } };
  /** Where a transaction could not be ended, the adapter's error comes as it is. */
  cause?: DriverCause;
}

interface DriverCause {
  kind?: string;
  originalCode?: string;
}

/**
 * What Prisma says of a database that can't be reached, breaks off, gives no connection or transaction in time, or takes
 * one of two back that are in each other's way.
 */
const AWAY = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);

/** The same of a raw query, which has one code (P2010) for all. */
const AWAY_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);

/** The same in words of the driver (pg), which Prisma passes on. */
const AWAY_WORDS = new Set([
  'Query read timeout',
  'timeout expired',
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
]);

/** Sockets that broke in ways the adapter doesn't know; it knows of ECONNREFUSED, ECONNRESET, ENOTFOUND and ETIMEDOUT. */
const BROKEN_SOCKET = new Set([
  'EPIPE',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
]);

/** PostgreSQL's code, whatever Prisma's own is. */
export function sqlStateOf(error: unknown): string {
  return driverCause(error)?.originalCode ?? '';
}

/** The database can't be asked now; it may answer in a minute. What it refuses, it refuses again. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as DatabaseError;
  if (typeof code === 'string' && (AWAY.has(code) || BROKEN_SOCKET.has(code))) return true;
  if (typeof message === 'string' && AWAY_WORDS.has(message)) return true;
  if (AWAY_KINDS.has(driverCause(error)?.kind ?? '')) return true;
  // Its classes 08, 40, 53 and 57P: no connection, taken back for another's sake, no room, shutting down or starting.
  return /^(08|40|53|57P)/.test(sqlStateOf(error));
}

function driverCause(error: unknown): DriverCause | undefined {
  const { name, meta, cause } = (error ?? {}) as DatabaseError;
  return name === 'DriverAdapterError' ? cause : meta?.driverAdapterError?.cause;
}
