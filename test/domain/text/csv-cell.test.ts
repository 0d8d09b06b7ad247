import { describe, expect, test } from '@jest/globals';
import { csvCell } from '../../../src/domain/text/csv-cell.js';

describe('a cell that a spreadsheet would run is text', () => {
  test.each([
    '=1+1',
    '+1-555',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u200b=1',
    '＝1',
    '＋1',
    '－1',
    '＠SUM',
    '\ufeff=1',
  ])('%j', (typed) => {
    expect(csvCell(typed)).toBe(`"'${typed}"`);
  });
  test.each(['Ana', 'a=b', '2055-01-04', 'one "quoted"'])('and %j stays as it is', (typed) => {
    expect(csvCell(typed)).toBe(`"${typed.replaceAll('"', '""')}"`);
  });
});
