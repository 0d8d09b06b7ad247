import { supervisorLinkState } from '../../domain/requests/supervisor-link.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recording } from '../recording.js';
import { hashToken } from '../tokens.js';
import { lockRequest } from './request-row.js';
import { mailSupervisorLink, renewalKey } from './supervisor-link.js';

/**
 * For a link whose time is up: a new one goes to the supervisor's mailbox. Each old link does this once; asked again,
 * it has been done.
 */
export async function renewSupervisorLink(services: Services, token: string): Promise<Result<null>> {
  const supervisorTokenHash = hashToken(token);
  return recording(services, async (rec) => {
    const { tx } = rec;
    const found = await tx.taRequest.findFirst({ where: { supervisorTokenHash }, select: { id: true } });
    const row = found && (await lockRequest(tx, found.id));
    if (row?.supervisorTokenHash !== supervisorTokenHash) {
      const renewed = await tx.message.count({ where: { effectKey: renewalKey(supervisorTokenHash) } });
      return renewed > 0 ? ok(null) : refuse('link-over');
    }
    if (supervisorLinkState(row, rec.at) !== 'expired') {
      return refuse('link-still-works');
    }
    await mailSupervisorLink(rec, services, row);
    return ok(null);
  });
}
