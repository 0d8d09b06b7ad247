import type { Transaction } from '../../ports/database.js';

export interface EventRow {
  episode: number;
  seq: number;
  type: string;
  at: Date;
  actor: string;
  onBehalfOf: string | null;
  data: Record<string, unknown>;
}

/**
 * Workflow and correspondence number their events apart: people see one order, counted within the
 * episode. A page of it, from behind `after`, of some types or all.
 */
export function eventRows(
  db: Transaction,
  id: string,
  { after, types, most }: { after: [number, number] | null; types: readonly string[] | null; most: number },
): Promise<EventRow[]> {
  const [episode, seq] = after ?? [-1, -1];
  return db.$queryRaw<EventRow[]>`
    SELECT episode, seq, type, at, actor, on_behalf_of AS "onBehalfOf", data FROM (
      SELECT *, (row_number() OVER (PARTITION BY episode ORDER BY id))::int - 1 AS seq
      FROM (
        SELECT id, split_part(workflow_id, '/', 3)::int AS episode, type, at, actor, on_behalf_of, data
        FROM process_event WHERE request_id = ${id}::uuid) placed) counted
    WHERE (episode, seq) > (${episode}::int, ${seq}::int) AND (${types}::text[] IS NULL OR type = ANY(${types}::text[]))
    ORDER BY episode, seq LIMIT ${most}`;
}
