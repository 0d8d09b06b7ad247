import { isEmailAddress } from '../../domain/mail/address.js';
import type { OutgoingMail } from '../../ports/mail.js';

const MESSAGE_ID = /^<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,70}$/;
const LINE_BREAK = /[\r\n\0]/;
/** Headers that only the fields of the mail itself may set. */
const RESERVED = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'subject',
  'sender',
  'reply-to',
  'message-id',
  'date',
  'return-path',
]);

/** Why a mail must not be handed on at all, as a code for the ledger; null if it may. */
export function refusalOf({ messageId, to, cc, subject, headers = {} }: OutgoingMail): string | null {
  if (to.length === 0) return 'no-recipient';
  if (![...to, ...cc].every(isEmailAddress)) return 'bad-address';
  if (!MESSAGE_ID.test(messageId)) return 'bad-message-id';
  if (LINE_BREAK.test(subject)) return 'bad-subject';
  const safe = Object.entries(headers).every(
    ([name, value]) => HEADER_NAME.test(name) && !RESERVED.has(name.toLowerCase()) && !LINE_BREAK.test(value),
  );
  return safe ? null : 'bad-header';
}
