import type { Actor } from '../../domain/people/actor.js';
import type { Database, Transaction } from '../../ports/database.js';
import { type Sql, sql } from '../sql.js';

/** Requests that a conflict wall hides from whoever asks; of nearly everybody there are none. */
export const hiddenFrom = (actor: Actor): readonly string[] =>
  ((actor.kind === 'user' || actor.kind === 'key') && actor.hidden) || [];

export const isHiddenFrom = (actor: Actor, requestId: string | null): boolean =>
  requestId !== null && hiddenFrom(actor).includes(requestId);

/** A condition on a row's id of a request, `r.id` for example; whose walls are none costs nothing. */
export function notHidden(actor: Actor, id: Sql = sql`r.id`): Sql {
  const hidden = hiddenFrom(actor);
  // What is about no request is hidden by none.
  return hidden.length > 0 ? sql`(${id} = ANY(${hidden}::uuid[])) IS NOT TRUE` : sql`TRUE`;
}

/** The same for Prisma, of the column with a request's id. */
export function outsideWalls(actor: Actor): { notIn?: string[] } {
  const hidden = hiddenFrom(actor);
  return hidden.length > 0 ? { notIn: [...hidden] } : {};
}

/** Whether a conflict wall hides a request (null: it is about none) from whoever a column names. */
export const isWalledOff = (requestId: string | null, staffId: Sql): Sql =>
  sql`EXISTS (SELECT FROM conflict_wall w
    WHERE w.request_id = ${requestId}::uuid AND w.staff_id = ${staffId} AND w.broken_at IS NULL)`;

/** The requests that are hidden from one of the staff now. */
export async function wallsOf(db: Database | Transaction, staffId: string): Promise<string[]> {
  const walls = await db.conflictWall.findMany({
    where: { staffId, brokenAt: null },
    select: { requestId: true },
  });
  return [...new Set(walls.map(({ requestId }) => requestId))];
}
