import type { NotRecordedCode } from '../domain/not-recorded.js';
import { sqlStateOf } from './database-error.js';

/** Thrown by recording itself where trying again would end the same. */
export class NeverRecorded extends Error {
  override readonly name = 'NeverRecorded';
  constructor(readonly reason: NotRecordedCode) {
    super(reason);
  }
}

/** Errors of code and data, by name: their messages may repeat what was being written. */
const BY_NAME: Record<string, NotRecordedCode> = {
  CannotPlan: 'cannot-plan',
  EventConflict: 'event-conflict',
  RangeError: 'cannot-record',
  TypeError: 'cannot-record',
  SyntaxError: 'cannot-record',
  ReferenceError: 'cannot-record',
  ZodError: 'cannot-record',
  PrismaClientValidationError: 'cannot-record',
};

/** Prisma: too long, no such row, unreadable, missing, out of range. A unique key taken meanwhile is none of them. */
const PRISMA = ['P2000', 'P2003', 'P2007', 'P2009', 'P2011', 'P2012', 'P2014', 'P2020', 'P2025'];

/** Why recording fails however often it is tried; null when it may go better next time (something is away). */
export function whyNever(error: unknown): NotRecordedCode | null {
  if (error instanceof NeverRecorded) return error.reason;
  const { name = '', code } = (error ?? {}) as { name?: string; code?: unknown };
  if (typeof code === 'string' && PRISMA.includes(code)) return 'cannot-record';
  // PostgreSQL's classes 22 and 23 but for a unique key: the value itself can't be kept.
  if (/^(22|23(?!505))/.test(sqlStateOf(error))) return 'cannot-record';
  return BY_NAME[name] ?? null;
}
