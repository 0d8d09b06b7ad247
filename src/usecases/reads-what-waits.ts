import type { Transaction } from '../ports/database.js';
import { columnOf, type Sql, sql } from './sql.js';

/** Fields of the schema that lead to a table whose rows wait: an `include`, `where` or count of one reads it. */
export const LEADING_TO: Readonly<Record<string, string>> = {
  texts: 'case_text',
  events: 'process_event',
  request: 'ta_request',
  requests: 'ta_request',
  requested: 'ta_request',
  supervised: 'ta_request',
  assigned: 'ta_request',
  message: 'message',
  dataKey: 'data_key',
  taRequest: 'ta_request',
};

/** What a statement says, its pieces put together; values are no part of it. */
type Words = ReadonlySet<string>;

/** Called before each statement with its words: the tables it reads are among them. */
type Before = (words: Words) => Promise<void>;

/** The transaction, of which every statement waits for `before`: by a delegate or by SQL of our own. */
export function readingWhatWaits(tx: Transaction, before: Before): Transaction {
  return new Proxy(tx, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === '$queryRaw' || name === '$executeRaw') {
        return after(target, value as Call, (args) => before(wordsOf(args as RawArgs)));
      }
      const isDelegate = typeof name === 'string' && /^[a-z]/.test(name) && isObject(value);
      return isDelegate ? readingFirst(value, columnOf(name), before) : value;
    },
  });
}

/** Tables that a statement writes. */
export function writtenBy(statement: Sql): string[] {
  const tables = [...statement.sql.matchAll(/\b(?:INTO|UPDATE|DELETE FROM) (\w+)/g)].map(
    ([, table]) => table,
  );
  if (tables.length === 0) throw new Error('what waits writes no table');
  return tables as string[];
}

type Call = (...args: unknown[]) => Promise<unknown>;
type RawArgs = [Sql | TemplateStringsArray, ...Sql[]];

const after =
  (target: object, call: Call, before: (args: unknown[]) => Promise<void>): Call =>
  async (...args) => {
    await before(args);
    return call.apply(target, args);
  };

const readingFirst = (delegate: object, table: string, before: Before): object =>
  new Proxy(delegate, {
    get(target, method) {
      const call: unknown = Reflect.get(target, method);
      return typeof call === 'function'
        ? after(target, call as Call, (args) => before(new Set([table, ...ledTo(args)])))
        : call;
    },
  });

function wordsOf([first, ...values]: RawArgs): Words {
  const text = 'sql' in first ? first.sql : sql(first, ...values).sql;
  return new Set(text.match(/\w+/g));
}

function ledTo(args: unknown): string[] {
  // Bytes have a field each: a document of megabytes would keep everybody waiting.
  if (!isObject(args) || ArrayBuffer.isView(args)) return [];
  return Object.entries(args).flatMap(([field, value]) => [LEADING_TO[field] ?? [], ledTo(value)].flat());
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
