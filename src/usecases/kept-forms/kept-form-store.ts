import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { whoIsNow } from '../people/who-is-now.js';

/** How long what was typed may lie before it is sent, and how long a lost form is kept. Wall time. */
export const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** Newest ones of a person that stay: a script with a lost session fills no disk. */
const PER_OWNER = 20;
const FIELD = 'form';

/** What was typed into a form that could not be sent. */
export interface KeptForm {
  /** The page it stood on. */
  page: string;
  /** The address it was sent to. */
  action: string;
  fields: Record<string, string | string[] | undefined>;
}

type Stores = Pick<Services, 'db' | 'vault'>;

/**
 * Keeps it sealed, for its owner alone, for seven days (wall time): whoever the page was shown to, or with whom they have
 * become one since. Returns its id.
 */
export async function keepForm({ db, vault }: Stores, shownTo: string, form: KeptForm): Promise<string> {
  const id = randomUUID();
  const dataKey = vault.newDataKey('kept_form');
  const owner = await whoIsNow(db, shownTo);
  const sealed = vault.seal(dataKey, place(id), JSON.stringify(form));
  const expiresAt = new Date(Date.now() + KEPT_MS);
  await db.$transaction([
    db.dataKey.create({ data: dataKey, select: { id: true } }),
    db.keptForm.create({ data: { id, owner, dataKeyId: dataKey.id, sealed, expiresAt } }),
  ]);
  await db.keptForm.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  const older = await db.keptForm.findMany({
    where: { owner },
    orderBy: { expiresAt: 'desc' },
    skip: PER_OWNER,
    select: { id: true },
  });
  if (older.length > 0) await db.keptForm.deleteMany({ where: { id: { in: older.map((row) => row.id) } } });
  return id;
}

/** Null for anybody else than its owner, and once its time is up. */
export async function openKeptForm(
  { db, vault }: Stores,
  owner: string,
  id: string,
): Promise<KeptForm | null> {
  const row = await db.keptForm.findUnique({ where: { id }, include: withKey });
  if (!row || row.owner !== owner || row.expiresAt.getTime() < Date.now()) return null;
  return JSON.parse(vault.open(row.dataKey, place(id), row.sealed)) as KeptForm;
}

export async function forgetKeptForm({ db }: Pick<Services, 'db'>, owner: string, id: string): Promise<void> {
  await db.keptForm.deleteMany({ where: { id, owner } });
}

/** Forms of somebody who became one with another record are the other's. */
export async function handOverKeptForms(
  tx: Pick<Transaction, 'keptForm'>,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await tx.keptForm.updateMany({ where: { owner: `person:${from}` }, data: { owner: `person:${into}` } });
}

const place = (rowId: string) => ({ table: 'kept_form', rowId, field: FIELD });
