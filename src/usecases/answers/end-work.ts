import { userIn } from '../../domain/people/actor.js';
import type { AnswerField } from '../../domain/requests/answer-field.js';
import type { Recording } from '../recording.js';
import { sql } from '../sql.js';

/** What somebody typed is a version now, and no longer on its way; what another window sends of it still comes too late. */
export function endWork(
  { behind }: Recording,
  { requestId, writer, field }: { requestId: string; writer: string; field: AnswerField },
): void {
  const staffId = userIn(writer);
  if (!staffId) return;
  behind.also(sql`UPDATE answer_in_work SET sealed = NULL, saved_at = NULL, base_id = NULL, saves = saves + 1
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
