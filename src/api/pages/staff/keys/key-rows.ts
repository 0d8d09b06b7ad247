import type { KnownKey } from '../../../../usecases/keys/list-keys.js';
import type { Texts } from '../../../text/texts.js';
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
  { dates, staff: { desk, roles } }: Texts,
  { id, name, prefix, role, scopes, lastUsedAt, revokedAt }: KnownKey,
  zone: string,
): KeyRow {
  const { keys: text } = desk;
  const when = (date: Date) => dates.shortDateTime(date.toISOString(), zone);
  return {
    name,
    prefix,
    role: roles[role] ?? role,
    scopes: scopes.map((scope) => text.scopes[scope] ?? scope).join(', '),
    used: lastUsedAt ? when(lastUsedAt) : text.never,
    state: revokedAt ? text.revoked(when(revokedAt)) : text.active,
    active: revokedAt === null,
    revokeHref: staffPaths.desk('keys/:id/revoke', id),
  };
}
