import type { MailTransport } from '../../ports/mail.js';

/** For development and rehearsal: the ledger row is the mail, read on the outbox page; nothing leaves. */
export function createOutboxTransport(): MailTransport {
  return { kind: 'outbox', send: async () => ({ outcome: 'sent' }) };
}
