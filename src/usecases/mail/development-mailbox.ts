import type { Message } from '../../adapters/database/generated/client.js';
import { COLLECTED_MAIL } from '../../domain/mail/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { renderMessage } from './render-message.js';

/** Mail that would have been sent, newest first; for whoever sits at the machine, where no mail server is set. */
export function latestMails(
  services: Services,
  { most }: { most: number },
): Promise<Omit<Message, 'sealed'>[]> {
  return services.db.message.findMany({
    where: { status: { notIn: COLLECTED_MAIL } },
    orderBy: [{ queuedAt: 'desc' }, { id: 'asc' }],
    take: most,
    omit: { sealed: true },
  });
}

/** One of them, with its text; null where that was erased. Refuses `not-found`. */
export async function shownMail(
  services: Services,
  id: string,
): Promise<Result<Pick<Message, 'subject' | 'to' | 'cc'> & { text: string | null }>> {
  const row = await services.db.message.findUnique({ where: { id }, include: withKey });
  if (!row) return refuse('nothing-here');
  const mail = row.sealed ? await renderMessage(services, row) : null;
  return ok({ subject: row.subject, to: row.to, cc: row.cc, text: mail?.text ?? null });
}
