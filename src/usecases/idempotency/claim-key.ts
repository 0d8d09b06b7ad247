import { randomUUID } from 'node:crypto';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';

/** Status of a row whose first call is still running. It holds no digest of a body that may yet be refused. */
const RUNNING = 0;
/** A running call renews its claim; one that has not for this long is taken for dead, and a repeat may go on. */
const LEASE_MS = 8_000;
const RENEW_MS = 2_000;
const WAIT_MS = 60_000;

export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export type Claim =
  /** The first call with the key takes longer than anybody waits. */
  | { state: 'running' }
  | { state: 'answered'; route: string; bodyHash: string; answer: KeptAnswer }
  | {
      state: 'mine';
      keep(kept: { bodyHash: string; answer: KeptAnswer }): Promise<void>;
      /** Nothing was accepted: the key is free again. */
      release(): Promise<void>;
    };

/**
 * Makes a key this call's own, or gives the answer it has. Calls with one key go one after another: the unique row
 * decides, over several web processes too, without holding a database connection while the call runs. Wall time.
 */
export async function claimKey(
  services: Pick<Services, 'db' | 'vault'>,
  call: { actor: string; key: string; route: string },
): Promise<Claim> {
  const { db } = services;
  const deadline = Date.now() + WAIT_MS;
  for (let wait = 20; Date.now() < deadline; wait = Math.min(wait * 2, 500)) {
    const mine = await tryInsert(services, call);
    if (mine) return mine;
    const row = await db.idempotencyKey.findUnique({
      where: { actor_key: { actor: call.actor, key: call.key } },
      include: withKey,
    });
    if (row && row.status !== RUNNING) {
      const text = services.vault.open(row.dataKey, answerField(row.id), row.sealed);
      return {
        state: 'answered',
        route: row.route,
        bodyHash: row.bodyHash,
        answer: JSON.parse(text) as KeptAnswer,
      };
    }
    if (row && Date.now() - row.createdAt.getTime() > LEASE_MS) {
      await db.idempotencyKey.deleteMany({ where: { id: row.id, status: RUNNING } });
      continue;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return { state: 'running' };
}

async function tryInsert(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  call: { actor: string; key: string; route: string },
): Promise<Claim | null> {
  const id = randomUUID();
  const dataKey = vault.newDataKey('idempotency_key');
  const count = await db.$executeRaw`
    WITH claimed AS (
      INSERT INTO idempotency_key (id, actor, key, route, body_hash, status, data_key_id, sealed, created_at)
      VALUES (${id}::uuid, ${call.actor}, ${call.key}, ${call.route}, '', ${RUNNING}::int, ${dataKey.id}::uuid, ''::bytea, ${new Date()})
      ON CONFLICT DO NOTHING RETURNING data_key_id)
    INSERT INTO data_key (id, belongs_to, wrapped, key_id)
    SELECT data_key_id, ${dataKey.belongsTo}, ${dataKey.wrapped}, ${dataKey.keyId} FROM claimed`;
  if (count === 0) return null;
  const mine = { id, status: RUNNING };
  const renewal = setInterval(() => {
    db.idempotencyKey.updateMany({ where: mine, data: { createdAt: new Date() } }).catch(() => undefined);
  }, RENEW_MS).unref();
  return {
    state: 'mine',
    async keep({ bodyHash, answer }) {
      clearInterval(renewal);
      const sealed = vault.seal(dataKey, answerField(id), JSON.stringify(answer));
      await db.idempotencyKey.updateMany({
        where: { id },
        data: { bodyHash, status: answer.status, sealed },
      });
    },
    async release() {
      clearInterval(renewal);
      await db.idempotencyKey.deleteMany({ where: mine }).catch(() => undefined);
    },
  };
}

function answerField(rowId: string) {
  return { table: 'idempotency_key', rowId, field: 'answer' };
}
