import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
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

/** Reads a CSV with a header. Columns must be known; those in `required` must be there. @throws CannotRun */
export function readCsv(
  file: string,
  columns: { required: readonly string[]; optional: readonly string[] },
): { rows: CsvRow[]; errors: LineError[] } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8 text' : (error as NodeJS.ErrnoException).code;
    throw new CannotRun(`${file} can’t be read: ${why}.`);
  }
  return parseCsv(text, columns);
}

/** As readCsv, from text. */
export function parseCsv(
  text: string,
  { required, optional }: { required: readonly string[]; optional: readonly string[] },
): { rows: CsvRow[]; errors: LineError[] } {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const options = {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    } as const;
    // With `info` each row comes with where it stood; the library's types leave that out.
    records = parse(text, options) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    return { rows: [], errors: [{ line, message: 'The quotes do not match here.' }] };
  }
  const [first, ...rest] = records;
  const header = first?.record ?? [];
  const known = [...required, ...optional];
  const errors = [
    ...required.filter((name) => !header.includes(name)).map((name) => `The column ${name} is missing.`),
    ...header
      .filter((name) => !known.includes(name))
      .map((name) => `There is no column ${name || '(empty)'}.`),
  ].map((message) => ({ line: 1, message }));
  if (errors.length > 0) return { rows: [], errors };
  const rows: CsvRow[] = [];
  let end = first?.info.lines ?? 1;
  for (const { record, info } of rest) {
    // `lines` counts to the row's end; with quoted line breaks it began earlier.
    const line = end + 1;
    end = info.lines;
    if (record.length !== header.length) {
      errors.push({
        line,
        message: `There are ${record.length} cells where the header has ${header.length}.`,
      });
      continue;
    }
    const cells = header.map((name, n) => [name, record[n] ?? ''] as const).filter(([, cell]) => cell !== '');
    rows.push({ line, cells: Object.fromEntries(cells) });
  }
  return { rows, errors };
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
