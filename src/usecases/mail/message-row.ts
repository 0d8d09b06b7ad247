import type { Message } from '../../adapters/database/generated/client.js';
import type { WithKey } from '../data-keys.js';

/** A row of the mail log. */
export type MessageRow = WithKey<Message>;
