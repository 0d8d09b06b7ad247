import { expect, test } from '@jest/globals';
import { subscriberRow } from '../../src/cli/subscribers.js';

const unsubscribe = 'https://desk.example/unsubscribe/token';

test.each([
  ['ann@x.example', 'Ann "A" Lee', '"ann@x.example","Ann ""A"" Lee"'],
  ['ann@x.example', '=HYPERLINK(1)', `"ann@x.example","'=HYPERLINK(1)"`],
  ['+ann@x.example', 'Ann', '"+ann@x.example","Ann"'],
  ['-ann@x.example', '@Ann', `"-ann@x.example","'@Ann"`],
  [`=cmd|'x'!a0@x.example`, 'Ann', `"'=cmd|'x'!a0@x.example","Ann"`],
  [`-cmd|'x'!a0@x.example`, 'Ann', `"'-cmd|'x'!a0@x.example","Ann"`],
])('%s, %s: a name is no formula, an address stays as it is unless it runs something', (email, name, row) => {
  expect(subscriberRow({ email, name, unsubscribe })).toBe(`${row},"${unsubscribe}"`);
});
