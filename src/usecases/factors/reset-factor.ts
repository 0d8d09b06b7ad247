import type { MailKind } from '../../domain/mail/kinds.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Problem, type Refusal, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { lock } from '../lock.js';
import { queueMessage } from '../mail/queue-message.js';
import { refuseUnless } from '../people/refuse-unless.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { recordSecurity } from '../security/record-security.js';
import { forgetProviderAccounts } from '../sign-in/provider-accounts.js';
import { ofAddresses } from '../sign-in/sessions.js';
import { forgetFactors } from './remove-factor.js';

/** Asked for and not confirmed, it lapses. Wall time. */
const VALID_MS = 24 * 60 * 60_000;

interface Colleague {
  id: string;
  email: string;
}

/** Who has asked for the reset of a colleague's factor, and when, where an admin has lately; and why this one may do nothing now. */
export async function resetAskedOf(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  staffId: string,
): Promise<Result<{ asked: { by: string; at: Date } | null; whyNot: Problem | null }>> {
  const refused = refuseUnless(actor, 'admin.users');
  if (refused) return refused;
  const before = await openReset(db, staffId);
  const no = await whyNot({ db, clock }, actor, staffId, before);
  return ok({ asked: before && { by: before.name, at: before.askedAt }, whyNot: no?.problem ?? null });
}

interface OpenReset {
  askedBy: string;
  askedAt: Date;
  name: string;
}

/** What was asked lately, by whoever is an admin still. */
async function openReset(db: Transaction, staffId: string): Promise<OpenReset | null> {
  const askedAt = { gt: new Date(Date.now() - VALID_MS) };
  const row = await db.factorReset.findFirst({ where: { staffId, askedAt } });
  const by = row && (await db.staff.findFirst({ where: { id: row.askedBy, role: 'admin', active: true } }));
  return by ? { askedBy: by.id, askedAt: row.askedAt, name: by.name } : null;
}

const NEW_MS = 24 * 60 * 60_000;

/** Of two admins one may have made the other for this: all admins are told of a new one, and have a day to notice. */
async function isNewAdmin(db: Transaction, id: string, now: Date): Promise<boolean> {
  const became = await db.securityEvent.count({
    where: {
      kind: { in: ['colleague-added', 'role-changed', 'colleague-back'] },
      ...{ about: `user:${id}`, at: { gt: new Date(now.getTime() - NEW_MS) } },
    },
  });
  return became > 0;
}

/** Neither a key, who is nobody that could vouch for a colleague, nor the colleague, nor twice the same, nor a new admin as the second, nor where there is none. */
async function whyNot(
  { db, clock }: { db: Transaction; clock: Services['clock'] },
  actor: Actor,
  staffId: string,
  before: OpenReset | null,
): Promise<Refusal | null> {
  if (actor.kind !== 'user') return refuse('reset-by-people');
  if (actor.id === staffId) return refuse('own-factor');
  if (before?.askedBy === actor.id) return refuse('reset-needs-another');
  if (before && (await isNewAdmin(db, actor.id, clock.now()))) return refuse('new-admin-waits');
  return refuseWithout(db, `user:${staffId}`);
}

/**
 * One admin asks that a colleague's second factor be reset, another confirms by asking as well; neither of them is the
 * colleague. Then factors, recovery codes and sessions are gone, and the next sign-in sets up a new one. All of it is
 * told to the colleague and to the admins. Refuses `forbidden`, `not-found`, `not-allowed-now`.
 */
export async function resetFactor(
  services: Services,
  actor: Actor,
  staffId: string,
): Promise<Result<'asked' | 'done'>> {
  const refused = refuseUnless(actor, 'admin.users');
  if (refused) return refused;
  return recordingOrRefusal(services, async (rec) => {
    await lock(rec.tx, 'factors', `user:${staffId}`);
    const colleague = await rec.tx.staff.findUnique({ where: { id: staffId } });
    if (!colleague) return refuse('no-such-colleague');
    const before = await openReset(rec.tx, staffId);
    const no = await whyNot({ db: rec.tx, clock: services.clock }, actor, staffId, before);
    if (no) return no;
    if (actor.kind !== 'user') return refuse('reset-by-people');
    if (before) {
      await reset(rec, services, colleague, actor);
      return ok('done' as const);
    }
    const asked = { askedBy: actor.id, askedAt: new Date() };
    await rec.tx.factorReset.upsert({ where: { staffId }, create: { staffId, ...asked }, update: asked });
    await recordSecurity(rec.tx, services, { kind: 'factor-reset-asked', actor, about: `user:${staffId}` });
    await tell(rec, services, 'factor-reset-asked', colleague);
    return ok('asked' as const);
  });
}

