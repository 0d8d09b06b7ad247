import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import type { AnswerInWork } from '../../adapters/database/generated/client.js';
import { type Actor, roleOf } from '../../domain/people/actor.js';
import { type AnswerField, STILL_THERE_MINUTES } from '../../domain/requests/answer-field.js';
import { roleMayDecide } from '../../domain/requests/offered.js';
import { isEnded, type RequestStatus } from '../../domain/requests/statuses.js';
import { MAX_TEXT } from '../../domain/requests/submission.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import type { RequestRow } from '../requests/request-row.js';
import { visibleRequest } from '../requests/visible-request.js';

/** What its writer typed, as it was kept last. */
export interface KeptAnswer {
  text: string;
  savedAt: string;
  /** The version it was begun from. */
  baseId: string | null;
}

/** A colleague who writes, or has the page open. */
export interface AlsoThere {
  name: string;
  openedAt: string;
  /** When something of theirs was kept; null: they only look. */
  savedAt: string | null;
}

export interface AnswerAtWork {
  mine: KeptAnswer | null;
  /** How often mine was kept: sent along with the next time. */
  saves: number;
  others: AlsoThere[];
}

interface Which {
  id: string;
  field: AnswerField;
}

const place = (rowId: string) => ({ table: 'answer_in_work', rowId, field: 'text' });

/** Whoever may write answers opens the page of one: what they typed before is found, and colleagues see that they are there. */
export async function openAnswer(
  services: Services,
  actor: Actor,
  { id, field }: Which,
): Promise<Result<AnswerAtWork>> {
  const found = await writable(services, actor, { id, field });
  if (!found.ok) return found;
  const { row, staffId } = found.value;
  const at = services.clock.now();
  const mine = await services.db.answerInWork.upsert({
    where: { requestId_staffId_field: { requestId: id, staffId, field } },
    create: { id: randomUUID(), requestId: id, staffId, field, openedAt: at },
    update: { openedAt: at },
  });
  return ok({
    mine: opened(services, row, mine),
    saves: mine.saves,
    others: await othersAt(services, { id, field, staffId }),
  });
}

/**
 * Keeps what was typed, for its writer alone: the request's version stays, and nothing of it is an event. The same words
 * sent again are kept already. Refuses `version-mismatch`: they were kept in another window since.
 */
export async function keepAnswer(
  services: Services,
  actor: Actor,
  { id, field, text, saves, baseId }: Which & { text: string; saves: number; baseId: string | null },
): Promise<Result<{ saves: number; savedAt: string; others: AlsoThere[] }>> {
  const found = await writable(services, actor, { id, field });
  if (!found.ok) return found;
  const { row, staffId } = found.value;
  if (text.length > MAX_TEXT) return refuse('answer-too-long', { most: MAX_TEXT });
  if (baseId !== null && !isUuid(baseId)) return refuse('no-such-version');
  const key = { requestId_staffId_field: { requestId: id, staffId, field } };
  const known = await services.db.answerInWork.findUnique({ where: key });
  const others = await othersAt(services, { id, field, staffId });
  const at = services.clock.now();
  if (known?.savedAt && opened(services, row, known)?.text === text) {
    return ok({ saves: known.saves, savedAt: known.savedAt.toISOString(), others });
  }
  if ((known?.saves ?? 0) !== saves) return refuse('answer-kept-elsewhere');
  const rowId = known?.id ?? randomUUID();
  const sealed = services.vault.seal(row.dataKey, place(rowId), text);
  const kept = { sealed, baseId, savedAt: at, openedAt: at, saves: saves + 1 };
  const written = known
    ? (await services.db.answerInWork.updateMany({ where: { id: rowId, saves }, data: kept })).count
    : (
        await services.db.answerInWork.createMany({
          data: { id: rowId, requestId: id, staffId, field, ...kept },
          skipDuplicates: true,
        })
      ).count;
  return written === 1
    ? ok({ saves: saves + 1, savedAt: at.toISOString(), others })
    : refuse('answer-kept-elsewhere');
}

/** Back to the last version: what was typed since is gone. */
export async function dropAnswer(
  services: Services,
  actor: Actor,
  { id, field }: Which,
): Promise<Result<null>> {
  const found = await writable(services, actor, { id, field });
  if (!found.ok) return found;
  const { staffId } = found.value;
  await services.db.answerInWork.updateMany({
    where: { requestId: id, staffId, field },
    data: { sealed: null, savedAt: null, baseId: null, saves: { increment: 1 } },
  });
  return ok(null);
}

/** Members of staff who write answers, while there is one to write: it has not gone out, and the request has not ended. */
async function writable(services: Services, actor: Actor, { id, field }: Which) {
  if (actor.kind !== 'user' || !roleMayDecide(roleOf(actor), 'draft-response')) {
    return refuse('role-not-allowed');
  }
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const status = row.status as RequestStatus;
  if (isEnded(status)) return refuse('request-ended', { status });
  if (field === 'draft' && status === 'responded') return refuse('answer-sent');
  return ok({ row, staffId: actor.id });
}

function opened(services: Services, row: RequestRow, kept: AnswerInWork): KeptAnswer | null {
  if (!kept.sealed || !kept.savedAt) return null;
  return {
    text: services.vault.open(row.dataKey, place(kept.id), kept.sealed),
    savedAt: kept.savedAt.toISOString(),
    baseId: kept.baseId,
  };
}

const MOST_OTHERS = 10;

/** Colleagues who have something kept there, or opened the page a short while ago. */
async function othersAt(
  { db, clock }: Services,
  { id, field, staffId }: Which & { staffId: string },
): Promise<AlsoThere[]> {
  const since = new Date(clock.now().getTime() - STILL_THERE_MINUTES * 60_000);
  const rows = await db.answerInWork.findMany({
    where: {
      requestId: id,
      field,
      staffId: { not: staffId },
      OR: [{ savedAt: { not: null } }, { openedAt: { gte: since } }],
    },
    orderBy: { openedAt: 'desc' },
    take: MOST_OTHERS,
    include: { staff: { select: { name: true } } },
  });
  return rows.map(({ staff, openedAt, savedAt }) => ({
    name: staff.name,
    openedAt: openedAt.toISOString(),
    savedAt: savedAt?.toISOString() ?? null,
  }));
}
