import type { MailTransport } from '../../ports/mail.js';

/** For development and rehearsal: the row of the mail log is the mail, read in the development mailbox; nothing leaves. */
export function createMailboxTransport(): MailTransport {
  return { kind: 'mailbox', send: async () => ({ outcome: 'sent' }) };
}
