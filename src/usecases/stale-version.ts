import { type Result, refuse } from '../domain/result.js';

/** Refuses what was decided on another version than the one that stands; null: it is the same, or none was named. */
export function staleVersion(row: { version: number }, ifMatch: number | undefined): Result<never> | null {
  return ifMatch === undefined || ifMatch === row.version ? null : versionMismatch();
}

export function versionMismatch(): Result<never> {
  return refuse('changed-meanwhile');
}
