import pg from 'pg';

/** What the worker and the relay ask beside, whatever is done. */
const BACKGROUND = /worker_heartbeat|FROM outbox WHERE delivered_at IS NULL GROUP BY/;

/** The statements this process sends while `work` runs, transactions' beginnings and ends among them: round trips. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [what] = args as [string | { text: string }];
    const text = (typeof what === 'string' ? what : what.text).replace(/\s+/g, ' ').trim();
    if (!BACKGROUND.test(text)) seen.push(text.slice(0, 160));
    return query.apply(this, args as never);
  } as typeof query;
  try {
    await work();
    return seen;
  } finally {
    pg.Client.prototype.query = query;
  }
}
