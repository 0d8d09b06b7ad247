import { describe, expect, test } from '@jest/globals';
import { plainFileName } from '../../../src/domain/text/file-name.js';

describe('a file’s name', () => {
  test.each<[string, string, string | null]>([
    ['as it is', 'Motion – Süd.pdf', 'Motion – Süd.pdf'],
    ['its last part', 'C:\\Users\\Ada\\notice.pdf', 'notice.pdf'],
    ['without a space of no width', 'no\u200btice.pdf', 'notice.pdf'],
    ['nor one in its extension', 'notice.pd\u200bf\u200b', 'notice.pdf'],
    ['without word joiners and marks', '\ufeffno\u2060tice\u2063.p\u00addf', 'notice.pdf'],
    ['without fillers', 'no\u3164ti\uffa0ce\u115f.pdf', 'notice.pdf'],
    ['without tags and selectors', 'no\u{e0041}tice\ufe0f\u{e0101}.pdf', 'notice.pdf'],
    ['without a joiner between plain letters', 'no\u200dti\u200cce.pdf', 'notice.pdf'],
    ['with the joiner its script needs', 'نامه\u200cها.pdf', 'نامه\u200cها.pdf'],
    ['never turned around', 'annexe\u202efdp.txt', 'annexefdp.txt'],
    ['nor by isolates and marks', '\u2067annexe\u2069\u200f\u061c.txt', 'annexe.txt'],
    ['with one kind of blank', 'a\u00a0\u2800\u3000b.pdf', 'a b.pdf'],
    ['that shows nothing is named for us', '\u200b\u3164\u2800.pdf', 'document.pdf'],
    ['with a control character is none', 'no\u0007tice.pdf', null],
    ['with a line break is none', 'no\ntice.pdf', null],
    ['with half a character is none', 'no\ud800tice.pdf', null],
  ])('%s', (_name, sent, shown) => {
    expect(plainFileName(sent)).toBe(shown);
  });
});
