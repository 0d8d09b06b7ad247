import type { Actor } from '../../../domain/people/actor.js';

/** The address somebody signed in with; null for nobody in particular. */
export function signedInAs(actor: Actor): string | null {
  return actor.kind === 'person' || actor.kind === 'user' ? actor.email : null;
}
