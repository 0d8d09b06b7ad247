import { randomUUID } from 'node:crypto';
import type { Services } from '../../ports/services.js';

/** How long a form on its way is kept after it was last saved, in ms of wall time. */
export const DRAFT_MS = 24 * 60 * 60 * 1000;
const field = (rowId: string) => ({ table: 'form_draft', rowId, field: 'answers' });

type Stores = Pick<Services, 'db' | 'vault'>;

/** What was answered so far; null once its time is up. The id is known to one browser alone, and is all it proves. */
export async function readFormDraft({ db, vault }: Stores, id: string): Promise<object | null> {
  const row = await db.formDraft.findUnique({ where: { id } });
  if (!row || row.expiresAt.getTime() < Date.now()) return null;
  return JSON.parse(vault.open(row.dataKey, field(id), row.sealed)) as object;
}

/**
 * Keeps it sealed, under the id it has or a new one: an id is only reused while its row is there, so that one planted
 * by somebody else is worth nothing. Answers the id.
 */
export async function saveFormDraft(
  { db, vault }: Stores,
  known: string | null,
  answers: object,
): Promise<string> {
  const row = known === null ? null : await db.formDraft.findUnique({ where: { id: known } });
  const id = row?.id ?? randomUUID();
  const dataKey = row?.dataKey ?? vault.newDataKey();
  const sealed = vault.seal(dataKey, field(id), JSON.stringify(answers));
  const expiresAt = new Date(Date.now() + DRAFT_MS);
  if (row) await db.formDraft.update({ where: { id }, data: { sealed, expiresAt } });
  else await db.formDraft.create({ data: { id, dataKey, sealed, expiresAt } });
  await db.formDraft.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return id;
}

/** Erases it; nothing happens when there is none. */
export async function forgetFormDraft({ db }: Pick<Services, 'db'>, id: string): Promise<void> {
  await db.formDraft.deleteMany({ where: { id } });
}