/**
 * The same from the machine itself, of staff where there are no two admins who could do it, and of anybody outside the
 * staff, who has no colleagues: whoever runs the desk has made sure of who asks. Refuses `not-found` and `not-allowed-now`.
 */
export async function resetFactorHere(services: Services, email: string): Promise<Result<null>> {
  return recordingOrRefusal(services, async (rec) => {
    const colleague = await rec.tx.staff.findUnique({ where: { email } });
    if (!colleague) return resetOfPerson(rec, services, email);
    await lock(rec.tx, 'factors', `user:${colleague.id}`);
    const admins = await rec.tx.staff.count({
      where: { role: 'admin', active: true, id: { not: colleague.id } },
    });
    if (admins >= 2) return refuse('reset-by-two-admins');
    const none = await refuseWithout(rec.tx, `user:${colleague.id}`);
    if (none) return none;
    await reset(rec, services, colleague, { kind: 'system' });
    return ok(null);
  });
}

/** A requester's, or a supervisor's: all of their sessions end, and the next sign-in takes their link alone. */
async function resetOfPerson(rec: Recording, services: Services, email: string): Promise<Result<null>> {
  const known = await rec.tx.personEmail.findUnique({ where: { email }, select: { personId: true } });
  if (!known) return refuse('no-such-person');
  const owner = `person:${known.personId}`;
  await lock(rec.tx, 'factors', owner);
  const none = await refuseWithout(rec.tx, owner);
  if (none) return none;
  const addresses = await rec.tx.personEmail.findMany({ where: { personId: known.personId } });
  await forgetFactors(rec.tx, owner);
  await forgetProviderAccounts(
    rec.tx,
    addresses.map((one) => one.email),
  );
  const { count } = await rec.tx.authSession.deleteMany({
    where: ofAddresses(addresses.map((one) => one.email)),
  });
  await recordSecurity(rec.tx, services, {
    ...{ kind: 'factor-reset', actor: { kind: 'system' }, about: owner, data: { sessions: count } },
  });
  await tellOne(rec, services, 'factor-reset', { to: email, path: '/sign-in' });
  return ok(null);
}

async function refuseWithout(tx: Transaction, owner: string): Promise<Refusal | null> {
  const has =
    (await tx.appFactor.count({ where: { owner, confirmedAt: { not: null } } })) +
    (await tx.passkey.count({ where: { owner } }));
  return has > 0 ? null : refuse('no-factor-to-reset');
}

async function reset(
  rec: Recording,
  services: RecordServices,
  { id, email }: Colleague,
  actor: Actor,
): Promise<void> {
  await forgetFactors(rec.tx, `user:${id}`);
  await rec.tx.factorReset.deleteMany({ where: { staffId: id } });
  await forgetProviderAccounts(rec.tx, [email]);
  const { count } = await rec.tx.authSession.deleteMany({ where: ofAddresses([email]) });
  await recordSecurity(rec.tx, services, {
    ...{ kind: 'factor-reset', actor, about: `user:${id}`, data: { sessions: count } },
  });
  await tell(rec, services, 'factor-reset', { id, email });
}

/** To the colleague, who must know if it was not they who wished it, and to every admin; a mail each. */
async function tell(
  rec: Recording,
  services: RecordServices,
  kind: Extract<MailKind, 'factor-reset-asked' | 'factor-reset'>,
  { id, email }: Colleague,
): Promise<void> {
  const admins = await rec.tx.staff.findMany({
    where: { role: 'admin', active: true, id: { not: id } },
    select: { email: true },
  });
  for (const to of [email, ...admins.map((admin) => admin.email)]) {
    await tellOne(rec, services, kind, { to, path: to === email ? '/sign-in' : `/staff/people/${id}` });
  }
}

async function tellOne(
  rec: Recording,
  services: RecordServices,
  kind: Extract<MailKind, 'factor-reset-asked' | 'factor-reset'>,
  { to, path }: { to: string; path: string },
): Promise<void> {
  const { organization } = services.programs.current().program;
  await queueMessage(rec, services, {
    ...{ kind, aboutId: null, to: [to], effectKey: null },
    data: {
      organizationName: organization.shortName,
      contactEmail: organization.email,
      link: new URL(path, services.appUrl).href,
    },
  });
}
