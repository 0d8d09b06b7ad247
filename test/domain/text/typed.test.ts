import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { says } from '../../../src/domain/refusals/says.js';
import { cleanLine, cut, cutStart, withoutUnseen } from '../../../src/domain/text/clean.js';
import {
  BLANK_OR_LINE_PATTERN,
  isLongerThan,
  LINE_PATTERN,
  TEXT_PATTERN,
  whyNoLine,
  whyNoText,
} from '../../../src/domain/text/typed.js';
import { lineSchema, optionalLineSchema, textSchema } from '../../../src/domain/text/typed.schema.js';

const all = (test: RegExp) =>
  Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => test.test(character));

describe('a line', () => {
  test.each([
    'Ada Lovelace',
    'Ñandú O’Brien-Şahin',
    'משה כהן',
    'علی‌رضا', // ZWNJ
    'क्‍ष', // ZWJ
    'Ada 👩‍💻',
    '☕️',
    ' spaces around ',
    'İpek',
    '=cmd|1',
    '1'.repeat(200),
  ])('is %j', (typed) => {
    expect(whyNoLine(typed)).toBeNull();
    expect(lineSchema(200).parse(typed)).toBe(typed.trim());
    expect(new RegExp(LINE_PATTERN, 'u').test(typed)).toBe(true);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \u00a0\u3000', 'empty'],
    ['a zero-width space', '\u200b', 'invisible'],
    ['zero-width joiners alone', '\u200d \u200c', 'invisible'],
    ['a Hangul filler', '\u3164', 'invisible'],
    ['soft hyphens', '\u00ad\u00ad', 'invisible'],
    ['blank braille', '\u2800', 'invisible'],
    ['tags', '\u{e0041}\u{e0042}', 'invisible'],
    ['a variation selector', '\ufe0f', 'invisible'],
    ['NUL', 'Ada\u0000', 'control'],
    ['a line break at the end', 'Ada\n', 'control'],
    ['a tab at the start', '\tAda', 'control'],
    ['a header', 'Ada\r\nBcc: all@example.org', 'control'],
    ['the next-line control', 'Ada\u0085Love', 'control'],
    ['a line separator', 'Ada\u2028Love', 'control'],
    ['an escape sequence', '\u001b[31mAda', 'control'],
    ['a single-shift of the C1 set', 'Ada\u009b', 'control'],
    ['a right-to-left override', 'Ada\u202efdp.exe', 'turning'],
    ['an isolate', '\u2067Ada\u2069', 'turning'],
    ['half an emoji', 'Ada \ud83d', 'broken'],
  ])('is not %s', (_name, typed, why) => {
    expect(whyNoLine(typed)).toBe(why);
    expect(lineSchema(200).safeParse(typed).success).toBe(false);
    // Half characters never arrive in well-formed JSON, so the document needn't speak of them.
    if (why !== 'broken') expect(new RegExp(LINE_PATTERN, 'u').test(typed)).toBe(false);
  });

  test('that may be left out may be white space', () => {
    expect(optionalLineSchema(9).parse(' \u3000')).toBeUndefined();
    expect(optionalLineSchema(9).parse(null)).toBeUndefined();
    expect(optionalLineSchema(9).safeParse('\u200b').success).toBe(false);
    expect(optionalLineSchema(9).safeParse('\t').success).toBe(false);
  });

  test('is never made of what Unicode calls invisible, white or a control', () => {
    const unseen = all(/[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Z}\p{Cc}]/u);
    expect(unseen.filter((character) => whyNoLine(character) === null)).toEqual([]);
    const seen = all(/[\p{L}\p{N}\p{P}\p{S}\p{M}]/u).filter(
      (character) => !/\p{Default_Ignorable_Code_Point}|[\u2800\u{1d159}]/u.test(character),
    );
    expect(seen.filter((character) => whyNoLine(character) !== null)).toEqual([]);
  });
});

