import { expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { asksForWorksheet, worksheetFits } from '../../../src/domain/worksheets/of-use.js';

const { program } = loadProgram('program');

test.each<[kind: string, documentKind: string | null, asked: boolean, fits: boolean]>([
  ['trafficking-analysis', null, true, true],
  ['trafficking-analysis', 'emp-worksheet', true, true],
  // The program's way of asking for an analysis.
  ['document-review', 'other-document', true, true],
  ['document-review', 'emp-worksheet', false, true],
  ['document-review', null, false, true],
  ['document-review', 't-visa-rfe', false, false],
  ['document-review', 'victims-compensation', false, false],
  ['case-consultation', null, false, true],
])('a worksheet for %s of %s: asked for %s, of use %s', (kind, documentKind, asked, fits) => {
  const about = { kind, documentKind };
  expect([asksForWorksheet(about, program), worksheetFits(about, program)]).toEqual([asked, fits]);
});

test('a program without a worksheet offers none', () => {
  const without = { ...program, documents: program.documents.filter(({ id }) => id !== 'emp-worksheet') };
  const about = { kind: 'trafficking-analysis' };
  expect([asksForWorksheet(about, without), worksheetFits(about, without)]).toEqual([false, false]);
});
