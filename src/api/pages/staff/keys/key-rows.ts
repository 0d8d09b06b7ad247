import type { KeyView } from '../../../../usecases/keys/key.schema.js';
import type { Texts } from '../../../text/texts.js';
import { staffPaths } from '../staff-paths.js';

export interface KeyRow {
  name: string;
  prefix: string;
  role: string;
  scopes: string;
  owner: string;
  used: string;
  state: string;
  /** Its other secret still works until then. */
  overlap: string | null;
  active: boolean;
  href: string;
  revokeHref: string;
}

export function keyRow(
  { dates, staff: { desk, roles } }: Texts,
  { id, name, prefix, role, scopes, owner, state, expiresAt, lastUsedAt, revokedAt, overlapUntil }: KeyView,
  zone: string,
): KeyRow {
  const { keys: text } = desk;
  // With its year: a key ends a year from now, on a day like today.
  const day = (at: string) => dates.dayOf(at, zone);
  return {
    name,
    prefix,
    role: roles[role] ?? role,
    scopes: scopes.map((scope) => text.scopes[scope] ?? scope).join(', '),
    owner: owner?.name ?? text.nobody,
    used: lastUsedAt ? day(lastUsedAt) : text.never,
    state: text.states[state](day(state === 'revoked' && revokedAt ? revokedAt : expiresAt)),
    overlap: overlapUntil && text.overlap(dates.shortDateTime(overlapUntil, zone)),
    active: state === 'active',
    href: staffPaths.desk('keys/:id', id),
    revokeHref: staffPaths.desk('keys/:id/revoke', id),
  };
}
