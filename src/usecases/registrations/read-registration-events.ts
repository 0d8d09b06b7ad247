import type { RegistrationEventType } from '../../domain/calls/registration-event.js';
import type { RegistrationFact } from '../../domain/calls/registration-facts.js';
import type { RegistrationReason } from '../../domain/calls/registration-policy.js';
import type { RegistrationStatus } from '../../domain/calls/registration-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { openEventReason } from '../calls/registration-events.js';
import { withKey } from '../data-keys.js';
import { namesOf } from '../requests/read-request.js';
import type { RegistrationEventView } from './registration-view.schema.js';

/** What became of a registration, oldest first, earlier decisions included: who, when, why. Staff only. */
export async function registrationEvents(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ items: RegistrationEventView[]; nextCursor: null }>> {
  if (!may(actor, 'calls.registrations')) return refuse('only-staff-read-registration');
  const row = await services.db.callRegistration.findUnique({
    where: { id },
    include: { events: { orderBy: { seq: 'asc' } }, ...withKey },
  });
  if (!row) return refuse('no-such-registration');
  const names = await namesOf(
    services,
    row.events.map((event) => event.actor),
  );
  const items = row.events.map((event) => ({
    seq: event.seq,
    type: event.type as RegistrationEventType,
    at: event.at.toISOString(),
    actor: { kind: event.actor.split(':')[0] ?? 'system', name: names.get(event.actor) ?? null },
    status: event.status as RegistrationStatus,
    reasons: event.reasons as RegistrationReason[],
    changed: event.changed as RegistrationFact[],
    reply: openEventReason(services, row, event),
  }));
  return ok({ items, nextCursor: null });
}
