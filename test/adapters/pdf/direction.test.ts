import { describe, expect, test } from '@jest/globals';
import { placeLines } from '../../../src/adapters/pdf/direction.js';
import type { Line } from '../../../src/adapters/pdf/lines.js';

const measured = (text: string) => text.length;
const plain = (text: string): Line => [{ text, face: 'regular' }];

/** What stands on each line, from left to right. Words from the right are given as typed: the font turns them around. */
const seen = (lines: Line[]) =>
  placeLines(lines, measured).map(({ parts }) =>
    parts
      .flatMap(({ strokes }) => strokes)
      .sort((one, other) => one.x - other.x)
      .map(({ drawn }) => drawn),
  );

describe('the places of words on a line', () => {
  test.each<[what: string, text: string, fromLeft: string[]]>([
    ['words from the left', 'Anna (12), a witness', ['Anna (12), a witness']],
    ['a name of two words', 'She is שרה כהן (Sarah).', ['She is ', 'שרה כהן', ' (Sarah).']],
    [
      'a sentence that begins with one',
      'שרה asked whether she may stay.',
      ['שרה', ' asked whether she may stay.'],
    ],
    ['a sentence from the right', 'שלום עולם!', ['שלום עולם!']],
    ['its brackets', 'שלום (עולם)', ['שלום )עולם(']],
    ['its numbers', 'גרה ב-12 כאן', [' כאן', '12', 'גרה ב-']],
    ['words from the left in it', 'אחותי גרה ב Tel Aviv כאן', [' כאן', 'Tel Aviv', 'אחותי גרה ב ']],
    ['digits that a font would turn around', 'סנה ۲۰۲۲', ['۲۲۰۲', 'סנה ']],
    ['such digits before other words', '۲۰۲۲ was her year', ['۲۲۰۲', ' was her year']],
    ['signs by themselves between numbers', 'א 1 (2) ב', ['( ב', '2', ') ', '1', 'א ']],
    ['the space at the end', 'She is שלום 12 ', ['She is ', '12', 'שלום ', ' ']],
    ['halves of characters', 'א\ud83d', ['\ud83d', 'א']],
    ['nothing', '', ['']],
  ])('%s', (_, text, fromLeft) => {
    expect(seen([plain(text)])).toEqual([fromLeft]);
  });

  test('a block goes on in its direction over all its lines, each from the edge where it begins', () => {
    const lines = placeLines([plain('היא כתבה לנו '), plain('Tel Aviv '), plain('אתמול.')], measured);
    expect(lines.map(({ rightToLeft }) => rightToLeft)).toEqual([true, true, true]);
    expect(lines.map(({ width }) => width)).toEqual([13, 9, 6]);
    const quoted = placeLines([plain('She wrote: '), plain('היא כתבה לנו אתמול.')], measured);
    expect(quoted.map(({ rightToLeft }) => rightToLeft)).toEqual([false, false]);
  });

  test('parts are read in the order in which they were typed, each in the face it has', () => {
    const line: Line = [
      { text: 'See ', face: 'regular' },
      { text: 'האתר (12) הרשמי', face: 'bold', link: 'https://example.org/' },
      { text: '.', face: 'regular' },
    ];
    const [placed] = placeLines([line], measured);
    expect(placed?.parts.map(({ text, face }) => [text, face])).toEqual([
      ['See ', 'regular'],
      ['האתר (12) הרשמי', 'bold'],
      ['.', 'regular'],
    ]);
    expect(placed?.parts[1]?.strokes.map(({ drawn, x }) => [drawn, x])).toEqual([
      ['( הרשמי', 4],
      ['12', 11],
      ['האתר )', 13],
    ]);
  });

  test('no letter is lost or said twice, whatever is typed', () => {
    const text = `${'(א'.repeat(63)}b 1${')'.repeat(70)} ۱٢3 \u0301ش«»`;
    const [placed] = placeLines([plain(text)], measured);
    expect(placed?.parts.map((part) => part.text).join('')).toBe(text);
    const drawn =
      placed?.parts.flatMap(({ strokes }) => strokes.map((stroke) => stroke.drawn)).join('') ?? '';
    const sorted = (letters: string) => [...letters.replace(/[()«»]/g, '|')].sort().join('');
    expect(sorted(drawn)).toBe(sorted(text));
  });
});
