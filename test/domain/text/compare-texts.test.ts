import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareTexts } from '../../../src/domain/text/compare-texts.js';

const told = (earlier: string, later: string) =>
  compareTexts(earlier, later).map(
    ({ kind, text }) => `${{ same: '', removed: '-', added: '+' }[kind]}${text}`,
  );

test.each([
  ['a word', 'See the rule.', 'See the statute.', ['See the ', '-rule', '+statute', '.']],
  ['nothing', 'See.', 'See.', ['See.']],
  ['all of it', '', 'See.', ['+See.']],
  ['empty both', '', '', []],
])('%s changed', (_name, earlier, later, expected) => {
  expect(told(earlier, later)).toEqual(expected);
});

test('both texts can be put together again, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '. ', '**', '\u202f', '😀'), { maxLength: 60 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [earlier, later] = [one.join(''), other.join('')];
      const changes = compareTexts(earlier, later);
      const without = (kind: string) =>
        changes.flatMap((change) => (change.kind === kind ? [] : change.text)).join('');
      expect([without('added'), without('removed')]).toEqual([earlier, later]);
    }),
  );
});

test('texts that have nothing in common are told apart as wholes, and soon', () => {
  const words = (letter: string) => Array.from({ length: 5_000 }, (_, n) => `${letter}${n}`).join(' ');
  const changes = compareTexts(words('a'), words('b'));
  expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
