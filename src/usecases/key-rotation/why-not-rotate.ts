import type { Services } from '../../ports/services.js';

/**
 * What stands against a rotation: keys in use that ENCRYPTION_KEYS lacks, or has another of the same name of; a running worker
 * that does not know the new one, by its id.
 */
export interface WhyNot {
  reason: 'key-lacking' | 'another-key' | 'worker-without';
  keyId: string;
}

/** None: nothing does. */
export async function whyNotRotate({ db, vault }: Pick<Services, 'db' | 'vault'>): Promise<WhyNot[]> {
  const current = vault.keyIds[0] ?? '';
  const used = await db.dataKey.findMany({
    where: { wrapped: { not: null } },
    distinct: ['keyId'],
    orderBy: { keyId: 'asc' },
    select: { keyId: true, wrapped: true },
  });
  const wrong = used.flatMap((key): WhyNot[] => {
    const { keyId } = key;
    if (!vault.keyIds.includes(keyId)) return [{ reason: 'key-lacking', keyId }];
    try {
      vault.rewrap(key);
      return [];
    } catch (error) {
      if ((error as Error).name !== 'VaultError') throw error;
      return [{ reason: 'another-key', keyId }];
    }
  });
  const without = await db.$queryRaw<unknown[]>`SELECT id FROM worker_heartbeat
    WHERE at > now() - interval '15 seconds' AND NOT ${current} = ANY(key_ids)`;
  return without.length > 0 ? [...wrong, { reason: 'worker-without', keyId: current }] : wrong;
}
