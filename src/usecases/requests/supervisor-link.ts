import { supervisorLinkUntil } from '../../domain/requests/supervisor-link.js';
import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { hashToken } from '../tokens.js';
import type { RequestRow } from './request-row.js';

/**
 * The supervisor's link, good for its time from now. A new one unless `again`; the one before it works no longer. Made
 * from its number and the desk's secret, so that a reminder can bring the same.
 */
export function supervisorLink(
  { behind }: Pick<Recording, 'behind'>,
  services: Pick<RecordServices, 'appUrl' | 'vault'>,
  {
    row,
    at,
    again = false,
  }: { row: Pick<RequestRow, 'id' | 'supervisorLinkNumber'>; at: Date; again?: boolean },
): string {
  const supervisorLinkNumber = row.supervisorLinkNumber + (again ? 0 : 1);
  const token = services.vault.fingerprint('supervisor-link', `${row.id}/${supervisorLinkNumber}`);
  behind.set(row.id, {
    supervisorLinkNumber,
    supervisorTokenHash: hashToken(token),
    supervisorTokenUntil: supervisorLinkUntil(at),
  });
  return `${services.appUrl}/supervisor/${token}`;
}

/** Who named them, as their mails tell it. */
export const askerOf = ({ requesterName, organizationName }: RequestRow) => ({
  askerName: requesterName,
  askerOrganization: organizationName ?? undefined,
});

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
      ...askerOf(row),
      link: supervisorLink(rec, services, { row, at: rec.at }),
    },
  });
}
