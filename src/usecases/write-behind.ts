import type { Prisma } from '../adapters/database/generated/client.js';
import type { Transaction } from '../ports/database.js';
import type { OutboxRow } from '../ports/engine.js';
import { columnOf, joined, named, nothing, type Sql, sql } from './sql.js';

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
const TABLES: { [T in Table]: { name: string; columns: (keyof Rows[T])[]; repeats: boolean } } = {
  caseText: {
    name: 'case_text',
    columns: ['id', 'requestId', 'field', 'status', 'updateId', 'author', 'sealed', 'createdAt'],
    repeats: true,
  },
  processEvent: {
    name: 'process_event',
    columns: ['workflowId', 'seq', 'requestId', 'type', 'at', 'actor', 'onBehalfOf', 'data', 'contentHash'],
    repeats: false,
  },
  message: {
    name: 'message',
    columns: [
      'id',
      'kind',
      'aboutId',
      'relatedId',
      'batchId',
      'to',
      'cc',
      'subject',
      'dataKey',
      'sealed',
      'status',
      'messageId',
      'effectKey',
      'queuedAt',
      'sentAt',
    ],
    repeats: true,
  },
  outbox: {
    name: 'outbox',
    columns: ['workflowId', 'kind', 'name', 'payload', 'createdAt'],
    repeats: false,
  },
};
const NAMES = Object.keys(TABLES) as Table[];

export interface WriteBehind {
  /** The transaction; whatever reads a table of above through it finds what was written. */
  tx: Transaction;
  insert<T extends Exclude<Table, 'outbox'>>(table: T, row: Rows[T]): void;
  /** Another statement, about no row that is written with it. */
  also(statement: Sql): void;
  tell(row: OutboxInsert): void;
  /** Writes what waits, in one statement. Answers all that is in the outbox by now. */
  flush(): Promise<readonly OutboxRow[]>;
}

/** What a transaction writes last goes to the database together, in one round trip. */
export function writeBehind(tx: Transaction): WriteBehind {
  let rows = none();
  let others: Sql[] = [];
  const told: OutboxRow[] = [];

  async function flush(): Promise<readonly OutboxRow[]> {
    const [now, also] = [rows, others];
    rows = none();
    others = [];
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
    tx: flushedBefore(tx, async (table) => void (rows[table].length > 0 && (await flush()))),
    insert: (table, row) => void (rows[table] as object[]).push(row),
    also: (statement) => void others.push(statement),
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
  const { name, columns, repeats } = TABLES[table];
  const list = named(columns.map((field) => `"${columnOf(field)}"`).join(', '));
  const sent = JSON.stringify(rows[table].map((row) => inColumns(columns, row as never)));
  const isNew = rows.outbox.some(({ withMessage }) => withMessage) && table === 'outbox';
  // PostgreSQL reads each value as its column has it.
  return sql`${named(`${name}_in`)} AS (
    INSERT INTO ${named(name)} (${list}) SELECT ${list}
    FROM json_array_elements(${sent}::json) WITH ORDINALITY AS sent(one, place),
      json_populate_record(null::${named(name)}, one)
    ${isNew ? WITH_ITS_MESSAGE : nothing} ORDER BY place ${repeats ? IF_NEW : nothing}
    RETURNING *)`;
}

const IF_NEW = sql`ON CONFLICT DO NOTHING`;
const WITH_ITS_MESSAGE = sql`
  WHERE one->>'with_message' IS NULL OR (one->>'with_message')::uuid IN (SELECT id FROM message_in)`;

function inColumns(columns: readonly string[], row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    [...columns, 'withMessage'].map((field) => [columnOf(field), asText(row[field] ?? null)]),
  );
}

const asText = (value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;

/** Whoever reads one of the tables finds what was written before. */
function flushedBefore(tx: Transaction, flush: (table: Table) => Promise<void>): Transaction {
  const delegates = new Map(NAMES.map((table) => [table as string, flushing(tx, table, flush)]));
  return new Proxy(tx, {
    get: (target, name) => delegates.get(name as string) ?? Reflect.get(target, name),
  });
}

function flushing(tx: Transaction, table: Table, flush: (table: Table) => Promise<void>): object {
  return new Proxy(tx[table], {
    get(target, method) {
      const call = Reflect.get(target, method);
      if (typeof call !== 'function') return call;
      return async (...args: unknown[]) => {
        await flush(table);
        return call.apply(target, args);
      };
    },
  });
}
