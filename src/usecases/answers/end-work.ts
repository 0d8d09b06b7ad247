import { userIn } from '../../domain/people/actor.js';
import { type AnswerField, STILL_THERE_MINUTES } from '../../domain/requests/answer-field.js';
import type { Recording } from '../recording.js';
import { sql } from '../sql.js';

/** Nobody is thought to be there for so long. */
const AWAY_MINUTES = STILL_THERE_MINUTES + 1;

interface Whose {
  requestId: string;
  writer: string;
  field: AnswerField;
}

/**
 * What somebody typed is a version now, and no longer on its way; what another window sends of it still comes too late.
 * One statement, as all of a recording are one: of two about the same row only one would count.
 */
export function endWork({ behind }: Recording, { requestId, writer, field }: Whose): void {
  const staffId = userIn(writer);
  if (!staffId) return;
  behind.also(sql`UPDATE answer_in_work SET sealed = NULL, saved_at = NULL, base_id = NULL, saves = saves + 1, opened_at = opened_at - make_interval(mins => ${AWAY_MINUTES}::int)
    WHERE request_id = ${requestId}::uuid AND staff_id = ${staffId}::uuid AND field = ${field}`);
}

/** Whoever has decided is at the page no more: colleagues are told of them only once they open it again. */
export function leavePage({ behind }: Recording, { requestId, writer, field }: Whose): void {
  const staffId = userIn(writer);
  if (!staffId) return;
  behind.also(sql`UPDATE answer_in_work SET opened_at = opened_at - make_interval(mins => ${AWAY_MINUTES}::int)
    WHERE request_id = ${requestId}::uuid AND staff_id = ${staffId}::uuid AND field = ${field}`);
}

/** The answer went out, or the request ended: what was typed beside it and is no version goes, whoever typed it. */
export function dropWork({ behind }: Recording, requestId: string, field: AnswerField | 'all'): void {
  behind.also(
    field === 'all'
      ? sql`DELETE FROM answer_in_work WHERE request_id = ${requestId}::uuid`
      : sql`DELETE FROM answer_in_work WHERE request_id = ${requestId}::uuid AND field = ${field}`,
  );
}
