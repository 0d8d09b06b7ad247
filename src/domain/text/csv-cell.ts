/** What a spreadsheet takes for the beginning of a formula, also as full-width signs, behind white space or without a shape. */
const FORMULA = /^[\s\u00a0\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]/u;

/** A cell of a CSV that no spreadsheet runs: what would begin a formula is text, by the apostrophe before it. */
export function csvCell(value: string): string {
  const shown = FORMULA.test(value) ? `'${value}` : value;
  return `"${shown.replaceAll('"', '""')}"`;
}

export const csvRow = (cells: readonly string[]): string => cells.map(csvCell).join(',');
