import type { Prisma, TaRequest } from '../adapters/database/generated/client.js';
import type { Transaction } from '../ports/database.js';
import type { OutboxRow } from '../ports/engine.js';
import { columnOf, FIELDS, joined, named, nothing, type Sql, sql } from './sql.js';

/** Tables whose rows a transaction writes last: no other row it writes refers to them. */
interface Rows {
  caseText: Prisma.CaseTextCreateManyInput;
  processEvent: Prisma.ProcessEventCreateManyInput;
  message: Prisma.MessageCreateManyInput;
  outbox: OutboxInsert;
}
type Table = keyof Rows;

/** `withMessage`: told only if that mail is written now; a repeated effect writes and tells nothing. */
export type OutboxInsert = Prisma.OutboxCreateManyInput & { withMessage?: string };

/** `repeats`: a row that is there already stays as it is. */
const TABLES: { [T in Table]: { name: string; repeats: boolean } } = {
  caseText: { name: 'case_text', repeats: true },
  processEvent: { name: 'process_event', repeats: false },
  message: { name: 'message', repeats: true },
  outbox: { name: 'outbox', repeats: false },
};
const NAMES = Object.keys(TABLES) as Table[];

export interface WriteBehind {
  /**
   * The transaction; who reads a table of above or requests by its name (`tx.message`) finds what waits. A raw statement
   * finds changed requests and what was told `also`, and no row that waits to be inserted; nor does an `include` from elsewhere.
   */
  tx: Transaction;
  insert<T extends Exclude<Table, 'outbox'>>(table: T, row: Rows[T]): void;
  /** Another statement, about no row that is written with it. */
  also(statement: Sql): void;
  /** Changes a request, which the transaction has locked, and raises its version. */
  change(requestId: string, values: Partial<TaRequest>): void;
  tell(row: OutboxInsert): void;
  /** Writes what waits, in one statement. Answers all that is in the outbox by now. */
  flush(): Promise<readonly OutboxRow[]>;
}

/** What a transaction writes last goes to the database together, in one round trip. */
export function writeBehind(tx: Transaction): WriteBehind {
  let rows = none();
  let others: Sql[] = [];
  /** Requests whose change waits: whoever reads requests reads it written. */
  let changed = new Set<string>();
  const told: OutboxRow[] = [];

  async function flush(): Promise<readonly OutboxRow[]> {
    const [now, also] = [rows, others];
    rows = none();
    others = [];
    changed = new Set();
    const parts = [
      ...also.map((statement, at) => sql`${named(`other_${at}`)} AS (${statement})`),
      ...NAMES.filter((table) => now[table].length > 0).map((table) => insertAll(table, now)),
    ];
    if (parts.length === 0) return told;
    const answer =
      now.outbox.length > 0
        ? sql`SELECT id, workflow_id AS "workflowId", kind, name, payload FROM outbox_in ORDER BY id`
        : sql`SELECT 1 WHERE false`;
    told.push(...(await tx.$queryRaw<OutboxRow[]>`WITH ${joined(parts)} ${answer}`));
    return told;
  }

  return {
    tx: flushedBefore(tx, async (reader) => {
      const isChanged = changed.size > 0;
      const hasOthers = others.length > changed.size;
      if (
        reader === 'taRequest'
          ? isChanged
          : hasOthers || (reader === 'raw' ? isChanged : rows[reader].length > 0)
      )
        await flush();
    }),
    insert: (table, row) => void (rows[table] as object[]).push(row),
    also: (statement) => void others.push(statement),
    change(requestId, values) {
      if (changed.has(requestId)) throw new Error('a request is changed twice, and not read in between');
      changed.add(requestId);
      others.push(changeOf(requestId, values));
    },
    tell: (row) => void rows.outbox.push(row),
    flush,
  };
}

const none = (): { [T in Table]: Rows[T][] } => ({
  caseText: [],
  processEvent: [],
  message: [],
  outbox: [],
});

function insertAll(table: Table, rows: { [T in Table]: Rows[T][] }): Sql {
  const { name, repeats } = TABLES[table];
  const withMessages = table === 'outbox' && rows.outbox.some(({ withMessage }) => withMessage);
  return sql`${named(`${name}_in`)} AS (
    ${insertOf(table, rows[table], withMessages ? WITH_ITS_MESSAGE : nothing)}
    ${repeats ? IF_NEW : nothing} RETURNING *)`;
}

/** An insert of these rows, in their order, as far as `where` lets them. */
export function insertOf<T extends Table>(table: T, rows: readonly Rows[T][], where: Sql = nothing): Sql {
  const { name } = TABLES[table];
  // What no row says is as the database has it by default.
  const said = new Set(
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([field, value]) => (value === undefined ? [] : field)),
    ),
  );
  const fields = FIELDS[table].filter((field) => said.has(field));
  const list = named(fields.map((field) => `"${columnOf(field)}"`).join(', '));
  const sent = JSON.stringify(rows.map((row) => inColumns([...fields, 'withMessage'], row)));
  // PostgreSQL reads each value as its column has it.
  return sql`INSERT INTO ${named(name)} (${list}) SELECT ${list}
    FROM json_array_elements(${sent}::json) WITH ORDINALITY AS sent(one, place),
      json_populate_record(null::${named(name)}, one)
    ${where} ORDER BY place`;
}

const IF_NEW = sql`ON CONFLICT DO NOTHING`;
const WITH_ITS_MESSAGE = sql`
  WHERE one->>'with_message' IS NULL OR (one->>'with_message')::uuid IN (SELECT id FROM message_in)`;

function inColumns(columns: readonly string[], row: object): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((field) => [columnOf(field), asText((row as Record<string, unknown>)[field] ?? null)]),
  );
}

const asText = (value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;

function changeOf(requestId: string, values: Partial<TaRequest>): Sql {
  const fields = Object.keys(values).filter((field) => values[field as keyof TaRequest] !== undefined);
  const list = named(fields.map((field) => `"${columnOf(field)}"`).join(', '));
  const sent = JSON.stringify(inColumns(fields, values));
  return sql`UPDATE ta_request SET version = version + 1,
    (${list}) = (SELECT ${list} FROM json_populate_record(null::ta_request, ${sent}::json))
    WHERE id = ${requestId}::uuid`;
}

type Reader = Table | 'taRequest' | 'raw';

/** Whoever reads what waits, as `WriteBehind.tx` says, finds it written. */
function flushedBefore(tx: Transaction, flush: (reader: Reader) => Promise<void>): Transaction {
  const delegates = new Map<string | symbol, object>(
    [...NAMES, 'taRequest' as const].map((table) => [table, flushing(tx, table, flush)]),
  );
  return new Proxy(tx, {
    get(target, name) {
      const value = delegates.get(name) ?? Reflect.get(target, name);
      return RAW.has(name) ? flushedFirst(target, value as Call, () => flush('raw')) : value;
    },
  });
}

const RAW = new Set<string | symbol>(['$queryRaw', '$executeRaw']);
type Call = (...args: unknown[]) => Promise<unknown>;

const flushedFirst =
  (target: object, call: Call, flush: () => Promise<void>): Call =>
  async (...args) => {
    await flush();
    return call.apply(target, args);
  };

function flushing(
  tx: Transaction,
  table: Table | 'taRequest',
  flush: (reader: Reader) => Promise<void>,
): object {
  return new Proxy(tx[table], {
    get(target, method) {
      const call = Reflect.get(target, method);
      return typeof call === 'function' ? flushedFirst(target, call, () => flush(table)) : call;
    },
  });
}
