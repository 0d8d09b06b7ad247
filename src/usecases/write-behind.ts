import type { Prisma, TaRequest } from '../adapters/database/generated/client.js';
import type { Transaction } from '../ports/database.js';
import type { OutboxRow } from '../ports/engine.js';
import { readingWhatWaits, writtenBy } from './reads-what-waits.js';
import { columnOf, FIELDS, joined, named, nothing, type Sql, sql } from './sql.js';

/** Tables whose rows a transaction writes last: no other row it writes refers to them, but to data keys. */
interface Rows {
  caseText: Prisma.CaseTextCreateManyInput;
  processEvent: Prisma.ProcessEventCreateManyInput;
  message: Prisma.MessageCreateManyInput;
  outbox: OutboxInsert;
  dataKey: Prisma.DataKeyCreateManyInput;
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
  dataKey: { name: 'data_key', repeats: false },
};
const NAMES = Object.keys(TABLES) as Table[];

export interface WriteBehind {
  /** The transaction; whoever reads a table by it finds written what waits for that table. */
  tx: Transaction;
  insert<T extends Exclude<Table, 'outbox'>>(table: T, row: Rows[T]): void;
  /** Another statement, about no row that is written with it. */
  also(statement: Sql): void;
  /** Changes a request, which the transaction has locked or made, and raises its version. */
  change(requestId: string, values: Partial<TaRequest>): void;
  /** Changes of it what nobody decides upon: the version stays. */
  set(requestId: string, values: Partial<TaRequest>): void;
  tell(row: OutboxInsert): void;
  /** Writes what waits, in one statement. Answers all that is in the outbox by now. */
  flush(): Promise<readonly OutboxRow[]>;
}

/** What a transaction writes last goes to the database together, in one round trip. */
export function writeBehind(tx: Transaction): WriteBehind {
  let rows = none();
  let others: Sql[] = [];
  let changes = new Map<string, Change>();
  /** Tables of all that waits. */
  let waiting = new Set<string>();
  const told: OutboxRow[] = [];

  async function flush(): Promise<readonly OutboxRow[]> {
    const [now, also] = [rows, [...others, ...[...changes].map(changeOf)]];
    rows = none();
    others = [];
    changes = new Map();
    waiting = new Set();
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
    tx: readingWhatWaits(tx, async (words) => {
      if ([...waiting].some((table) => words.has(table))) await flush();
    }),
    insert: wait,
    also(statement) {
      others.push(statement);
      for (const table of writtenBy(statement)) waiting.add(table);
    },
    change: (requestId, values) => merge(requestId, { values, versions: 1 }),
    set: (requestId, values) => merge(requestId, { values, versions: 0 }),
    tell: (row) => wait('outbox', row),
    flush,
  };

  /** One statement changes a row once, whatever was changed one after another. */
  function merge(requestId: string, { values, versions }: Change): void {
    const known = changes.get(requestId) ?? { values: {}, versions: 0 };
    changes.set(requestId, {
      values: { ...known.values, ...values },
      versions: known.versions + versions,
    });
    waiting.add('ta_request');
  }

  function wait<T extends Table>(table: T, row: Rows[T]): void {
    (rows[table] as object[]).push(row);
    waiting.add(TABLES[table].name);
  }
}

const none = (): { [T in Table]: Rows[T][] } => ({
  caseText: [],
  processEvent: [],
  message: [],
  outbox: [],
  dataKey: [],
});

function insertAll(table: Table, rows: { [T in Table]: Rows[T][] }): Sql {
  const { name, repeats } = TABLES[table];
  return sql`${named(`${name}_in`)} AS (
    ${insertOf(table, rows[table], onlyIf(table, rows))}
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

/** What goes with a mail isn't written where the mail was there already. */
function onlyIf(table: Table, rows: { [T in Table]: Rows[T][] }): Sql {
  if (table === 'outbox' && rows.outbox.some(({ withMessage }) => withMessage)) return WITH_ITS_MESSAGE;
  return table === 'dataKey' && rows.message.length > 0 ? OF_ITS_MESSAGE : nothing;
}

const IF_NEW = sql`ON CONFLICT DO NOTHING`;
const WITH_ITS_MESSAGE = sql`
  WHERE one->>'with_message' IS NULL OR (one->>'with_message')::uuid IN (SELECT id FROM message_in)`;
const OF_ITS_MESSAGE = sql`
  WHERE one->>'belongs_to' <> 'message' OR (one->>'id')::uuid IN (SELECT data_key_id FROM message_in)`;

function inColumns(columns: readonly string[], row: object): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((field) => [columnOf(field), asText((row as Record<string, unknown>)[field] ?? null)]),
  );
}

const asText = (value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;

interface Change {
  values: Partial<TaRequest>;
  versions: number;
}

function changeOf([requestId, { values, versions }]: [string, Change]): Sql {
  const fields = Object.keys(values).filter((field) => values[field as keyof TaRequest] !== undefined);
  const list = named(fields.map((field) => `"${columnOf(field)}"`).join(', '));
  const sent = JSON.stringify(inColumns(fields, values));
  const sets = [
    sql`version = version + ${versions}`,
    ...(fields.length > 0
      ? [sql`(${list}) = (SELECT ${list} FROM json_populate_record(null::ta_request, ${sent}::json))`]
      : []),
  ];
  return sql`UPDATE ta_request SET ${joined(sets)} WHERE id = ${requestId}::uuid`;
}
