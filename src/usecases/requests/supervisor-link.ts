import { supervisorLinkUntil } from '../../domain/requests/supervisor-link.js';
import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { hashToken, newToken } from '../tokens.js';
import type { RequestRow } from './request-row.js';

/** A fresh link for the supervisor; the one before it works no longer. */
export function newSupervisorLink(
  { behind }: Pick<Recording, 'behind'>,
  services: Pick<RecordServices, 'appUrl'>,
  { requestId, at }: { requestId: string; at: Date },
): string {
  const token = newToken();
  behind.set(requestId, {
    supervisorTokenHash: hashToken(token),
    supervisorTokenUntil: supervisorLinkUntil(at),
  });
  return `${services.appUrl}/supervisor/${token}`;
}

/** Of the mail that brings a new link in place of the one with this hash. */
export const renewalKey = (tokenHash: string): string => `supervisor-link#${tokenHash}`;

/** Mails it once more, to the supervisor's own address only, in place of the link whose time was up. */
export async function mailSupervisorLink(
  rec: Recording,
  services: RecordServices,
  row: RequestRow,
): Promise<void> {
  const { id, supervisorEmail, supervisorName, reference, supervisorTokenHash } = row;
  if (!supervisorEmail || !supervisorTokenHash) return;
  await queueMessage(rec, services, {
    kind: 'supervisor-confirmation',
    aboutId: id,
    to: [supervisorEmail],
    effectKey: renewalKey(supervisorTokenHash),
    data: {
      ...programFacts(services),
      reference,
      recipientName: supervisorName ?? undefined,
      link: newSupervisorLink(rec, services, { requestId: id, at: rec.at }),
    },
  });
}
