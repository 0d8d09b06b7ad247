import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import type { Recording } from '../recording.js';

const AT_ONCE = 200;

/**
 * What the API answered in the last two days is kept, for callers that ask again with the same key, and the key is whatever they
 * chose. Answers that name any of these ids or addresses go: only what is opened says which do. One that can't be opened goes, too.
 */
export async function forgetAnswersAbout(
  { tx }: Recording,
  { vault }: Pick<RecordServices, 'vault'>,
  names: readonly string[],
): Promise<number> {
  if (names.length === 0) return 0;
  let gone = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await tx.idempotencyKey.findMany({
      where: { id: { gt: after }, status: { not: 0 } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      include: withKey,
    });
    const told = rows.filter(({ id, route, dataKey, sealed }) => {
      if (names.some((name) => route.includes(name))) return true;
      try {
        const text = vault.open(dataKey, { table: 'idempotency_key', rowId: id, field: 'answer' }, sealed);
        return names.some((name) => text.toLowerCase().includes(name));
      } catch {
        return true;
      }
    });
    const { count } = await tx.idempotencyKey.deleteMany({ where: { id: { in: told.map(({ id }) => id) } } });
    gone += count;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < AT_ONCE) return gone;
  }
}
