import { supervisorLinkState } from '../../domain/requests/supervisor-link.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { inRecording, lockRequest } from '../../usecases/requests/request-row.js';
import { mailSupervisorLink } from '../../usecases/requests/supervisor-link.js';
import { hashToken } from '../../usecases/tokens.js';

/** For a link whose time is up: a new one goes to the supervisor's mailbox. Each old link does this once. */
export async function renewSupervisorLink(services: Services, token: string): Promise<Result<null>> {
  const supervisorTokenHash = hashToken(token);
  return inRecording(services, async (tx, toKick) => {
    const found = await tx.taRequest.findFirst({ where: { supervisorTokenHash }, select: { id: true } });
    const row = found && (await lockRequest(tx, found.id));
    if (row?.supervisorTokenHash !== supervisorTokenHash) {
      return refuse('not-found', 'This link is not valid any more.');
    }
    if (supervisorLinkState(row, services.clock.now()) !== 'expired') {
      return refuse('not-allowed-now', 'This link still works.');
    }
    toKick(await mailSupervisorLink(tx, services, row));
    return ok(null);
  });
}
