import pg from 'pg';

/** What the worker and the relay ask beside, whatever is done. */
const BACKGROUND = /worker_heartbeat|FROM outbox WHERE delivered_at IS NULL GROUP BY/;

interface Sent {
  client: pg.Client;
  text: string;
}

/** The statements this process sends while `work` runs, transactions' beginnings and ends among them: round trips. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: Sent[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [what] = args as [string | { text: string }];
    const text = (typeof what === 'string' ? what : what.text).replace(/\s+/g, ' ').trim();
    if (!BACKGROUND.test(text)) seen.push({ client: this, text: text.slice(0, 160) });
    return query.apply(this, args as never);
  } as typeof query;
  try {
    await work();
    const idle = new Set(transactions(seen).filter(deliversNothing).flat());
    return seen.filter((one) => !idle.has(one)).map(({ text }) => text);
  } finally {
    pg.Client.prototype.query = query;
  }
}

/** The relay's sweep came by while something was delivered at once, and found nothing left to do. */
function deliversNothing(all: Sent[]): boolean {
  const has = (words: string) => all.some(({ text }) => text.includes(words));
  return has('pg_try_advisory_xact_lock') && !has('UPDATE outbox');
}

function transactions(seen: Sent[]): Sent[][] {
  const found: Sent[][] = [];
  const running = new Map<pg.Client, Sent[]>();
  for (const one of seen) {
    if (one.text === 'BEGIN') {
      const begun: Sent[] = [];
      found.push(begun);
      running.set(one.client, begun);
    }
    running.get(one.client)?.push(one);
    if (/^(COMMIT|ROLLBACK)$/.test(one.text)) running.delete(one.client);
  }
  return found;
}
