import type { Release } from '../../adapters/database/generated/client.js';
import { MAIL } from '../../domain/mail/kinds.js';
import { RELEASE_MAILS } from '../../domain/releases/release-mails.js';
import type { ReleaseEvent, ReleaseState } from '../../domain/releases/release-state.js';
import { releaseWorkflowId } from '../../domain/releases/workflow-id.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import { addressOf } from '../mentors/address-of.js';
import type { Recording } from '../recording.js';
import { addressesOf } from '../requests/recipients.js';

/** Writes the mails of an event: that there is something, never to whom or what for. */
export async function queueReleaseMails(
  rec: Recording,
  services: RecordServices,
  { row, state, event }: { row: Release; state: ReleaseState; event: ReleaseEvent },
): Promise<void> {
  const kinds = RELEASE_MAILS[event.type];
  if (kinds.length === 0) return;
  const { program } = services.programs.current();
  const request = await rec.tx.taRequest.findUniqueOrThrow({ where: { id: row.requestId } });
  const requester = await addressOf(rec.tx, request.requesterId, request.requesterEmail);
  const lastDay = createZone(program.zone).dateOf(
    new Date(Date.parse(state.status === 'asked' ? state.lapsesAt : state.expiresAt) - 1).toISOString(),
  );
  for (const [index, kind] of kinds.entries()) {
    const toStaff = MAIL[kind].to === 'staff';
    const to = toStaff
      ? await addressesOf(rec.tx, program, { ...request, supervisorEmail: null, at: rec.at }, ['handler'])
      : [requester.email];
    await queueMessage(rec, services, {
      kind,
      aboutId: row.requestId,
      to,
      effectKey: `${releaseWorkflowId(row.id)}#${event.seq}#${kind}`,
      // Lists show them as they came: two of one event are not of one instant.
      at: new Date(rec.at.getTime() + index),
      data: {
        ...programFacts(services),
        reference: request.reference,
        recipientName: toStaff ? undefined : requester.name,
        dueOn: lastDay,
        link: toStaff
          ? `${services.appUrl}/staff/releases/${row.requestId}`
          : `${services.appUrl}/my/requests/${row.requestId}/sharing`,
        audience: toStaff ? 'staff' : 'requester',
      },
    });
  }
}
