import type { Message } from '../../adapters/database/generated/client.js';

/** A row of the mail ledger. */
export type MessageRow = Message;
