import { daysFrom, KEY_TOLD_DAYS, keyStateOf } from '../../domain/people/key-terms.js';
import type { RecordServices } from '../../ports/services.js';
import { queueMessage } from '../mail/queue-message.js';
import { recording } from '../recording.js';
import { type KeyRow, WITH_OWNER } from './key-view.js';

/**
 * Each morning of a business day: who answers for a key that ends within two weeks is told, once. What a key is and when it
 * ends is wall time, whatever the desk's clock says. One mail that can't be written keeps no other waiting.
 * @throws once all have been looked at, where one can't be told
 */
export async function tellOfEndingKeys(services: RecordServices): Promise<void> {
  const now = new Date();
  const rows = await services.db.apiKey.findMany({
    where: {
      ...{ revokedAt: null, toldAt: null, ownerId: { not: null } },
      expiresAt: { gt: now, lte: daysFrom(now, KEY_TOLD_DAYS) },
    },
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    ...WITH_OWNER,
  });
  let failed = 0;
  for (const row of rows) {
    if (keyStateOf(row, now) !== 'active') continue;
    await tellOne(services, row, now).catch((error: Error) => {
      failed += 1;
      services.log.error({ key: row.id, code: error.name }, 'nobody could be told that an API key ends');
    });
  }
  if (failed > 0) throw new Error('keys whose end cannot be told');
}

function tellOne(
  services: RecordServices,
  { id, prefix, owner, expiresAt }: KeyRow,
  now: Date,
): Promise<void> {
  const { organization } = services.programs.current().program;
  return recording(services, async (rec) => {
    const open = { id, toldAt: null, revokedAt: null, expiresAt };
    const { count } = await rec.tx.apiKey.updateMany({ where: open, data: { toldAt: now } });
    if (count === 0 || !owner) return;
    await queueMessage(rec, services, {
      ...{ kind: 'key-ending', aboutId: null, to: [owner.email], effectKey: null },
      data: {
        organizationName: organization.shortName,
        contactEmail: organization.email,
        keyPrefix: prefix,
        lapseOn: expiresAt.toISOString().slice(0, 10),
        link: new URL('/staff/keys', services.appUrl).href,
      },
    });
  });
}
