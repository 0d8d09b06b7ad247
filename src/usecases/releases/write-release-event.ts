import type { Prisma } from '../../adapters/database/generated/client.js';
import type { ReleaseEvent, ReleaseState } from '../../domain/releases/release-state.js';
import { isReleaseOver } from '../../domain/releases/release-statuses.js';
import { releaseWorkflowId } from '../../domain/releases/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { appendEvent, asJson, contentHash } from '../process-events.js';
import type { Recording } from '../recording.js';
import { recordSecurity } from '../security/record-security.js';
import { queueReleaseMails } from './queue-release-mails.js';
import type { ReleaseRow } from './release-row.js';
import { releaseText } from './release-text.js';

/** Appends a release's event, updates its row, and writes the mails it calls for: the one place that does. */
export async function writeReleaseEvent(
  rec: Recording,
  services: RecordServices,
  { row, state, event }: { row: ReleaseRow; state: ReleaseState; event: ReleaseEvent },
): Promise<void> {
  appendEvent(rec, { workflowId: releaseWorkflowId(row.id), event, hash: releaseEventHash(event, state) });
  const signed = event.data.how !== undefined;
  const updated = await rec.tx.release.update({
    where: { id: row.id },
    data: {
      ...releaseFieldsOf(state),
      ...(signed ? { signedHow: event.data.how, signedBy: event.onBehalfOf ?? event.actor } : {}),
      ...(isReleaseOver(state.status) ? { endedAt: new Date(event.at) } : {}),
      processSeq: event.seq,
      processState: asJson(state),
      version: { increment: 1 },
    },
  });
  if (event.commandId) releaseText.makeEffective(rec, row.id, event.commandId);
  await recordSecurity(rec.tx, services, {
    kind: 'release',
    actor: event.actor,
    about: `release:${row.id}`,
    data: { what: event.type, request: row.requestId, recipient: row.recipientKind, parts: row.parts },
  });
  await queueReleaseMails(rec, services, { row: updated, state, event });
}

/** What a release's row has from its process. */
export function releaseFieldsOf(state: ReleaseState) {
  const date = (at: string | null) => (at ? new Date(at) : null);
  return {
    status: state.status,
    signedAt: date(state.signedAt),
    expiresAt: new Date(state.expiresAt),
    nextDueAt: date(state.next?.at ?? null),
  } satisfies Prisma.ReleaseUncheckedUpdateInput;
}

export function releaseEventHash(event: ReleaseEvent, state: ReleaseState): string {
  return contentHash(event, state);
}
