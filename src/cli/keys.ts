import { type HistoryKeys, keysOfHistories } from '../adapters/temporal/keys-of-histories.js';
import { type KeyUse, keysInUse } from '../usecases/key-rotation/keys-in-use.js';
import { rotateDataKeys } from '../usecases/key-rotation/rotate-data-keys.js';
import { type WhyNot, whyNotRotate } from '../usecases/key-rotation/why-not-rotate.js';
import type { Wired } from '../wire.js';
import { withServices } from './connect.js';
import { kmsLines } from './kms.js';
import { print, tell } from './say.js';

const TELL_EVERY = 100;

/** What to do about what stands against a rotation. */
const WHY_NOT: Record<WhyNot['reason'], (keyId: string) => string> = {
  'key-lacking': (keyId) =>
    `Data keys are wrapped by ${keyId}, which ENCRYPTION_KEYS lacks. Put it back behind the new key.`,
  'another-key': (keyId) =>
    `ENCRYPTION_KEYS has a key ${keyId}, but not the one that data keys are wrapped by. Give a new key a name of its own.`,
  'worker-without': (keyId) =>
    `A worker runs that doesn’t know ${keyId} and could open nothing any more. Set ENCRYPTION_KEYS for worker and web, restart both, then try again.`,
};

/**
 * `desk keys rotate`: wraps every data key anew under the first key of ENCRYPTION_KEYS, while the desk runs. Killed, it is
 * called again and goes on. 1: some could not be opened.
 */
export async function rotate({ batch }: { batch: number }): Promise<number> {
  return withServices(async (wired, { temporal }) => {
    const { services } = wired;
    const wrong = await whyNotRotate(services);
    if (wrong.length > 0) {
      for (const { reason, keyId } of wrong) tell(WHY_NOT[reason](keyId));
      return 2;
    }
    const total = (await keysInUse(services))
      .filter(({ keyId }) => keyId !== services.vault.keyIds[0])
      .reduce((sum, { count }) => sum + count, 0);
    tell(`${total} data keys to wrap anew under ${services.vault.keyIds[0]}.`);
    const progress = (wrapped: number) => tell(`${wrapped} of ${total}`);
    const { wrapped, closed } = await rotateDataKeys(services, { batch, progress });
    print(`data keys wrapped anew: ${wrapped}`);
    if (closed > 0) tell(`${closed} can’t be opened with any key of ENCRYPTION_KEYS and stay as they are.`);
    await report(wired, temporal.namespace);
    return closed > 0 ? 1 : 0;
  });
}

/** `desk keys status`: what hangs on each key, and which may go. */
export async function status(): Promise<number> {
  return withServices(async (wired, { temporal }) => {
    await report(wired, temporal.namespace);
    return 0;
  });
}

async function report({ services, client }: Wired, namespace: string): Promise<void> {
  const inUse = await keysInUse(services);
  const histories = await keysInHistories().catch(() => null);
  const elsewhere = await kmsLines();
  const { keyIds } = services.vault;
  const all = new Set([...keyIds, ...inUse.map(({ keyId }) => keyId), ...(histories?.keys() ?? [])]);
  for (const keyId of all) {
    const lines = linesOf(
      inUse.filter((use) => use.keyId === keyId),
      histories?.get(keyId),
    );
    const place =
      keyId === keyIds[0] ? 'wraps what is new' : keyIds.includes(keyId) ? 'old' : 'NOT in ENCRYPTION_KEYS';
    print(`${keyId}: ${place}`);
    const where = elsewhere.get(keyId);
    if (where) print(`  ${where}`);
    for (const line of lines) print(`  ${line}`);
    if (keyId !== keyIds[0] && keyIds.includes(keyId))
      print(`  ${mayGo(lines.length === 0, histories !== null)}`);
  }
  if (histories === null) tell('Temporal can’t be reached: which keys its histories need is not known.');

  async function keysInHistories(): Promise<Map<string, HistoryKeys>> {
    // As for `histories export`: a rehearsal's server keeps no list of workflows.
    const started = await services.db.outbox.findMany({
      where: { kind: 'start', deliveredAt: { not: null } },
      distinct: ['workflowId'],
      orderBy: { id: 'asc' },
      select: { workflowId: true },
    });
    const ids = started.map(({ workflowId }) => workflowId);
    return keysOfHistories(client, namespace, ids, (read) => {
      if (read % TELL_EVERY === 0) tell(`${read} of ${ids.length} workflows read`);
    });
  }
}

function linesOf(uses: KeyUse[], histories: HistoryKeys | undefined): string[] {
  const lines = uses.map(({ what, count }) => `data keys of ${what}: ${count}`);
  if (histories?.open) lines.push(`workflows that run: ${histories.open}`);
  if (histories?.closed) {
    const until = histories.keptUntil?.toISOString().slice(0, 10);
    lines.push(`ended runs Temporal keeps: ${histories.closed}${until ? `, until ${until}` : ''}`);
  }
  return lines;
}

function mayGo(free: boolean, known: boolean): string {
  if (!known) return 'must stay until Temporal can be asked';
  return free
    ? 'may go: nothing here hangs on it. Backups of Temporal’s store made before do'
    : 'must stay: what is listed could not be opened without it';
}
