import { validate as isUuid } from 'uuid';
import { fieldsWrong } from '../api/views/fields-wrong.js';
import { ok, type Result, refuse } from '../domain/result.js';
import type { Services } from '../ports/services.js';
import { type KeyView, rotationSchema } from '../usecases/keys/key.schema.js';
import { listKeys } from '../usecases/keys/list-keys.js';
import { revokeKey } from '../usecases/keys/revoke-key.js';
import { rotateKey } from '../usecases/keys/rotate-key.js';
import { withServices } from './connect.js';
import { print, tell, tellProblem } from './say.js';

const SYSTEM = { kind: 'system' } as const;
const COLUMNS = ['begins with', 'state', 'role', 'may', 'owner', 'until', 'last used', 'for'];

/** `ta-desk key list`: a line a key, the newest first, tab between what is known of it. */
export async function keyList(): Promise<number> {
  return withServices(async ({ services }) => {
    print(COLUMNS.join('\t'));
    for await (const key of allKeys(services)) {
      const { prefix, state, role, scopes, owner, expiresAt, lastUsedAt, name } = key;
      const used = lastUsedAt?.slice(0, 10) ?? 'never';
      const whose = owner?.email ?? 'nobody yet';
      print([prefix, state, role, scopes.join('+'), whose, expiresAt.slice(0, 10), used, name].join('\t'));
    }
    return 0;
  });
}

/** `ta-desk key rotate`: prints the new secret alone on standard output. */
export async function keyRotate(which: string, typed: { days?: string; overlap?: string }): Promise<number> {
  const read = rotationSchema.safeParse({
    ...(typed.days === undefined ? {} : { days: Number(typed.days) }),
    ...(typed.overlap === undefined ? {} : { overlapHours: Number(typed.overlap) }),
  });
  return withServices(async ({ services }) => {
    const found = read.success ? await keyAt(services, which) : fieldsWrong(read.error);
    const done =
      found.ok && read.success ? await rotateKey(services, SYSTEM, found.value.id, read.data) : found;
    if (!done.ok) {
      tellProblem(done.problem);
      return 1;
    }
    const { expiresAt, overlapUntil } = done.value;
    const before = overlapUntil ? `the one of before until ${overlapUntil}` : 'the one of before no longer';
    tell(`Keep this key: it is shown only now. It works until ${expiresAt.slice(0, 10)}, ${before}.`);
    print('secret' in done.value ? String(done.value.secret) : '');
    return 0;
  });
}

/** `ta-desk key revoke`: from now on it opens nothing. */
export async function keyRevoke(which: string): Promise<number> {
  return withServices(async ({ services }) => {
    const found = await keyAt(services, which);
    const done = found.ok ? await revokeKey(services, SYSTEM, found.value.id) : found;
    if (!done.ok) {
      tellProblem(done.problem);
      return 1;
    }
    tell('Revoked. It opens nothing any more.');
    return 0;
  });
}

/** By its id, or what it begins with. */
async function keyAt(services: Services, which: string): Promise<Result<KeyView>> {
  for await (const key of allKeys(services)) {
    if (isUuid(which) ? key.id === which.toLowerCase() : key.prefix === which) return ok(key);
  }
  return refuse('no-such-key');
}

async function* allKeys(services: Services): AsyncGenerator<KeyView> {
  let cursor: string | undefined;
  do {
    const page = await listKeys(services, SYSTEM, { cursor, limit: 100 });
    if (!page.ok) return;
    yield* page.value.items;
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
