import type { Program } from '../domain/program/program.schema.js';
import type { Transaction } from './database.js';

/** A program as accepted at a start; `id` is the version a request is pinned to. */
export interface LoadedProgram {
  versionId: string;
  program: Program;
}

export interface Programs {
  current(): LoadedProgram;
  /** The program a request was accepted under; cached. */
  byVersion(db: Transaction, versionId: string): Promise<Program>;
}
