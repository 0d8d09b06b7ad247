import type { RenderedMail } from '../../ports/mail.js';
import type { RecordServices } from '../../ports/services.js';
import type { MessageRow } from '../../usecases/mail/message-row.js';
import { renderMessage } from '../../usecases/mail/render-message.js';
import { settled } from '../../usecases/mail/settled.js';
import { stillWanted } from '../../usecases/mail/still-wanted.js';
import { noteBounce } from '../mail/note-bounce.js';
import { patiently } from '../mail/patiently.js';

/** Mails on their way at once, each over a connection of its own: most of the time is the server’s. */
const LANES = 8;
const PAGE = 400;
/** So many in a row not taken: the server is away, and going on would only use up everybody's attempts. */
const AWAY_AFTER = 2 * LANES;

export interface SentBatch {
  sent: number;
  /** Rows the server did not take this time. */
  putOff: number;
}

/**
 * Sends what of a batch is queued, each row once. A row is claimed right before it leaves, so nobody else who has
 * it in hand (an attempt thought dead, say) sends it too. Never throws over one mail.
 */
export async function sendBatch(
  services: RecordServices,
  { batchId, sentAt, onSent }: { batchId: string; sentAt: Date; onSent(sent: number): void },
): Promise<SentBatch> {
  const { db } = services;
  const tried = new Set<string>();
  let sent = 0;
  let putOff = 0;
  let inARow = 0;
  for (let page = await nextPage(); page.length > 0; page = await nextPage()) {
    for (const { id } of page) tried.add(id);
    const lane = async () => {
      for (let row = page.shift(); row && inARow < AWAY_AFTER; row = page.shift()) await send(row);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    if (inARow >= AWAY_AFTER) break;
  }
  return { sent, putOff };

  function nextPage(): Promise<MessageRow[]> {
    return db.message.findMany({
      where: { batchId, status: 'queued', id: { notIn: putOff > 0 ? [...tried] : [] } },
      orderBy: [{ attempts: 'asc' }, { id: 'asc' }],
      take: PAGE,
    });
  }

  async function send(row: MessageRow): Promise<void> {
    // First, so that what follows is asked right before the mail leaves.
    await services.mail.pace?.();
    const wanted = await stillWanted(services, row);
    if (wanted === 'unknown') {
      putOff += 1;
      inARow += 1;
      return;
    }
    if (wanted !== 'yes') {
      await settle(row.id, 'queued', settled('suppressed', { code: wanted, at: sentAt }));
      return;
    }
    const mail = await rendered(row);
    if (!mail) return;
    // Last before it leaves: whatever fails above leaves no doubt about the message.
    const { count } = await settle(row.id, 'queued', { status: 'sending', attempts: { increment: 1 } });
    if (count === 0) return;
    const attempt = await services.mail.transport.send({
      ...mail,
      messageId: row.messageId,
      from: services.mail.from,
      to: row.to,
      cc: row.cc,
    });
    inARow = attempt.outcome === 'retry' ? inARow + 1 : 0;
    switch (attempt.outcome) {
      case 'sent':
        await settle(row.id, 'sending', settled('sent', { code: null, at: sentAt }));
        sent += 1;
        onSent(sent);
        return;
      case 'rejected':
        await settle(row.id, 'sending', settled('failed', { code: attempt.code, at: sentAt }));
        return noteBounce(services, row, attempt);
      case 'unknown':
        return void (await settle(row.id, 'sending', settled('unknown', { code: attempt.code, at: sentAt })));
      case 'retry':
        putOff += 1;
        return void (await settle(row.id, 'sending', { status: 'queued', code: attempt.code }));
    }
  }

  async function rendered(row: MessageRow): Promise<RenderedMail | null> {
    try {
      return await renderMessage(services, row);
    } catch {
      await settle(row.id, 'queued', settled('failed', { code: 'not-rendered', at: sentAt }));
      return null;
    }
  }

  /** Once known, it is written even if the database has to be waited for: else a sent mail would be in doubt. */
  function settle(id: string, from: string, data: object): Promise<{ count: number }> {
    return patiently(() => db.message.updateMany({ where: { id, status: from }, data }));
  }
}
