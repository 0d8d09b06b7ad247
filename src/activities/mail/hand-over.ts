import type { MailAttempt, RenderedMail } from '../../ports/mail.js';
import type { RecordServices } from '../../ports/services.js';
import type { MessageRow } from '../../usecases/mail/message-row.js';
import { settled } from '../../usecases/mail/settled.js';
import { noteBounce } from './note-bounce.js';
import { patiently } from './patiently.js';

/**
 * Hands a mail, whose row says `sending`, to the server, and writes down what became of it. `retry`: the server certainly
 * did not take it, and the row is `queued` again.
 */
export async function handOver(
  services: RecordServices,
  row: MessageRow,
  { mail, at }: { mail: RenderedMail; at: Date },
): Promise<MailAttempt['outcome']> {
  const { from, transport } = services.mail;
  const { id, messageId, cc } = row;
  const to = row.to.filter((email) => !row.collectedFor.includes(email));
  const attempt = await transport.send({ ...mail, messageId, from, to, cc });
  const settle = (data: object) => settleMail(services.db, { id, status: 'sending' }, data);
  switch (attempt.outcome) {
    case 'sent':
      await settle(settled('sent', { code: null, at }));
      break;
    case 'rejected':
      await settle(settled('failed', { code: attempt.code, at }));
      await noteBounce(services, row, attempt);
      break;
    case 'unknown':
      await settle(settled('unknown', { code: attempt.code, at }));
      break;
    case 'retry':
      await settle({ status: 'queued', code: attempt.code });
  }
  return attempt.outcome;
}

/**
 * Once known, it is written even if the database has to be waited for: else a sent mail would be in doubt. Only while the row
 * still says what it said.
 */
export function settleMail(
  db: RecordServices['db'],
  where: { id: string; status: 'queued' | 'sending' },
  data: object,
): Promise<{ count: number }> {
  return patiently(() => db.message.updateMany({ where, data }));
}
