import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { nextCall } from './next-call.js';
import type { RegistrationRow } from './registration-row.js';

const KINDS = {
  approved: 'registration-approved',
  pending: 'registration-pending',
  denied: 'registration-denied',
  revoked: 'registration-denied',
} as const;

/** Tells the registrant how their registration stands. About their own matter: no opt-in needed. */
export async function tellRegistrant(
  rec: Recording,
  services: RecordServices,
  row: RegistrationRow,
  { again = false }: { again?: boolean } = {},
): Promise<void> {
  const { tx, at } = rec;
  const kind = KINDS[row.status as keyof typeof KINDS];
  const next = await nextCall(tx, row.seriesId, at);
  await queueMessage(rec, services, {
    kind,
    aboutId: row.id,
    to: [row.email],
    data: {
      ...programFacts(services, row.seriesId),
      recipientName: row.name,
      callAt: next?.startsAt.toISOString(),
      link: `${services.appUrl}/my/calls`,
      ...(again ? { again } : {}),
      ...(row.status === 'revoked' ? { ended: true } : {}),
    },
    effectKey: `registration/${row.id}#${row.version}#${kind}`,
  });
}
