import type { Prisma } from '../../adapters/database/generated/client.js';
import { KEPT_BACK_MAIL } from '../../domain/mail/statuses.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices } from '../../ports/services.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { hashToken } from '../tokens.js';
import { confirmationToken, type UnconfirmedRow } from './unconfirmed-submission.js';

interface ConfirmationMail {
  row: UnconfirmedRow;
  /** A reminder. */
  again: boolean;
  /** What tells it from other mails with this link; null: the first of them. */
  occasion: string | null;
  mayLeave: boolean;
}

/**
 * Mails the link of a form to whoever its sender says they are. Until somebody there confirms, nothing counts. Without
 * `mayLeave` (too many have gone there) the form has its link, which leaves with the next mail. Returns whether it left.
 */
export async function mailConfirmation(
  rec: Recording,
  services: RecordServices,
  { row, again, occasion, mayLeave }: ConfirmationMail,
): Promise<boolean> {
  const { tx } = rec;
  const { organization, zone } = services.programs.current().program;
  const token = confirmationToken(services, row);
  await tx.unconfirmedSubmission.update({ where: { id: row.id }, data: { tokenHash: hashToken(token) } });
  if (!mayLeave) return false;
  await queueMessage(rec, services, {
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
    effectKey: occasion === null ? linkKey(row) : `${linkKey(row)}#${occasion}`,
  });
  return true;
}

type Link = Pick<UnconfirmedRow, 'id' | 'linkNumber'>;

const linkKey = ({ id, linkNumber }: Link) => `${id}#confirm#${linkNumber}`;

/** Mails with the link a form has now that have left, or will; those of an earlier link open nothing any more. */
export function mailsWithLink(link: Link): Prisma.MessageWhereInput {
  const key = linkKey(link);
  return {
    aboutId: link.id,
    status: { notIn: KEPT_BACK_MAIL },
    OR: [{ effectKey: key }, { effectKey: { startsWith: `${key}#` } }],
  };
}
