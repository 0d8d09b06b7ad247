import { randomInt } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import {
  asRecoveryCode,
  LETTERS_OF_A_CODE,
  RECOVERY_CODES,
  RECOVERY_LETTERS,
} from '../../domain/people/second-factor.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';

import { recordSecurity } from '../security/record-security.js';

type Stores = { db: Transaction; vault: Services['vault'] };

const digestOf = ({ vault }: Pick<Stores, 'vault'>, code: string) => vault.fingerprint('recovery-code', code);

function newCode(): string {
  const letters = Array.from(
    { length: LETTERS_OF_A_CODE },
    () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)],
  );
  return asRecoveryCode(letters.join(''));
}

/** Ten new ones, said here and never again; the old ones end. */
async function makeCodes(stores: Stores, owner: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await stores.db.recoveryCode.deleteMany({ where: { owner } });
  await stores.db.recoveryCode.createMany({
    data: codes.map((code) => ({ owner, digest: digestOf(stores, code) })),
  });
  return codes;
}

/** With the first factor; none where there are codes. */
export async function firstCodes(stores: Stores, owner: string): Promise<string[]> {
  const has = await stores.db.recoveryCode.count({ where: { owner, usedAt: null } });
  return has > 0 ? [] : makeCodes(stores, owner);
}

export function renewCodes(
  services: Pick<Services, 'db' | 'vault' | 'clock' | 'whence'>,
  actor: Actor,
): Promise<string[]> {
  return services.db.$transaction(async (tx) => {
    await recordSecurity(tx, services, { kind: 'recovery-codes-made', actor });
    return makeCodes({ db: tx, vault: services.vault }, actorRef(actor));
  });
}

/** Takes a code, once. */
export async function takeRecoveryCode(stores: Stores, owner: string, code: string): Promise<boolean> {
  const { count } = await stores.db.recoveryCode.updateMany({
    where: { digest: digestOf(stores, code), owner, usedAt: null },
    data: { usedAt: new Date() },
  });
  return count > 0;
}
