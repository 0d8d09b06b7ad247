import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';

/** What a person said of themself and their supervisor when they last asked: nothing of a case. */
export interface LastRequester {
  reference: string;
  name: string;
  role: string;
  organization: string | null;
  state: string | null;
  licensedIn: string[];
  ovcGrantee: boolean;
  supervisor: { name: string; email: string; role: string } | null;
}

/** Null: whoever asks has no request of their own. A supervisor who said no is not named again. */
export async function lastRequester(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
): Promise<LastRequester | null> {
  if (actor.kind !== 'person') return null;
  const row = await db.taRequest.findFirst({
    where: { requesterId: actor.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      reference: true,
      requesterName: true,
      requesterRole: true,
      requesterState: true,
      licensedIn: true,
      ovcGrantee: true,
      organizationName: true,
      supervisorName: true,
      supervisorEmail: true,
      supervisorRole: true,
      supervisorStatus: true,
    },
  });
  if (!row) return null;
  const { supervisorName: name, supervisorEmail: email, supervisorRole: role } = row;
  return {
    reference: row.reference,
    name: row.requesterName,
    role: row.requesterRole,
    organization: row.organizationName,
    state: row.requesterState,
    licensedIn: row.licensedIn,
    ovcGrantee: row.ovcGrantee,
    supervisor: name && email && role && row.supervisorStatus !== 'refused' ? { name, email, role } : null,
  };
}
