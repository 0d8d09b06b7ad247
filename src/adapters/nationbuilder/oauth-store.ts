import { LOCK_CLASSES } from '../../domain/lock-classes.js';
import type { Database, Transaction } from '../../ports/database.js';
import type { Vault } from '../../ports/vault.js';

export const PROVIDER = 'nationbuilder';

export interface StoredTokens {
  accessToken: string;
  refreshToken: string;
  /** Milliseconds since 1970, wall time. */
  expiresAt: number;
}

/** The row all processes share. @throws VaultError when the key ring has lost its key. */
export async function readTokens(db: Database | Transaction, vault: Vault): Promise<StoredTokens | null> {
  const row = await db.oauthToken.findUnique({
    where: { provider: PROVIDER },
    include: { dataKey: { select: { wrapped: true } } },
  });
  if (!row) return null;
  const { accessToken, refreshToken } = JSON.parse(vault.open(row.dataKey, FIELD, row.sealed));
  return { accessToken, refreshToken, expiresAt: row.expiresAt.getTime() };
}

export async function writeTokens(
  tx: Transaction,
  vault: Vault,
  { accessToken, refreshToken, expiresAt }: StoredTokens,
  now: number,
): Promise<void> {
  const where = { provider: PROVIDER };
  const before = await tx.oauthToken.findUnique({ where, select: { dataKeyId: true } });
  const dataKey = vault.newDataKey('oauth_token');
  await tx.dataKey.create({ data: dataKey, select: { id: true } });
  const data = {
    dataKeyId: dataKey.id,
    sealed: vault.seal(dataKey, FIELD, JSON.stringify({ accessToken, refreshToken })),
    expiresAt: new Date(expiresAt),
    renewedAt: new Date(now),
  };
  await tx.oauthToken.upsert({
    where,
    create: { provider: PROVIDER, ...data },
    update: data,
  });
  if (before) {
    const gone = { wrapped: null, destroyedAt: new Date(now) };
    await tx.dataKey.updateMany({ where: { id: before.dataKeyId }, data: gone });
  }
}

/** Waits until nobody else renews; held to the end of the transaction. */
export async function lockTokens(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${PROVIDER}, ${LOCK_CLASSES.tokens}))`;
}

const FIELD = { table: 'oauth_token', rowId: PROVIDER, field: 'tokens' };