describe('a text', () => {
  test.each(['Facts.\n\tMore, with a tab.\r\nAnd more.', '\u2067שלום\u2069 she said', ' \n x \n '])(
    'is %j',
    (typed) => {
      expect(whyNoText(typed)).toBeNull();
      expect(textSchema(100).parse(typed)).toBe(typed.trim());
      expect(new RegExp(TEXT_PATTERN, 'u').test(typed)).toBe(true);
    },
  );

  test.each([
    ['nothing', ' \n ', 'empty'],
    ['zero-width spaces', '\u200b\n\u200b', 'invisible'],
    ['NUL', 'Facts\u0000', 'control'],
    ['a form feed', 'Facts\fmore', 'control'],
    ['a vertical tab', 'Facts\u000bmore', 'control'],
    ['delete', 'Facts\u007f', 'control'],
    ['a C1 control, as wrongly decoded quotes are', 'it\u0092s', 'control'],
    ['half a character', '\udc00Facts', 'broken'],
  ])('is not %s', (_name, typed, why) => {
    expect(whyNoText(typed)).toBe(why);
    expect(textSchema(100).safeParse(typed).success).toBe(false);
    if (why !== 'broken') expect(new RegExp(TEXT_PATTERN, 'u').test(typed)).toBe(false);
  });

  test('names the line with the control character', () => {
    const { error } = textSchema(100).safeParse('one\ntwo\nthr\u0001ee');
    expect(error?.issues[0]?.message).toBe(says('control-in-line', { line: 3 }));
  });
});

const anything = fc.string({ unit: 'binary', maxLength: 30 });

test('the patterns of the API’s description say what the rules say', () => {
  const [line, blankOrLine, text] = [LINE_PATTERN, BLANK_OR_LINE_PATTERN, TEXT_PATTERN].map(
    (pattern) => new RegExp(pattern, 'u'),
  );
  fc.assert(
    fc.property(anything, (typed) => {
      expect(line?.test(typed)).toBe(whyNoLine(typed) === null);
      expect(text?.test(typed)).toBe(whyNoText(typed) === null);
      const optional = optionalLineSchema(100).safeParse(typed).success;
      if (!/[\ud800-\udfff]/u.test(typed)) expect(blankOrLine?.test(typed)).toBe(optional);
    }),
    { numRuns: 2_000 },
  );
});

test('length counts what JSON Schema counts', () => {
  expect(isLongerThan('👩'.repeat(200), 200)).toBe(false);
  expect(isLongerThan('👩'.repeat(201), 200)).toBe(true);
  expect(lineSchema(40).safeParse(' '.repeat(500_000)).error?.issues).toHaveLength(1);
});

describe('cutting', () => {
  test.each([
    ['an emoji of several parts', `${'x'.repeat(8)}👩‍👩‍👧‍👦y`, 10, 'x'.repeat(8)],
    ['a letter with its accents', `${'x'.repeat(8)}e\u0301\u0323y`, 10, 'x'.repeat(8)],
    ['the halves of one character', `${'x'.repeat(9)}👩y`, 10, 'x'.repeat(9)],
    ['nothing', 'short', 10, 'short'],
  ])('never goes through %s', (_name, text, max, left) => {
    expect(cut(text, max)).toBe(left);
  });

  test('leaves half a character at neither end, and is never too long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, max) => {
          for (const part of [cut(text, max), cutStart(text, max)]) {
            expect(part.length).toBeLessThanOrEqual(max);
            expect(/[\ud800-\udfff]/u.test(part)).toBe(/[\ud800-\udfff]/u.test(text) && part !== '');
          }
        },
      ),
    );
  });

  test('of one endless character stops somewhere', () => {
    const tower = `a${'\u0301'.repeat(500)}`;
    expect(cut(tower, 20)).toHaveLength(20);
    expect(cutStart(tower, 20).length).toBeLessThanOrEqual(20);
  });
});

test('what another system says is made a line', () => {
  expect(cleanLine('Ada\u0000\r\n\u202eLovelace \ud83d', 50)).toBe('Ada Lovelace');
  expect(whyNoLine(cleanLine('علی‌رضا \u2066x', 50))).toBeNull();
});

test('what has no shape makes no difference', () => {
  expect(withoutUnseen('Leg\u200bal\u00ad Aid\u3164\ufeff')).toBe('Legal Aid');
});
