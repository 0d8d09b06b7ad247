import { readBounceReport } from '../../domain/mail/bounce-report.js';
import type { RecordServices } from '../../ports/services.js';
import { recording } from '../recording.js';
import { suppressAddress } from './suppress-address.js';

export type BounceReportTaken =
  /** So many addresses get no more mail to lists; none when they had none before. */
  | { taken: true; addresses: number }
  /** No report, nothing final, or about no mail of ours. */
  | { taken: false };

/**
 * Takes in what came back about our mail. Anybody can write such a report, so it counts only where it quotes the
 * Message-ID of a mail in the mail log, and for whom that mail went to.
 */
export async function takeBounceReport(
  services: Pick<RecordServices, 'db' | 'relay' | 'clock' | 'contacts' | 'vault'>,
  mail: string,
): Promise<BounceReportTaken> {
  const report = readBounceReport(mail);
  if (!report) return { taken: false };
  const rows = await services.db.message.findMany({
    where: { messageId: { in: report.messageIds } },
    select: { to: true, cc: true },
  });
  const recipients = rows.flatMap(({ to, cc }) => {
    const all = [...to, ...cc].map((email) => email.toLowerCase());
    const named = all.filter((email) => report.addresses.includes(email));
    // Providers blank the address of who complained; of one recipient it is clear.
    return report.reason === 'complaint' && named.length === 0 && all.length === 1 ? all : named;
  });
  let addresses = 0;
  for (const email of new Set(recipients)) {
    const { reason } = report;
    const known = await recording(services, (rec) => suppressAddress(rec, services, { email, reason }));
    if (known) addresses += 1;
  }
  return recipients.length > 0 ? { taken: true, addresses } : { taken: false };
}
