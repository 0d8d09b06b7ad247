import type { RecordServices, Transaction } from '../../activities/ports.js';
import { createZone } from '../../domain/time/zone.js';
import { lock } from '../lock.js';
import { queueMessage } from '../mail/queue-message.js';
import { hashToken } from '../tokens.js';
import { confirmationToken, type UnconfirmedRow } from './unconfirmed-submission.js';

const HOUR_MS = 3_600_000;
/** To one address, whatever is sent in its name: nobody's mailbox is filled from here. Nothing shows it. */
const MOST: [within: number, mails: number][] = [
  [HOUR_MS, 10],
  [24 * HOUR_MS, 20],
];

/** Mails the link of a form to whoever its sender says they are. Until somebody there confirms, nothing counts. */
export async function mailConfirmation(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  { row, again, effectKey, at }: { row: UnconfirmedRow; again: boolean; effectKey: string | null; at: Date },
): Promise<void> {
  const { organization, zone } = services.programs.current().program;
  const token = confirmationToken(services, row);
  await tx.unconfirmedSubmission.update({ where: { id: row.id }, data: { tokenHash: hashToken(token) } });
  if (!(await hasRoom(tx, row.email, at))) return;
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
}

async function hasRoom(tx: Transaction, email: string, at: Date): Promise<boolean> {
  await lock(tx, 'confirmationMail', email);
  for (const [within, most] of MOST) {
    const queuedAt = { gt: new Date(at.getTime() - within) };
    const where = { kind: 'confirm-address', to: { has: email }, queuedAt };
    if ((await tx.message.count({ where })) >= most) return false;
  }
  return true;
}
