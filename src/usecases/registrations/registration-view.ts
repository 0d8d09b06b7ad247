import type { RegistrationReason } from '../../domain/calls/registration-policy.js';
import type { RegistrationStatus } from '../../domain/calls/registration-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { joinLinkOf } from '../calls/join-link.js';
import { nextCall } from '../calls/next-call.js';
import type { RegistrationRow } from '../calls/registration-row.js';
import { openRoleGiven } from '../calls/role-given.js';
import type { RegistrationView } from './registration-view.schema.js';

/** Without the join link: for answers that staff or machines get. */
export function registrationView(services: Pick<Services, 'vault'>, row: RegistrationRow): RegistrationView {
  return {
    id: row.id,
    series: row.seriesId,
    status: row.status as RegistrationStatus,
    reasons: row.reasons as RegistrationReason[],
    name: row.name,
    email: row.email,
    role: openRoleGiven(services, row) ?? row.role,
    licensedIn: row.licensedIn,
    employer: row.employer,
    activelyPracticing: row.activelyPracticing,
    attestedAt: row.attestedAt?.toISOString() ?? null,
    registeredAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reply: row.sealedReason ? services.vault.open(row.dataKey, reasonField(row.id), row.sealedReason) : null,
    joinLink: null,
    version: row.version,
    links: { self: `/api/v1/registrations/${row.id}`, events: `/api/v1/registrations/${row.id}/events` },
  };
}

/** As the registrant themself sees it. */
export async function ownRegistrationView(
  services: Services,
  tx: Transaction,
  actor: Actor,
  row: RegistrationRow,
): Promise<RegistrationView> {
  const view = registrationView(services, row);
  // What staff did and why is for staff.
  if (actor.kind === 'person') view.links.events = null;
  const theirs = actor.kind === 'person' && actor.id === row.personId && row.status === 'approved';
  if (!theirs) return view;
  const call = await nextCall(tx, row.seriesId, services.clock.now());
  return { ...view, joinLink: await joinLinkOf(tx, services, row, call) };
}

export function reasonField(rowId: string) {
  return { table: 'call_registration', rowId, field: 'reason' };
}
