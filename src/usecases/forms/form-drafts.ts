import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { whoIsNow } from '../people/who-is-now.js';

/** How long a form on its way is kept after it was last saved, in ms of wall time. */
export const DRAFT_MS = 24 * 60 * 60 * 1000;
const field = (rowId: string) => ({ table: 'form_draft', rowId, field: 'answers' });

type Stores = Pick<Services, 'db' | 'vault'>;

/** What was answered so far; null once its time is up. The id is known to one browser alone, and is all it proves. */
export async function readFormDraft({ db, vault }: Stores, id: string): Promise<object | null> {
  const row = await db.formDraft.findUnique({ where: { id }, include: withKey });
  if (!row || row.expiresAt.getTime() < Date.now()) return null;
  return JSON.parse(vault.open(row.dataKey, field(id), row.sealed)) as object;
}

/** What somebody saved signed in (`of`) is there for them alone: others come to the same browser. */
export async function isOwnDraft(
  { db }: Pick<Services, 'db'>,
  of: string | undefined,
  actor: Actor,
): Promise<boolean> {
  if (of === undefined || of === actorRef(actor)) return true;
  return (await whoIsNow(db, of)) === actorRef(actor);
}

/**
 * Keeps it sealed, under the id it has or a new one: an id is only reused while its row is there, so that one planted
 * by somebody else is worth nothing. `email`: by which its sender may ask for a link to it. Answers the id.
 */
export async function saveFormDraft(
  { db, vault }: Stores,
  known: string | null,
  answers: object,
  email: string | null = null,
): Promise<string> {
  const row =
    known === null ? null : await db.formDraft.findUnique({ where: { id: known }, include: withKey });
  const id = row?.id ?? randomUUID();
  const newKey = vault.newDataKey('form_draft');
  const dataKey = row?.dataKey ?? newKey;
  const sealed = vault.seal(dataKey, field(id), JSON.stringify(answers));
  const kept = {
    sealed,
    expiresAt: new Date(Date.now() + DRAFT_MS),
    addressDigest: email === null ? null : addressDigest(vault, email),
  };
  // A link that was mailed to another address opens nothing any more.
  const noLink = row?.addressDigest === kept.addressDigest ? {} : { linkHash: null, linkUntil: null };
  if (row) await db.formDraft.update({ where: { id }, data: { ...kept, ...noLink } });
  else {
    await db.$transaction([
      db.dataKey.create({ data: newKey, select: { id: true } }),
      db.formDraft.create({ data: { id, dataKeyId: newKey.id, ...kept } }),
    ]);
  }
  await db.formDraft.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return id;
}

/** What tells drafts of one address from others, without the address. */
export function addressDigest(vault: Services['vault'], email: string): string {
  return vault.fingerprint('form-draft-address', email);
}

/** The same draft under another id: whoever knew it by the old one has it no longer. Null: it is gone. */
export async function moveFormDraft({ db, vault }: Stores, from: string): Promise<string | null> {
  const row = await db.formDraft.findUnique({ where: { id: from }, include: withKey });
  if (!row || row.expiresAt.getTime() < Date.now()) return null;
  const id = randomUUID();
  const sealed = vault.seal(row.dataKey, field(id), vault.open(row.dataKey, field(from), row.sealed));
  // Of two who open it at once one comes too late, and so does what is saved meanwhile.
  const { count } = await db.formDraft.updateMany({
    where: { id: from, sealed: row.sealed },
    data: { id, sealed, linkHash: null, linkUntil: null, linkTries: 0 },
  });
  return count === 1 ? id : null;
}

/** Erases it; nothing happens when there is none. */
export async function forgetFormDraft({ db }: Pick<Services, 'db'>, id: string): Promise<void> {
  await db.formDraft.deleteMany({ where: { id } });
}
