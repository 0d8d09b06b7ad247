import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { roleLabels } from '../../../text/staff.js';
import { keysText as text } from '../../../text/staff-admin.js';
import { staffPaths } from '../staff-paths.js';

export interface KeyRow {
  name: string;
  prefix: string;
  role: string;
  scopes: string;
  used: string;
  state: string;
  revokeHref: string | null;
}

/** Keys, the active ones first. The keys themselves are nowhere. */
export async function listKeys(services: Services): Promise<KeyRow[]> {
  const { zone } = services.programs.current().program;
  const rows = await services.db.apiKey.findMany({ orderBy: [{ createdAt: 'desc' }] });
  const when = (date: Date) => formatShortDateTime(date.toISOString(), zone);
  return rows
    .sort((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null))
    .map(({ id, name, prefix, role, scopes, lastUsedAt, revokedAt }) => ({
      name,
      prefix,
      role: roleLabels[role] ?? role,
      scopes: scopes.map((scope) => text.scopes[scope] ?? scope).join(', '),
      used: lastUsedAt ? when(lastUsedAt) : text.never,
      state: revokedAt ? text.revoked(when(revokedAt)) : text.active,
      revokeHref: revokedAt ? null : staffPaths.keyRevoke(id),
    }));
}
