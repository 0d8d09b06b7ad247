import type { Transaction } from '../ports/database.js';
import type { Recording } from './recording.js';
import { sql } from './sql.js';

export interface Trouble {
  workflowId: string;
  activity: string;
  /** A closed code, or the class of an error. */
  code: string;
  at: Date;
  /** When what is held is tried again; null while it is being tried again and again. */
  tryAgainAt: Date | null;
}

/** Notes that a process can't carry out what it decided; people see it until it can. Answers what was noted before. */
export async function noteTrouble(
  tx: Transaction,
  { workflowId, ...trouble }: Trouble,
): Promise<{ tryAgainAt: Date | null } | null> {
  const before = await tx.processTrouble.findUnique({ where: { workflowId } });
  await tx.processTrouble.upsert({
    where: { workflowId },
    create: { workflowId, since: trouble.at, ...trouble },
    update: trouble,
  });
  return before;
}

export async function clearTrouble(tx: Transaction, workflowId: string): Promise<void> {
  await tx.processTrouble.deleteMany({ where: { workflowId } });
}

/** The same, with what a transaction writes last. */
export function troubleIsOver({ behind }: Recording, workflowId: string): void {
  behind.also(sql`DELETE FROM process_trouble WHERE workflow_id = ${workflowId}`);
}

export function troubleOf(tx: Transaction, workflowId: string) {
  return tx.processTrouble.findUnique({ where: { workflowId } });
}

/** Id of the request, call or series behind a workflow: `ta-request/<id>/<episode>`, `call/<id>`. */
export function subjectOf(workflowId: string): string {
  return workflowId.split('/')[1] ?? workflowId;
}
