import { validate as isUuid } from 'uuid';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { lock } from '../lock.js';
import { recordSecurity } from '../security/record-security.js';
import { handOverApp } from './app-factor.js';
import { type Factors, factorsOf } from './factors-of.js';

/** The only one there is, where who has none reaches nothing. */
export const staysAsLast = ({ app, passkeys }: Factors, { required }: { required: boolean }): boolean =>
  required && passkeys.length + (app ? 1 : 0) === 1;

/**
 * Takes away one of one's own: `app`, or a passkey by its id. The last one stays where a factor is required, for who has
 * none reaches nothing; where it is offered the recovery codes go with it.
 */
export async function removeFactor(
  services: Pick<Services, 'db' | 'clock' | 'whence'>,
  actor: Actor,
  which: string,
  { required }: { required: boolean },
): Promise<Result<null>> {
  const owner = actorRef(actor);
  // Of what is no factor there is nothing to take away.
  if (which !== 'app' && !isUuid(which)) return ok(null);
  return services.db.$transaction(async (tx) => {
    // Two at once must not take away the last two.
    await lock(tx, 'factors', owner);
    const factors = await factorsOf({ db: tx }, actor);
    const { app, passkeys } = factors;
    const rest = which === 'app' ? passkeys.length : passkeys.filter(({ id }) => id !== which).length;
    const left = rest + (which !== 'app' && app ? 1 : 0);
    if (left === 0 && staysAsLast(factors, { required })) return refuse('last-factor');
    const { count } =
      which === 'app'
        ? await tx.appFactor.deleteMany({ where: { owner } })
        : await tx.passkey.deleteMany({ where: { owner, id: which } });
    if (count === 0) return ok(null);
    const what = which === 'app' ? 'app' : 'passkey';
    await recordSecurity(tx, services, { kind: 'factor-removed', actor, data: { what } });
    if (left === 0) await tx.recoveryCode.deleteMany({ where: { owner } });
    return ok(null);
  });
}

/** All of somebody's, and every session: whoever has one of them open signs in anew, and adds a factor. */
export async function forgetFactors(tx: Transaction, owner: string): Promise<void> {
  await tx.appFactor.deleteMany({ where: { owner } });
  await tx.passkey.deleteMany({ where: { owner } });
  await tx.recoveryCode.deleteMany({ where: { owner } });
}

/** Of somebody who became one with another record. */
export async function handOverFactors(
  tx: Transaction,
  vault: Services['vault'],
  people: { from: string; into: string },
): Promise<void> {
  const [from, into] = [`person:${people.from}`, `person:${people.into}`];
  await handOverApp(tx, vault, { from, into });
  await tx.passkey.updateMany({ where: { owner: from }, data: { owner: into } });
  await tx.recoveryCode.updateMany({ where: { owner: from }, data: { owner: into } });
}
