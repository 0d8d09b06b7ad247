import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likeness, runsOfWords, type Sketch, sketchOf } from '../../../src/domain/requests/likeness.js';

const keyed = (key: string) => (runs: readonly string[]) =>
  Uint32Array.from(runs, (run) => createHmac('sha256', key).update(run).digest().readUInt32BE(0));
const sketch = (text: string, key = 'one') => sketchOf(runsOfWords(text), keyed(key));
const alike = (one: string, other: string) => likeness(sketch(one).signature, sketch(other).signature);
const shareBand = (one: Sketch, other: Sketch) => one.bands.some((band) => other.bands.includes(band));

const FACTS = `The client came to the country in 2019 with a visa for work in a restaurant. Her employer kept her passport,
  paid her nothing for eleven months and told her that her family would be harmed if she left. She escaped in March 2021
  with the help of a neighbor and reported to the county sheriff, who took a statement and never called her again. We
  filed for T nonimmigrant status in May 2023 and received a request for evidence about physical presence on account of
  trafficking. She has lived with a cousin in another county since then and works in a laundry.`;
const UNRELATED = `Our agency is planning a training on ethics for volunteers who interpret in interviews with survivors. We would
  like to know which materials exist about privilege when an interpreter is present, whether a sample agreement can be
  shared with us, and how other programs in California keep notes of such interviews so that nobody can subpoena them.`;
const SAME_FIELD = `The client was recruited abroad for domestic work and lived in the house of a diplomat for three years. She received
  fifty dollars a month and was not allowed to leave alone. We filed for T nonimmigrant status last year; the agency asks
  for evidence of extreme hardship upon removal and of her cooperation with law enforcement, which never answered her.`;

describe('near copies are found, other cases are not', () => {
  test.each<[string, string, [number, number]]>([
    ['the same words', FACTS, [1, 1]],
    ['other case, punctuation and line breaks', FACTS.toUpperCase().replace(/[.,;]\s+/g, ' –\n'), [1, 1]],
    ['a year and a county changed', FACTS.replace('2019', '2018').replace('sheriff', 'police'), [0.8, 1]],
    ['one sentence left out', FACTS.replace(/She has lived.*$/s, ''), [0.7, 1]],
    [
      'a question added',
      `${FACTS} Which evidence would you send, and is a letter of the cousin enough?`,
      [0.75, 1],
    ],
    ['every tenth word another', everyTenthWord(FACTS), [0.4, 0.8]],
    ['half of it', FACTS.slice(0, FACTS.length / 2), [0.3, 0.65]],
    ['another case of the same field', SAME_FIELD, [0, 0.2]],
    ['something else', UNRELATED, [0, 0.1]],
    ['nothing', '', [0, 0]],
    ['too few words', 'Please see the attached document.', [0, 0]],
  ])('%s', (_what, other, [least, most]) => {
    expect(alike(FACTS, other)).toBeGreaterThanOrEqual(least);
    expect(alike(FACTS, other)).toBeLessThanOrEqual(most);
  });

  test('under one key only', () => {
    expect(likeness(sketch(FACTS).signature, sketch(FACTS, 'another').signature)).toBe(0);
  });

  test('in a script that writes without spaces', () => {
    const text = '当事人于二〇一九年持工作签证入境雇主扣留了她的护照并拒绝支付工资';
    expect(alike(text, text.replace('护照', '证件'))).toBeGreaterThan(0.5);
  });
});

const word = fc.constantFrom(...FACTS.toLowerCase().split(/\W+/).filter(Boolean));
const words = fc.array(word, { minLength: 30, maxLength: 300 });

test('the estimate is near the share of runs that both have', () => {
  fc.assert(
    fc.property(words, words, fc.integer({ min: 0, max: 250 }), (one, other, shared) => {
      const texts = [one, [...one.slice(0, shared), ...other]].map((all) => all.join(' '));
      const [mine, theirs] = texts.map((text) => new Set(runsOfWords(text))) as [Set<string>, Set<string>];
      const both = [...mine].filter((run) => theirs.has(run)).length;
      const exact = both / (mine.size + theirs.size - both);
      // Five times the standard error of 128 hashes.
      expect(Math.abs(alike(texts[0] ?? '', texts[1] ?? '') - exact)).toBeLessThan(0.23);
    }),
    { numRuns: 40 },
  );
});

test('half alike and more share a band nearly always, and what is alike wholly always', () => {
  let missed = 0;
  fc.assert(
    fc.property(words, words, (one, added) => {
      const [mine, theirs] = [one, [...one, ...added.slice(0, 10)]].map((all) => sketch(all.join(' ')));
      if (!mine || !theirs || mine.signature.length === 0) return;
      expect(shareBand(mine, mine)).toBe(true);
      if (likeness(mine.signature, theirs.signature) >= 0.6 && !shareBand(mine, theirs)) missed += 1;
    }),
    { numRuns: 60 },
  );
  expect(missed).toBeLessThan(4);
});

describe('hostile texts are bounded', () => {
  test.each<[string, string]>([
    ['a megabyte of one word', 'word '.repeat(200_000)],
    ['a megabyte without a space', 'x'.repeat(1_000_000)],
    ['a megabyte of other words', Array.from({ length: 150_000 }, (_, n) => `w${n}`).join(' ')],
    ['a megabyte that grows as it is compared', '\ufdfa '.repeat(350_000)],
    ['a megabyte of what has no shape', '\u200b\u00ad'.repeat(400_000)],
    ['half a character', '\ud800 '.repeat(100)],
  ])('%s', (_what, text) => {
    const runs = runsOfWords(text);
    expect(runs.length).toBeLessThanOrEqual(8_000);
    const { signature, bands } = sketch(text);
    expect([0, 128]).toContain(signature.length);
    expect(bands).toHaveLength(signature.length / 4);
  });
});

function everyTenthWord(text: string): string {
  return text
    .split(/\s+/)
    .map((one, n) => (n % 10 === 5 ? 'otherwise' : one))
    .join(' ');
}
