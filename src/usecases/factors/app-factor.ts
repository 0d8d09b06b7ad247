import { type Actor, actorRef } from '../../domain/people/actor.js';
import { readCode } from '../../domain/people/second-factor.js';
import { ok, type Result, refuseAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { AppCodes, QrPicture } from '../../ports/second-factors.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { lock } from '../lock.js';
import { recordSecurity } from '../security/record-security.js';
import { countTry } from './count-try.js';
import { refuseUnlessFirst } from './factors-of.js';
import { firstCodes } from './recovery-codes.js';

type Stores = Pick<Services, 'db' | 'vault'>;
type Recording = Pick<Services, 'clock' | 'whence'>;
type Session = { sessionId: string };

const place = (owner: string) => ({ table: 'app_factor', rowId: owner, field: 'secret' });

/**
 * A secret for an app that isn't theirs yet: the same in this session until a code of it was typed, or a day has gone. Another
 * session is shown another: whoever once got in by a link alone must not know the secret its owner sets up later.
 */
export async function secretToAdd(
  { db, vault, programs }: Stores & Pick<Services, 'programs'>,
  codes: AppCodes,
  actor: Extract<Actor, { email: string }>,
  session: Session,
): Promise<{ secret: string; picture: QrPicture } | null> {
  const owner = actorRef(actor);
  const row = await db.$transaction(async (tx) => {
    await lock(tx, 'factors', owner);
    const there = await appOf(tx, owner);
    if (there && (there.confirmedAt || isOf(session, there))) return there;
    return newApp({ db: tx, vault }, codes, owner, session);
  });
  if (row.confirmedAt) return null;
  const secret = vault.open(row.dataKey, place(owner), row.sealed);
  const { shortName } = programs.current().program.organization;
  return { secret, picture: codes.picture(secret, { issuer: `${shortName} TA Desk`, name: actor.email }) };
}

const DAY_MS = 24 * 60 * 60_000;

const appOf = (db: Transaction, owner: string) =>
  db.appFactor.findUnique({ where: { owner }, include: withKey });

const isOf = ({ sessionId }: Session, row: { shownIn: string | null; createdAt: Date }): boolean =>
  row.shownIn === sessionId && row.createdAt.getTime() > Date.now() - DAY_MS;

/** In place of one that was shown elsewhere, or too long ago. */
async function newApp(
  { db, vault }: { db: Transaction; vault: Services['vault'] },
  codes: AppCodes,
  owner: string,
  { sessionId: shownIn }: Session,
) {
  await db.appFactor.deleteMany({ where: { owner, confirmedAt: null } });
  const dataKey = vault.newDataKey('app_factor');
  await db.dataKey.create({ data: dataKey, select: { id: true } });
  const sealed = vault.seal(dataKey, place(owner), codes.newSecret());
  const row = { owner, dataKeyId: dataKey.id, sealed, shownIn, createdAt: new Date() };
  return db.appFactor.create({ data: row, include: withKey });
}

/**
 * A code of the app that this session was shown was typed: from now on it is theirs. Recovery codes, where there are none yet.
 * `first`: by whoever has proved nothing but the mail, which a factor that came meanwhile ends.
 */
export async function addApp(
  services: Stores & Recording,
  codes: AppCodes,
  actor: Actor,
  { typed, session, first }: { typed: string; session: Session; first: boolean },
): Promise<Result<{ codes: string[] }>> {
  const tried = await countTry(services, actor);
  if (!tried.ok) return tried;
  const owner = actorRef(actor);
  const code = readCode(typed);
  const step = code?.kind === 'app' ? await stepOf(services, codes, owner, code.code) : null;
  if (step === null) return refuseAt('/code', 'first-code-wrong');
  return services.db.$transaction(async (tx) => {
    const late = await refuseUnlessFirst(tx, actor, first);
    if (late) return late;
    const taken = await tx.appFactor.updateMany({
      where: { owner, confirmedAt: null, shownIn: session.sessionId },
      data: { confirmedAt: new Date(), lastStep: step, shownIn: null },
    });
    if (taken.count === 0) return refuseAt('/code', 'first-code-wrong');
    await tried.value.wasRight();
    await recordSecurity(tx, services, { kind: 'factor-added', actor, data: { what: 'app' } });
    return ok({ codes: await firstCodes({ db: tx, vault: services.vault }, owner) });
  });
}

/** Null: the code is none of the app's, whether it was confirmed or not. */
async function stepOf({ db, vault }: Stores, codes: AppCodes, owner: string, code: string) {
  const row = await appOf(db, owner);
  if (!row) return null;
  return codes.stepOf(vault.open(row.dataKey, place(owner), row.sealed), code, new Date());
}

/** A code of an app that is theirs, taken once: not it nor an older one again. */
export async function takeAppCode(services: Stores, codes: AppCodes, owner: string, code: string) {
  const step = await stepOf(services, codes, owner, code);
  if (step === null) return false;
  const { count } = await services.db.appFactor.updateMany({
    where: { owner, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count > 0;
}

/** Of somebody who became one with another record: theirs, where the other has no app. */
export async function handOverApp(
  tx: Transaction,
  vault: Services['vault'],
  { from, into }: { from: string; into: string },
): Promise<void> {
  const row = await appOf(tx, from);
  if (!row) return;
  const other = await tx.appFactor.findUnique({ where: { owner: into } });
  if (other?.confirmedAt || !row.confirmedAt) {
    await tx.appFactor.delete({ where: { owner: from } });
    return;
  }
  if (other) await tx.appFactor.delete({ where: { owner: into } });
  const sealed = vault.seal(row.dataKey, place(into), vault.open(row.dataKey, place(from), row.sealed));
  await tx.appFactor.update({ where: { owner: from }, data: { owner: into, sealed } });
}
