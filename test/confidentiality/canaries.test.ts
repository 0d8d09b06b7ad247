import { describe, expect, test } from '@jest/globals';
import { createCanaries, findCanaries } from './canaries.js';

const word = createCanaries().plant('case', 'facts');
const text = `My client ${word} moved.`;

describe('a planted word is found', () => {
  test.each<[string, Buffer]>([
    ['in plain', Buffer.from(text)],
    ['in upper case', Buffer.from(text.toUpperCase())],
    ['in UTF-16', Buffer.from(text, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(text, 'utf16le').swap16()],
    ['in hex', Buffer.from(Buffer.from(text).toString('hex'))],
    ['in base64', Buffer.from(Buffer.from(text).toString('base64'))],
    ['in base64, one further', Buffer.from(Buffer.from(`.${text}`).toString('base64'))],
    ['in base64, two further', Buffer.from(Buffer.from(`..${text}`).toString('base64url'))],
    ['amid bytes that are no text', Buffer.concat([Buffer.from([0, 255, 128]), Buffer.from(text)])],
  ])('%s', (_form, bytes) => {
    expect(findCanaries(bytes)).toHaveLength(1);
  });

  test('and what has none, has none', () => {
    expect(findCanaries('My client moved.')).toEqual([]);
  });
});
