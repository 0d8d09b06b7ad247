import { readFileSync } from 'node:fs';
import { CsvError } from 'csv-parse/sync';
import { decodeText } from '../adapters/csv/decode-text.js';
import { readTable, type TableRow } from '../adapters/csv/read-table.js';
import { CannotRun } from './connect.js';

export interface CsvRow {
  /** Line in the file on which the row begins. */
  line: number;
  /** By column name; empty cells are left out. */
  cells: Record<string, string>;
}

export interface LineError {
  line: number;
  message: string;
}

interface Columns {
  required: readonly string[];
  optional: readonly string[];
}

/** Reads a CSV with a header. Columns must be known; those in `required` must be there. @throws CannotRun */
export function readCsv(file: string, columns: Columns): { rows: CsvRow[]; errors: LineError[] } {
  const text = decodeText(bytesOf(file));
  if (text === null) throw new CannotRun(`${file} can’t be read: save it as CSV with the encoding UTF-8.`);
  return parseCsv(text, columns);
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CannotRun(`${file} can’t be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

/** As readCsv, from text. */
export function parseCsv(text: string, columns: Columns): { rows: CsvRow[]; errors: LineError[] } {
  let table: TableRow[];
  try {
    table = readTable(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    return { rows: [], errors: [{ line, message: 'The quotes do not match here.' }] };
  }
  const [{ line: headerAt, cells: header } = { line: 1, cells: [] }, ...rest] = table;
  const names = header.map((name) => name.toLowerCase());
  const wrong = headerErrors(names, columns).map((message) => ({ line: headerAt, message }));
  if (wrong.length > 0) return { rows: [], errors: wrong };
  const rows: CsvRow[] = [];
  const errors: LineError[] = [];
  for (const { line, cells } of rest) {
    const named = cells.flatMap((cell, n) => (cell === '' ? [] : [[names[n] ?? '', cell] as const]));
    // Spreadsheets drop empty cells at a row's end, and add some under columns without a name.
    if (named.every(([name]) => name !== '')) rows.push({ line, cells: Object.fromEntries(named) });
    else errors.push({ line, message: 'There is a cell under a column without a name.' });
  }
  return { rows, errors };
}

function headerErrors(header: readonly string[], { required, optional }: Columns): string[] {
  const known = [...required, ...optional];
  const names = header.filter((name) => name !== '');
  const firstAt = new Map(names.map((name, n) => [name, n] as const).reverse());
  const twice = names.filter((name, n) => firstAt.get(name) !== n);
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => `The column ${name} is missing.`),
    ...names.filter((name) => !known.includes(name)).map((name) => `There is no column ${name}.`),
    ...[...new Set(twice)].map((name) => `The column ${name} stands there more than once.`),
  ];
}

/** Several values in one cell: `CA; NV` or `CA|NV`. */
export function listOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** yes/no in its usual spellings; undefined for anything else. */
export function flagOf(cell: string | undefined): boolean | undefined {
  if (cell === undefined) return undefined;
  if (/^(true|yes|y|1)$/i.test(cell)) return true;
  if (/^(false|no|n|0)$/i.test(cell)) return false;
  return undefined;
}
