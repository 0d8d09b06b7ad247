import type { Instant, IsoDate } from '../time/instant.js';

/** How far ahead a series plans that began before the program said so. */
export const PLANNING_DAYS = 63;
/** Days between two plannings. */
export const PLANNING_STEP_DAYS = 7;

export interface SeriesDeadline {
  kind: 'plan';
  at: Instant;
}

/** The process state of a call series: JSON-safe. */
export interface SeriesState {
  v: 1;
  seriesId: string;
  seq: number;
  paused: boolean;
  /** How far ahead calls are planned, as the program says; each recorded event brings it up to date. */
  planAheadDays?: number;
  /** Calls are planned through this date; null before the first planning. */
  plannedUntil: IsoDate | null;
  /** Dates staff took out before they were planned; past ones are dropped. */
  skipped: IsoDate[];
  next: SeriesDeadline | null;
  handled: string[];
}

/** What staff ask of a series. Moving a call is the call's own business. */
export type SeriesCommand =
  | { kind: 'skip'; date: IsoDate }
  | { kind: 'extra'; date: IsoDate; topic: string }
  | { kind: 'pause' }
  | { kind: 'resume' };

export interface SeriesCommandEnvelope {
  v: 1;
  commandId: string;
  actor: string;
  notAfter: Instant;
  command: SeriesCommand;
}

export interface SeriesEvent {
  seq: number;
  type: 'planned' | 'skipped' | 'extra-planned' | 'paused' | 'resumed';
  at: Instant;
  actor: string;
  commandId: string | null;
  data: { date?: IsoDate; topic?: string; from?: IsoDate; until?: IsoDate };
}
