import { changedFacts, type RegistrationFacts } from '../../domain/calls/registration-facts.js';
import { type RegistrationReason, recheckRegistration } from '../../domain/calls/registration-policy.js';
import type { RegistrationStatus } from '../../domain/calls/registration-statuses.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { seriesRule } from './load-series.js';
import { writeRegistrationEvent } from './registration-events.js';
import type { RegistrationRow } from './registration-row.js';
import { openRoleGiven, sealRoleGiven } from './role-given.js';
import { tellOfRegistration } from './tell-of-registration.js';
import { registrationChanged } from './zoom-meeting.js';

/**
 * Takes in what is known now of a registrant and checks the registration anew. Nothing new changes nothing, least
 * of all what a person decided. The caller has locked the row.
 */
export async function changeRegistration(
  rec: Recording,
  services: RecordServices,
  change: {
    known: RegistrationRow;
    facts: RegistrationFacts & { name: string; organizationId: string | null };
    /** Sent again by the registrant, or become known elsewhere. */
    type: 'registered-again' | 'profile-changed';
    actor: string;
  },
): Promise<RegistrationRow> {
  const { tx, at } = rec;
  const { known, facts, type, actor } = change;
  const series = seriesRule(services, known.seriesId);
  if (!series) return known;
  const changed = changedFacts({ ...known, roleGiven: openRoleGiven(services, known) }, facts);
  const before = known.status as RegistrationStatus;
  const reasons = known.reasons as RegistrationReason[];
  const attests = (facts.activelyPracticing ?? null) !== null;
  const activelyPracticing = facts.activelyPracticing ?? known.activelyPracticing;
  const decidedByPerson = known.decidedBy !== null && known.decidedBy !== 'system';
  const now =
    changed.length === 0 && (decidedByPerson || type === 'profile-changed')
      ? { status: before, reasons }
      : recheckRegistration({
          status: before,
          reasons,
          sentAnew: type === 'registered-again' && changed.length > 0,
          registration: { ...facts, activelyPracticing },
          series,
          program: services.programs.current().program,
        });
  const moved = now.status !== before;
  if (!moved && changed.length === 0 && now.reasons.join() === reasons.join() && facts.name === known.name) {
    return known;
  }
  const updated = await tx.callRegistration.update({
    where: { id: known.id },
    data: {
      name: facts.name,
      email: facts.email,
      role: facts.role,
      sealedRole: sealRoleGiven(services, known, facts.roleGiven),
      licensedIn: facts.licensedIn,
      employer: facts.employer ?? null,
      organizationId: facts.organizationId,
      ...(attests ? { activelyPracticing, attestedAt: at } : {}),
      ...now,
      ...(moved ? decidedNow(now.status, at) : {}),
      version: { increment: 1 },
    },
  });
  const row = { ...updated, dataKey: known.dataKey };
  await writeRegistrationEvent(tx, services, { row, type, actor, at, changed });
  if (moved) await tellOfRegistration(rec, services, { row, before });
  // The meetings have people by their address.
  else if (changed.includes('email')) {
    await registrationChanged(rec, services, { seriesId: row.seriesId });
  }
  return row;
}

/** An earlier decision is in the history; the row tells the one that stands. */
function decidedNow(status: RegistrationStatus, at: Date) {
  const byRules = status === 'approved';
  return { decidedBy: byRules ? 'system' : null, decidedAt: byRules ? at : null, sealedReason: null };
}
