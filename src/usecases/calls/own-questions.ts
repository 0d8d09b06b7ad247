import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { listenersOf } from './call-audience.js';
import type { CallRow } from './call-row.js';
import type { QuestionRow } from './questions.js';

export interface OwnQuestion {
  row: QuestionRow & { call: CallRow; worksheet: { size: number } | null };
  /** Known to have been on the call. */
  attended: boolean;
  /** Of the request it became. */
  reference: string | null;
}

const MOST = 50;

/** Somebody's own questions for calls, the newest first; of anybody else there are none. */
export async function ownQuestions({ db }: Pick<Services, 'db'>, actor: Actor): Promise<OwnQuestion[]> {
  if (actor.kind !== 'person') return [];
  const rows = await db.callQuestion.findMany({
    where: { personId: actor.id },
    include: { ...withKey, call: { include: withKey }, worksheet: { select: { size: true } } },
    orderBy: { askedAt: 'desc' },
    take: MOST,
  });
  const present = await db.callAttendance.findMany({
    where: { personId: actor.id, callId: { in: rows.map(({ callId }) => callId) } },
    select: { callId: true },
  });
  const requests = await db.taRequest.findMany({
    where: { id: { in: rows.flatMap(({ requestId }) => requestId ?? []) } },
    select: { id: true, reference: true },
  });
  return rows.map((row) => ({
    row,
    attended: present.some(({ callId }) => callId === row.callId),
    reference: requests.find(({ id }) => id === row.requestId)?.reference ?? null,
  }));
}

/** Whether somebody gets mail about the calls of a series, by what is known here. */
export async function listensTo(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  seriesId: string,
): Promise<boolean> {
  return actor.kind === 'person' && (await listenersOf(db, seriesId, actor.id)).length > 0;
}
