import type { Services } from '../../ports/services.js';

/** What stands against a rotation, each with what to do; none: nothing does. */
export async function whyNotRotate({ db, vault }: Pick<Services, 'db' | 'vault'>): Promise<string[]> {
  const current = vault.keyIds[0] ?? '';
  const used = await db.dataKey.findMany({
    where: { wrapped: { not: null } },
    distinct: ['keyId'],
    orderBy: { keyId: 'asc' },
    select: { keyId: true, wrapped: true },
  });
  const wrong = used.flatMap((key) => {
    if (!vault.keyIds.includes(key.keyId)) {
      return `Data keys are wrapped by ${key.keyId}, which ENCRYPTION_KEYS lacks. Put it back behind the new key.`;
    }
    try {
      vault.rewrap(key);
      return [];
    } catch (error) {
      if ((error as Error).name !== 'VaultError') throw error;
      return `ENCRYPTION_KEYS has a key ${key.keyId}, but not the one that data keys are wrapped by. Give a new key a name of its own.`;
    }
  });
  const without = await db.$queryRaw<unknown[]>`SELECT id FROM worker_heartbeat
    WHERE at > now() - interval '15 seconds' AND NOT ${current} = ANY(key_ids)`;
  if (without.length > 0) {
    wrong.push(
      `A worker runs that doesn’t know ${current} and could open nothing any more. Set ENCRYPTION_KEYS for worker and web, restart both, then try again.`,
    );
  }
  return wrong;
}
