import type { RenderedMail } from '../../ports/mail.js';
import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../../usecases/data-keys.js';
import type { MessageRow } from '../../usecases/mail/message-row.js';
import { renderMessage } from '../../usecases/mail/render-message.js';
import { settled } from '../../usecases/mail/settled.js';
import { stillWanted } from '../../usecases/mail/still-wanted.js';
import { handOver, settleMail } from '../mail/hand-over.js';

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
      include: withKey,
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
      await settle(row.id, settled('suppressed', { code: wanted, at: sentAt }));
      return;
    }
    const mail = await rendered(row);
    if (!mail) return;
    // Last before it leaves: whatever fails above leaves no doubt about the message.
    const { count } = await settle(row.id, { status: 'sending', attempts: { increment: 1 } });
    if (count === 0) return;
    const outcome = await handOver(services, row, { mail, at: sentAt });
    inARow = outcome === 'retry' ? inARow + 1 : 0;
    if (outcome === 'retry') putOff += 1;
    if (outcome === 'sent') {
      sent += 1;
      onSent(sent);
    }
  }

  async function rendered(row: MessageRow): Promise<RenderedMail | null> {
    try {
      return await renderMessage(services, row);
    } catch {
      await settle(row.id, settled('failed', { code: 'not-rendered', at: sentAt }));
      return null;
    }
  }

  function settle(id: string, data: object): Promise<{ count: number }> {
    return settleMail(db, { id, status: 'queued' }, data);
  }
}
