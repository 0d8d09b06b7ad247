import type { RecordServices } from '../../ports/services.js';
import { writeRegistrationEvent } from '../calls/registration-events.js';
import type { RegistrationRow } from '../calls/registration-row.js';
import { tellOfRegistration } from '../calls/tell-of-registration.js';
import { registrationChanged } from '../calls/zoom-meeting.js';
import { withKey } from '../data-keys.js';
import type { Recording } from '../recording.js';

interface Join {
  from: string;
  into: string;
  actor: string;
}

/**
 * Registered twice for one series: what was decided about the one that stays stands, and the other ends. Where nothing
 * was decided yet, whoever was let in stays in.
 */
export async function joinRegistrations(rec: Recording, services: RecordServices, join: Join): Promise<void> {
  const { tx } = rec;
  const { from, into, actor } = join;
  const own = await tx.callRegistration.findMany({ where: { personId: into }, select: { seriesId: true } });
  await tx.callRegistration.updateMany({
    where: { personId: from, seriesId: { notIn: own.map(({ seriesId }) => seriesId) } },
    data: { personId: into },
  });
  const twice = await tx.callRegistration.findMany({
    where: { personId: from, status: { not: 'revoked' } },
    orderBy: { id: 'asc' },
    include: withKey,
  });
  for (const known of twice) {
    const ended = await tx.callRegistration.update({
      where: { id: known.id },
      data: {
        status: 'revoked',
        decidedBy: actor,
        decidedAt: rec.at,
        sealedReason: null,
        sealedJoinLink: null,
        version: { increment: 1 },
      },
    });
    const row = { ...ended, dataKey: known.dataKey };
    await writeRegistrationEvent(tx, services, { row, type: 'revoked', actor, at: rec.at });
    await registrationChanged(rec, services, { seriesId: row.seriesId });
    if (known.status === 'approved') await stayIn(rec, services, known, join);
  }
}

/** Only what waits for a decision: staff may be deciding about it now. */
async function stayIn(
  rec: Recording,
  services: RecordServices,
  { seriesId, decidedBy }: RegistrationRow,
  { into, actor }: Join,
): Promise<void> {
  const { tx, at } = rec;
  const { count } = await tx.callRegistration.updateMany({
    where: { seriesId, personId: into, status: 'pending' },
    data: { status: 'approved', reasons: [], decidedBy, decidedAt: at, version: { increment: 1 } },
  });
  if (count === 0) return;
  const key = { seriesId, personId: into };
  const row = await tx.callRegistration.findUniqueOrThrow({
    where: { seriesId_personId: key },
    include: withKey,
  });
  await writeRegistrationEvent(tx, services, { row, type: 'approved', actor, at });
  await tellOfRegistration(rec, services, { row, before: 'pending' });
}
