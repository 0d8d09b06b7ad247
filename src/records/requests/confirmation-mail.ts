import type { RecordServices, Transaction } from '../../activities/ports.js';
import { createZone } from '../../domain/time/zone.js';
import { queueMessage } from '../mail/queue-message.js';
import { hashToken } from '../tokens.js';
import { confirmationToken, type UnconfirmedRow } from './unconfirmed-submission.js';

interface ConfirmationMail {
  row: UnconfirmedRow;
  /** A reminder. */
  again: boolean;
  effectKey: string | null;
  at: Date;
  mayLeave: boolean;
}

/**
 * Mails the link of a form to whoever its sender says they are. Until somebody there confirms, nothing counts. Without
 * `mayLeave` (too many have gone there) the form has its link, which leaves with the next mail. Returns whether it left.
 */
export async function mailConfirmation(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  { row, again, effectKey, at, mayLeave }: ConfirmationMail,
): Promise<boolean> {
  const { organization, zone } = services.programs.current().program;
  const token = confirmationToken(services, row);
  await tx.unconfirmedSubmission.update({ where: { id: row.id }, data: { tokenHash: hashToken(token) } });
  if (!mayLeave) return false;
  toKick(
    await queueMessage(tx, services, {
      kind: 'confirm-address',
      aboutId: row.id,
      to: [row.email],
      data: {
        organizationName: organization.shortName,
        contactEmail: organization.email,
        link: `${services.appUrl}/request/confirm/${token}`,
        lapseOn: createZone(zone).dateOf(row.expiresAt.toISOString()),
        again,
      },
      effectKey,
      at,
    }),
  );
  return true;
}
