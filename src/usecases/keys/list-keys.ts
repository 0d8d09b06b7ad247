import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

/** What is known of a key; the key itself is nowhere. */
export interface KnownKey {
  id: string;
  name: string;
  prefix: string;
  role: string;
  scopes: string[];
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** Keys, the active ones first, newest first. */
export async function listKeys(services: Services, actor: Actor): Promise<Result<KnownKey[]>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const rows = await services.db.apiKey.findMany({ orderBy: [{ createdAt: 'desc' }], omit: { hash: true } });
  return ok(rows.sort((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null)));
}
