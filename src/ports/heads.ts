import type { Head } from '../domain/security/chain.js';

/** Keeps the end of the chain outside the database, so that cutting it there shows. */
export interface Heads {
  keep(head: Head): Promise<void>;
  /** The last one kept here; null: none. */
  last(): Promise<Head | null>;
}
