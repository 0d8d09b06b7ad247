import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { KnownKey } from '../../../../usecases/keys/list-keys.js';
import { roleLabels } from '../../../text/en/pages/staff.js';
import { keysText as text } from '../../../text/en/pages/staff-admin.js';
import { staffPaths } from '../staff-paths.js';

export interface KeyRow {
  name: string;
  prefix: string;
  role: string;
  scopes: string;
  used: string;
  state: string;
  active: boolean;
  revokeHref: string;
}

export function keyRow(
  { id, name, prefix, role, scopes, lastUsedAt, revokedAt }: KnownKey,
  zone: string,
): KeyRow {
  const when = (date: Date) => formatShortDateTime(date.toISOString(), zone);
  return {
    name,
    prefix,
    role: roleLabels[role] ?? role,
    scopes: scopes.map((scope) => text.scopes[scope] ?? scope).join(', '),
    used: lastUsedAt ? when(lastUsedAt) : text.never,
    state: revokedAt ? text.revoked(when(revokedAt)) : text.active,
    active: revokedAt === null,
    revokeHref: staffPaths.keyRevoke(id),
  };
}
