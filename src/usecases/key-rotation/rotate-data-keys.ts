import type { Services } from '../../ports/services.js';

const BEGIN = '00000000-0000-0000-0000-000000000000';

/**
 * Wraps data keys anew under the ring's first key, while others read and write: a key that was destroyed or wrapped
 * meanwhile is left as it is. Each batch is one statement, so that a run that was killed is gone on with by another. One that
 * can't be opened is passed over and counted.
 */
export async function rotateDataKeys(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  { batch, progress }: { batch: number; progress: (wrapped: number) => void },
): Promise<{ wrapped: number; closed: number }> {
  const current = vault.keyIds[0] ?? '';
  let wrapped = 0;
  for (;;) {
    const [before, closed] = [wrapped, await onePass()];
    // Whoever still runs with the old order of keys may have written behind us.
    if (wrapped === before) return { wrapped, closed };
  }

  async function onePass(): Promise<number> {
    let [after, closed] = [BEGIN, 0];
    for (;;) {
      const rows = await db.dataKey.findMany({
        where: { id: { gt: after }, keyId: { not: current }, wrapped: { not: null } },
        orderBy: { id: 'asc' },
        take: batch,
        select: { id: true, wrapped: true },
      });
      const last = rows.at(-1);
      if (!last) return closed;
      after = last.id;
      const anew = rows.flatMap((row) => {
        try {
          return { id: row.id, before: hexOf(row.wrapped), wrapped: hexOf(vault.rewrap(row).wrapped) };
        } catch (error) {
          if ((error as Error).name !== 'VaultError') throw error;
          closed += 1;
          return [];
        }
      });
      wrapped += await db.$executeRaw`
        UPDATE data_key k SET wrapped = sent.wrapped, key_id = ${current}
        FROM json_to_recordset(${JSON.stringify(anew)}::json) AS sent(id uuid, before bytea, wrapped bytea)
        WHERE k.id = sent.id AND k.wrapped = sent.before`;
      progress(wrapped);
    }
  }
}

const hexOf = (bytes: Uint8Array | null): string => `\\x${Buffer.from(bytes ?? []).toString('hex')}`;
