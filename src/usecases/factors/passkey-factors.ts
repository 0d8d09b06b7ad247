import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { MOST_PASSKEYS } from '../../domain/people/second-factor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Passkeys } from '../../ports/second-factors.js';
import type { Services } from '../../ports/services.js';
import { recordSecurity } from '../security/record-security.js';
import { refuseUnlessFirst } from './factors-of.js';
import { firstCodes } from './recovery-codes.js';

interface Session {
  sessionId: string;
}

async function knownIds({ db }: { db: Transaction }, actor: Actor): Promise<string[]> {
  const rows = await db.passkey.findMany({
    where: { owner: actorRef(actor) },
    select: { credentialId: true },
  });
  return rows.map(({ credentialId }) => credentialId);
}

/** What the browser's script is told to have a passkey made; null: they have as many as anybody may have. */
export async function passkeyToAdd(
  services: Pick<Services, 'db'>,
  passkeys: Passkeys,
  actor: Extract<Actor, { email: string }>,
  session: Session,
): Promise<string | null> {
  const known = await knownIds(services, actor);
  if (known.length >= MOST_PASSKEYS) return null;
  const { challenge, options } = await passkeys.toAdd({ ref: actorRef(actor), name: actor.email }, known);
  await remember(services, session, challenge);
  return options;
}

/** What the browser's script is told to have a passkey used; null: they have none. */
export async function passkeyToUse(
  services: Pick<Services, 'db'>,
  passkeys: Passkeys,
  actor: Actor,
  session: Session,
): Promise<string | null> {
  const known = await knownIds(services, actor);
  if (known.length === 0) return null;
  const { challenge, options } = await passkeys.toUse(known);
  await remember(services, session, challenge);
  return options;
}

async function remember({ db }: Pick<Services, 'db'>, { sessionId: id }: Session, challenge: string) {
  await db.authSession.updateMany({ where: { id }, data: { challenge } });
}

/** What was asked last in this session; from now on nothing is. */
async function takeChallenge(
  { db }: Pick<Services, 'db'>,
  { sessionId: id }: Session,
): Promise<string | null> {
  const row = await db.authSession.findUnique({ where: { id }, select: { challenge: true } });
  if (!row?.challenge) return null;
  const { challenge } = row;
  // Of two that come at once one finds it there.
  const taken = await db.authSession.updateMany({ where: { id, challenge }, data: { challenge: null } });
  return taken.count > 0 ? challenge : null;
}

/** Recovery codes, where there are none yet. `first`: as of an app. */
export async function addPasskey(
  services: Pick<Services, 'db' | 'vault' | 'clock' | 'whence'>,
  passkeys: Passkeys,
  actor: Actor,
  { answer, session, first }: { answer: string; session: Session; first: boolean },
): Promise<Result<{ codes: string[] }>> {
  const challenge = await takeChallenge(services, session);
  const made = challenge === null ? null : await passkeys.added(challenge, answer);
  if (!made) return refuse('passkey-unreadable');
  const owner = actorRef(actor);
  return services.db.$transaction(async (tx) => {
    const late = await refuseUnlessFirst(tx, actor, first);
    if (late) return late;
    if ((await tx.passkey.count({ where: { owner } })) >= MOST_PASSKEYS) return refuse('passkey-unreadable');
    const row = { ...made, publicKey: new Uint8Array(made.publicKey), signCount: BigInt(made.signCount) };
    const { count } = await tx.passkey.createMany({
      data: [{ id: randomUUID(), owner, createdAt: new Date(), ...row }],
      skipDuplicates: true,
    });
    if (count === 0) return refuse('passkey-unreadable');
    await recordSecurity(tx, services, { kind: 'factor-added', actor, data: { what: 'passkey' } });
    return ok({ codes: await firstCodes({ db: tx, vault: services.vault }, owner) });
  });
}

/** A passkey of theirs signed what was asked in this session. */
export async function tryPasskey(
  services: Pick<Services, 'db' | 'clock' | 'whence'>,
  passkeys: Passkeys,
  actor: Actor,
  session: Session,
  answer: string,
): Promise<Result<null>> {
  const challenge = await takeChallenge(services, session);
  const credentialId = passkeys.idIn(answer);
  if (challenge === null || credentialId === null) return refuse('passkey-unreadable');
  const row = await services.db.passkey.findFirst({ where: { credentialId, owner: actorRef(actor) } });
  const count = row && (await passkeys.used(challenge, answer, { ...row, signCount: Number(row.signCount) }));
  const right = row !== null && count !== null;
  const event = right ? ({ kind: 'factor-passed' } as const) : ({ kind: 'factor-refused' } as const);
  await recordSecurity(services.db, services, { ...event, actor, data: { by: 'passkey' } });
  if (!right) return refuse('passkey-unreadable');
  const data = { usedAt: new Date(), signCount: BigInt(count) };
  await services.db.passkey.updateMany({ where: { id: row.id }, data });
  return ok(null);
}
