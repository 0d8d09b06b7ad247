import { parse } from 'csv-parse/sync';

export interface TableRow {
  /** Line of the file on which the row begins. */
  line: number;
  /** Trimmed. */
  cells: string[];
}

const DELIMITERS = [',', ';', '\t'] as const;
/** A first line that tells spreadsheets the delimiter, and is no row. */
const DECLARED = /^\ufeff?sep=([,;\t])(?:\r\n|\r|\n)/i;
const LINE_END = /\r\n|\r|\n/g;

/**
 * A CSV as spreadsheets save it: commas, or semicolons where commas write decimals, or tabs; rows of nothing but
 * delimiters are none. `isHeader` finds the line that tells which; without one the first line does.
 * @throws CsvError whose message may quote the file.
 */
export function readTable(text: string, isHeader: (line: string) => boolean = () => true): TableRow[] {
  const declared = DECLARED.exec(text)?.[1];
  const records = parse(text, {
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    delimiter: declared ?? delimiterOf(text, isHeader),
    from_line: declared ? 2 : 1,
    // With `info` each row comes with where it stood; the library's types leave that out.
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return records
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }));
}

function delimiterOf(text: string, isHeader: (line: string) => boolean): string {
  const lines = text.split(/\r\n|\r|\n/, 200).filter((line) => line.trim() !== '');
  const header = lines.find(isHeader) ?? '';
  const count = (mark: string) => header.split(mark).length;
  return DELIMITERS.reduce<string>((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** The library tells on which line a row ends. */
function breaksIn(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(LINE_END)?.length ?? 0), 0);
}
