import pg from 'pg';

/** What the worker and the relay ask beside, whatever is done, and what is written of a key once a minute. */
const BACKGROUND =
  /worker_heartbeat|FROM outbox WHERE delivered_at IS NULL GROUP BY|UPDATE "public"\."api_key" SET "last_used_at"/;

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
    const started = seen.some(({ text }) => MARKS_STARTS.test(text));
    const beside = new Set(
      transactions(seen)
        .filter((one) => waitedForByNobody(one, started))
        .flat(),
    );
    return seen.filter((one) => !beside.has(one)).map(({ text }) => text);
  } finally {
    pg.Client.prototype.query = query;
  }
}

/**
 * Begun before `work`, or not ended with it; or the relay's sweep, that came by and found nothing left to do, or came first
 * to what `work` itself starts, which takes no lock of the outbox.
 */
function waitedForByNobody(all: Sent[], started: boolean): boolean {
  const has = (words: string) => all.some(({ text }) => text.includes(words));
  const whole = all[0]?.text === 'BEGIN' && ENDS.test(all.at(-1)?.text ?? '');
  return !whole || (has('pg_try_advisory_xact_lock') && (started || !has('UPDATE outbox')));
}

const ENDS = /^(COMMIT|ROLLBACK)$/;
const MARKS_STARTS = /^UPDATE outbox .*outcome = told\.outcome/;

/** What is asked outside of one is in none. */
function transactions(seen: Sent[]): Sent[][] {
  const found: Sent[][] = [];
  const alone = new Map<pg.Client, Sent[]>();
  const running = new Map<pg.Client, Sent[]>();
  for (const one of seen) {
    if (one.text === 'BEGIN') {
      const begun: Sent[] = [];
      found.push(begun);
      running.set(one.client, begun);
    }
    const begun = running.get(one.client);
    if (begun) begun.push(one);
    else alone.set(one.client, [...(alone.get(one.client) ?? []), one]);
    if (!ENDS.test(one.text)) continue;
    // Its beginning was sent before.
    if (!begun) found.push(alone.get(one.client) ?? []);
    running.delete(one.client);
    alone.delete(one.client);
  }
  return found;
}
