import { type Actor, actorRef } from '../../domain/people/actor.js';
import { daysFrom, keyStateOf } from '../../domain/people/key-terms.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { lockRows } from '../lock.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { recordSecurity } from '../security/record-security.js';
import { newSecret } from './create-key.js';
import type { MadeKey, Rotation } from './key.schema.js';
import { type KeyRow, keyRowOf, keyView } from './key-view.js';

const HOUR_MS = 60 * 60_000;

/**
 * A key gets another secret and another end; who it is stays. Its secret of before works on for a while, so that what calls can be
 * changed at leisure, but never longer than it would have; one from before that no longer. Refuses `forbidden`, `not-found`,
 * `not-allowed-now` (it opens nothing any more). Wall time.
 */
export async function rotateKey(
  services: Services,
  actor: Actor,
  id: string,
  { days, overlapHours }: Rotation,
): Promise<Result<MadeKey>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const rotated = await recordingOrRefusal(services, async ({ tx }) => {
    const [held] = await lockRows<{ hash: string }>(tx)`
      SELECT hash FROM api_key WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await keyRowOf(tx, id);
    if (!held || !before) return refuse('no-such-key');
    const now = new Date();
    if (keyStateOf(before, now) !== 'active') return refuse('key-over');
    const { key, prefix, hash } = newSecret();
    const overlapEnd = Math.min(now.getTime() + overlapHours * HOUR_MS, before.expiresAt.getTime());
    const old =
      overlapHours > 0
        ? { oldHash: held.hash, oldUntil: new Date(overlapEnd) }
        : { oldHash: null, oldUntil: null };
    const next = { prefix, hash, expiresAt: daysFrom(now, days), toldAt: null, ...old };
    await tx.apiKey.update({ where: { id }, data: next });
    const about = `key:${id}`;
    await recordSecurity(tx, services, { kind: 'key-rotated', actor, about, data: { days, overlapHours } });
    const row = (await keyRowOf(tx, id)) as KeyRow;
    return ok({ ...keyView(row, now), secret: key });
  });
  if (rotated.ok) services.log.info({ key: id, by: actorRef(actor) }, 'API key rotated');
  return rotated;
}
