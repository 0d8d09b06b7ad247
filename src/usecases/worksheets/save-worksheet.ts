import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { WorksheetWords } from '../../domain/worksheets/worksheet.schema.js';
import type { Services } from '../../ports/services.js';
import { recording } from '../recording.js';
import { ownRow, sealWorksheet } from './own-worksheet.js';

/** Refuses `not-found`, `version-mismatch`: it was saved elsewhere since `version`, and other words are there. */
export async function saveWorksheet(
  services: Services,
  actor: Actor,
  { id, version, words }: { id: string; version: number; words: WorksheetWords },
): Promise<Result<{ id: string }>> {
  return recording(services, async ({ tx, at }) => {
    const row = await ownRow(tx, actor, id);
    if (!row) return refuse('no-such-worksheet');
    const sealed = sealWorksheet(services, row, words);
    const { count } = await tx.empWorksheet.updateMany({
      where: { id, version },
      data: { sealed, savedAt: at, version: { increment: 1 } },
    });
    return count === 1 ? ok({ id }) : refuse('worksheet-saved-elsewhere');
  });
}

/** Erases one's own. What was sent of it stays with the request it was sent with. */
export async function eraseWorksheet(services: Services, actor: Actor, id: string): Promise<Result<null>> {
  return recording(services, async ({ tx }) => {
    const row = await ownRow(tx, actor, id);
    // Sent twice: it is gone, as was wished.
    if (row) await tx.empWorksheet.delete({ where: { id } });
    return ok(null);
  });
}
