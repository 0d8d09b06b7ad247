import { supervisorLinkState } from '../../domain/requests/supervisor-link.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { hashToken } from '../tokens.js';

export interface SupervisorView {
  id: string;
  personId: string;
  email: string;
  requesterName: string;
  reference: string;
  supervisorName: string;
  status: string;
  /** The time of the link is up: it shows nothing, and asks for a new one. */
  expired: boolean;
}

/** What the link in a supervisor's mail may show before they confirm: who asks, and nothing of the case. */
export async function supervisorView(services: Services, token: string): Promise<Result<SupervisorView>> {
  const gone = refuse('link-over');
  const row = await services.db.taRequest.findFirst({ where: { supervisorTokenHash: hashToken(token) } });
  if (!row?.supervisorId || !row.supervisorName || !row.supervisorEmail) return gone;
  const state = supervisorLinkState(row, services.clock.now());
  if (state === 'none') return gone;
  return ok({
    id: row.id,
    personId: row.supervisorId,
    email: row.supervisorEmail,
    requesterName: row.requesterName,
    reference: row.reference,
    supervisorName: row.supervisorName,
    status: row.supervisorStatus,
    expired: state === 'expired',
  });
}
