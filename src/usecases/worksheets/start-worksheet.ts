import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { emptyWorksheet, type WorksheetVariant } from '../../domain/worksheets/worksheet.schema.js';
import type { Services } from '../../ports/services.js';
import { makeDataKey } from '../data-keys.js';
import { lock } from '../lock.js';
import { recording } from '../recording.js';
import { sealWorksheet } from './own-worksheet.js';

const MOST = 20;

/** Begins an empty one; the same form sent twice begins one. Refuses `not-found` (not a person), `not-allowed-now`. */
export async function startWorksheet(
  services: Services,
  actor: Actor,
  { id, variant }: { id: string; variant: WorksheetVariant },
): Promise<Result<{ id: string }>> {
  if (actor.kind !== 'person') return refuse('no-such-worksheet');
  return recording(services, async (rec) => {
    const { tx } = rec;
    // Nobody becomes one with another person meanwhile, or it would stay behind.
    await lock(tx, 'addresses');
    const owner = await tx.person.findUnique({ where: { id: actor.id }, select: { mergedIntoId: true } });
    const personId = owner?.mergedIntoId ?? actor.id;
    const known = await tx.empWorksheet.findFirst({ where: { id, personId }, select: { id: true } });
    if (known) return ok(known);
    if ((await tx.empWorksheet.count({ where: { personId } })) >= MOST) {
      return refuse('too-many-worksheets', { most: MOST });
    }
    const dataKey = makeDataKey(rec, services, 'emp_worksheet');
    const sealed = sealWorksheet(services, { id, dataKey }, emptyWorksheet(variant));
    const { at } = rec;
    await tx.empWorksheet.create({
      data: { id, personId, dataKeyId: dataKey.id, sealed, createdAt: at, savedAt: at },
    });
    return ok({ id });
  });
}
