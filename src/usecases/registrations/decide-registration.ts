import type { RegistrationDecision } from '../../domain/calls/registration.schema.js';
import { DECIDED, decidedRegistration } from '../../domain/calls/registration-policy.js';
import type { RegistrationStatus } from '../../domain/calls/registration-statuses.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { writeRegistrationEvent } from '../calls/registration-events.js';
import { tellOfRegistration } from '../calls/tell-of-registration.js';
import { withKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { reasonField, registrationView } from './registration-view.js';
import type { RegistrationView } from './registration-view.schema.js';

/**
 * A person approves, denies or revokes; the registrant is told and reads the reason after signing in.
 * Refuses `not-found`, `forbidden`, `version-mismatch`, `not-allowed-now` (decided like that already).
 */
export async function decideOnRegistration(
  services: Services,
  actor: Actor,
  id: string,
  decision: RegistrationDecision,
  { ifMatch }: { ifMatch?: number } = {},
): Promise<Result<RegistrationView>> {
  if (!may(actor, 'calls.registrations')) return refuse('only-staff-decide-on-registrations');
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    await lockRows(tx)`SELECT id FROM call_registration WHERE id = ${id}::uuid FOR UPDATE`;
    const known = await tx.callRegistration.findUnique({ where: { id }, include: withKey });
    if (!known) return refuse('no-such-registration');
    if (ifMatch !== undefined && ifMatch !== known.version) {
      return refuse('registration-version', { version: known.version });
    }
    const status = decidedRegistration(known.status as RegistrationStatus, decision.kind);
    if (!status) {
      return refuse('not-while-registration', { kind: decision.kind, status: known.status });
    }
    const { at } = rec;
    const decided = await tx.callRegistration.update({
      where: { id },
      data: {
        status,
        decidedBy: actorRef(actor),
        decidedAt: at,
        sealedReason: decision.reason
          ? services.vault.seal(known.dataKey, reasonField(id), decision.reason)
          : null,
        // Whoever is out must not find the way in again.
        ...(status === 'approved' ? {} : { sealedJoinLink: null }),
        version: { increment: 1 },
      },
    });
    const row = { ...decided, dataKey: known.dataKey };
    await writeRegistrationEvent(tx, services, {
      row,
      type: DECIDED[decision.kind],
      actor: actorRef(actor),
      at,
      reason: decision.reason,
    });
    await tellOfRegistration(rec, services, { row, before: known.status as RegistrationStatus });
    return ok(registrationView(services, row));
  });
}
