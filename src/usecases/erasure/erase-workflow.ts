import type { Recording } from '../recording.js';
import { type Sql, sql } from '../sql.js';

/**
 * What Temporal has of these processes goes, too: one that still runs ends where it stands, and nothing it would have done
 * comes after. The relay does it, and again until it is done; what waited for them is never delivered.
 */
export async function eraseWorkflows(rec: Recording, workflowIds: readonly string[]): Promise<void> {
  if (workflowIds.length === 0) return;
  const known = [...new Set(workflowIds)];
  await rec.tx.outbox.deleteMany({ where: { workflowId: { in: known } } });
  await rec.tx.processTrouble.deleteMany({ where: { workflowId: { in: known } } });
  for (const workflowId of known) rec.outbox.erase(workflowId);
}

/** The same, of processes that a statement has just erased: `gone` has their ids. */
export const workflowsErased = (prefix: string, now: Date): Sql => sql`
  INSERT INTO outbox (workflow_id, kind, name, payload, created_at)
  SELECT ${prefix}::text || id, 'erase', 'erase', '[]'::jsonb, ${now} FROM gone`;
