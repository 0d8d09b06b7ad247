import type { Database } from '../../ports/database.js';

/** Whom a reference names by now: of two records of one person, the one that stays. */
export async function whoIsNow(db: Pick<Database, 'person'>, ref: string): Promise<string> {
  const [kind, id] = ref.split(':');
  if (kind !== 'person' || id === undefined) return ref;
  const person = await db.person.findUnique({ where: { id }, select: { mergedIntoId: true } });
  return person?.mergedIntoId ? `person:${person.mergedIntoId}` : ref;
}
