import { randomUUID } from 'node:crypto';
import { LIMITS } from '../../domain/limits.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { createZone } from '../../domain/time/zone.js';
import type { Services } from '../../ports/services.js';
import { spend } from '../limits/spend.js';
import { tooOften } from '../limits/too-often.js';
import { queueMessage } from '../mail/queue-message.js';
import { recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { hashToken, newToken } from '../tokens.js';
import { MOST_ADDRESSES } from './hold-people.js';
import { takeAddress } from './take-address.js';

const VALID_DAYS = 7;
const DAY_MS = 86_400_000;

/** A person's addresses, and those they have said are theirs too and not proved yet. */
export interface OwnAddresses {
  proved: string[];
  waiting: string[];
}

/** Null: they did not sign in as a person. */
export async function ownAddresses(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
): Promise<OwnAddresses | null> {
  if (actor.kind !== 'person') return null;
  const where = { personId: actor.id };
  const [emails, claims] = await Promise.all([
    db.personEmail.findMany({ where, orderBy: { email: 'asc' } }),
    db.addressClaim.findMany({
      where: { ...where, expiresAt: { gt: clock.now() } },
      orderBy: { email: 'asc' },
    }),
  ]);
  const proved = emails.map(({ email }) => email);
  return { proved, waiting: claims.map(({ email }) => email).filter((email) => !proved.includes(email)) };
}

/**
 * A person says that an address is theirs too: a link goes there, which counts once they use it signed in. The answer
 * is the same whosever address it is. Refuses `forbidden`, `not-allowed-now`, `too-many-requests`.
 */
export async function claimAddress(
  services: Services,
  actor: Actor,
  email: string,
): Promise<Result<{ email: string; status: 'asked' | 'proved' }>> {
  if (actor.kind !== 'person') return refuse('only-people-have-addresses');
  const { db, programs, appUrl } = services;
  const theirs = await db.personEmail.findMany({ where: { personId: actor.id }, select: { email: true } });
  if (theirs.some((one) => one.email === email)) return ok({ email, status: 'proved' });
  if (theirs.length >= MOST_ADDRESSES) return refuse('too-many-addresses', { most: MOST_ADDRESSES });
  const refused =
    (await tooOften(services, actor, LIMITS.claimsByPerson)) ??
    (await tooOften(services, actor, LIMITS.claimsToAddress, email));
  if (refused) return refused;
  // Whoever makes themself many people fills nobody's mailbox either, which the answer doesn't show.
  const mayMail = (await spend(services, LIMITS.claimMailsToAddress, email)).allowed;
  const { organization, zone } = programs.current().program;
  const token = newToken();
  await recording(services, async (rec) => {
    const { tx, at } = rec;
    const key = { personId: actor.id, email };
    const said = {
      tokenHash: hashToken(token),
      askedAt: at,
      expiresAt: new Date(at.getTime() + VALID_DAYS * DAY_MS),
    };
    await tx.addressClaim.upsert({
      where: { personId_email: key },
      create: { id: randomUUID(), ...key, ...said },
      update: mayMail ? said : {},
    });
    if (!mayMail) return;
    await queueMessage(rec, services, {
      kind: 'address-claimed',
      aboutId: null,
      to: [email],
      data: {
        organizationName: organization.shortName,
        contactEmail: organization.email,
        link: `${appUrl}/my/addresses/prove/${token}`,
        lapseOn: createZone(zone).dateOf(said.expiresAt.toISOString()),
      },
      effectKey: null,
    });
  });
  return ok({ email, status: 'asked' });
}

/**
 * The address behind a link, for whoever said it is theirs, and whether they have proved it by now; nobody else's link
 * is there. Refuses `not-found`.
 */
export async function claimBehind(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  token: string,
): Promise<Result<{ email: string; isProved: boolean }>> {
  const claim = await db.addressClaim.findUnique({ where: { tokenHash: hashToken(token) } });
  const stands =
    claim && actor.kind === 'person' && claim.personId === actor.id && claim.expiresAt > clock.now();
  if (!stands) return refuse('claim-link-over');
  const { email, personId } = claim;
  const proved = await db.personEmail.count({ where: { email, personId, verifiedAt: { not: null } } });
  return ok({ email, isProved: proved > 0 });
}

/**
 * Whoever reads mail at both addresses has shown that both are theirs: two people who are one become one. Used once
 * more while it lasts, a link says the same.
 * Refuses `not-found`, `not-allowed-now`.
 */
export async function proveAddress(
  services: Services,
  actor: Actor,
  token: string,
): Promise<Result<{ email: string }>> {
  const claim = await claimBehind(services, actor, token);
  if (!claim.ok || actor.kind !== 'person') return claim;
  const { email } = claim.value;
  const taken = await recordingOrRefusal(services, (rec) =>
    takeAddress(rec, services, { personId: actor.id, email, actor: actorRef(actor), asOne: true }),
  );
  return taken.ok ? ok({ email }) : taken;
}
