import type { Database } from '../../../activities/ports.js';
import type { Actor } from '../../../domain/people/actor.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';

/** Is this person the requester (under any of their addresses), rather than the supervisor? */
export async function ownsRequest(db: Database, actor: Actor, view: RequestView): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const email = view.requester.email.toLowerCase();
  if (email === actor.email.toLowerCase()) return true;
  const row = await db.personEmail.findUnique({ where: { email } });
  return row?.personId === actor.id;
}
