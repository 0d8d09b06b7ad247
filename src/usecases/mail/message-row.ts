import type { Message } from '../../adapters/database/generated/client.js';

/** A row of the mail log. */
export type MessageRow = Message;
