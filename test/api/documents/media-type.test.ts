import { describe, expect, test } from '@jest/globals';
import { mediaTypeOf } from '../../../src/usecases/documents/media-type.js';
import { makeZip } from './make-zip.js';

const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n';
const TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const WORD: [string, string] = ['word/document.xml', '<w:document/>'];
const LIST: [string, string] = ['[Content_Types].xml', TYPES];
const PICTURES = Array.from({ length: 1200 }, (_, n): [string, string] => [
  `word/media/image${n}.png`,
  `picture ${n}`,
]);
const heic = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`), Buffer.alloc(32)]);
const utf16 = (words: string, { mark = true, big = false } = {}) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + words, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('good documents are taken', () => {
  test.each<[string, string, Buffer | string, string]>([
    ['a PDF', 'a.pdf', PDF, 'application/pdf'],
    ['after a line break', 'a.pdf', `\r\n${PDF}`, 'application/pdf'],
    ['after several blanks and lines', 'a.pdf', `  \n\n\t${PDF}`, 'application/pdf'],
    ['after a byte order mark', 'a.PDF', `\ufeff${PDF}`, 'application/pdf'],
    ['after a mark and a line break', 'a.pdf', `\ufeff\n${PDF}`, 'application/pdf'],
    ['after a printer’s command', 'a.pdf', `\u001b%-12345X@PJL JOB\r\n${PDF}`, 'application/pdf'],
    ['rich text after a line break', 'a.rtf', '\r\n{\\rtf1\\ansi words}', 'application/rtf'],
    ['a picture of a phone', 'IMG_0001.HEIC', heic('heic'), 'image/heic'],
    ['one of another make', 'a.heic', heic('mif1'), 'image/heif'],
    ['a scan', 'fax.tiff', Buffer.from('II*\0\x08\0\0\0\0\0\0\0\0\0'), 'image/tiff'],
    ['words with accents', 'a.txt', 'Bescheid über „RFE“', 'text/plain'],
    ['words with a mark', 'a.txt', '\ufeffwords', 'text/plain'],
    ['UTF-16 as Notepad saves it', 'a.txt', utf16('Ünïcode words, “quoted”'), 'text/plain'],
    ['UTF-16, the other byte first', 'a.txt', utf16('Ünïcode words', { big: true }), 'text/plain'],
    ['UTF-16 without a mark', 'a.txt', utf16('plain words', { mark: false }), 'text/plain'],
    [
      'UTF-16 without a mark, the other byte first',
      'a.txt',
      utf16('plain words', { mark: false, big: true }),
      'text/plain',
    ],
    [
      'Windows-1252',
      'a.txt',
      Buffer.from([0x93, 0x52, 0x46, 0x45, 0x94, 0x20, 0xfc, 0x85, 0x0d, 0x0a]),
      'text/plain',
    ],
    ['words that begin like a picture', 'a.txt', 'BM Garcia writes', 'text/plain'],
    ['words that begin like a program', 'a.txt', 'MZ is how she signs', 'text/plain'],
    ['pages of words', 'a.txt', 'one\ftwo\r\n\tthree', 'text/plain'],
    ['words with the old mark of the end', 'a.txt', 'words\r\n\u001a', 'text/plain'],
    ['an ellipsis of Windows-1252 alone', 'a.txt', Buffer.from([0x85]), 'text/plain'],
  ])('%s', async (_name, name, content, type) => {
    expect(await mediaTypeOf(name, Buffer.from(content as string))).toBe(type);
  });

  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  test.each<[string, Buffer]>([
    ['the list of parts first', makeZip([LIST, WORD])],
    ['the list of parts last', makeZip([WORD, ['_rels/.rels', ''], LIST])],
    ['the list after a thousand parts', makeZip([WORD, ...PICTURES, LIST])],
    ['a thousand parts after the list', makeZip([LIST, ...PICTURES, WORD])],
    ['sizes learned while writing', makeZip([WORD, ...PICTURES.slice(0, 20), LIST], { streamed: true })],
    ['another name for the words', makeZip([['word/document2.xml', ''], LIST])],
  ])('a Word document: %s', async (_name, content) => {
    expect(await mediaTypeOf('a.docx', content)).toBe(docx);
  });

  test('an OpenDocument text, its mark wherever it stands', async () => {
    const mark: [string, string] = ['mimetype', 'application/vnd.oasis.opendocument.text'];
    const odt = [makeZip([mark, ['content.xml', '']]), makeZip([['content.xml', ''], mark])];
    for (const content of odt) expect(await mediaTypeOf('a.odt', content)).toBe(mark[1]);
  });
});

/** A Word document whose table says so of its first part. */
function unpackingTo(size: number): Buffer {
  const content = makeZip([LIST, WORD]);
  content.writeUInt32LE(size, content.indexOf('PK\x01\x02', 0, 'latin1') + 24);
  return content;
}

describe('what is not what its name says is not taken', () => {
  test.each<[string, string, Buffer | string]>([
    ['a PDF after a page of script', 'a.pdf', `<script>alert(1)</script>${PDF}`],
    ['a page of script after a printer’s command', 'a.pdf', `\u001b%-12345X<script></script>${PDF}`],
    ['a PDF as text', 'a.txt', `\n${PDF}`],
    ['a PDF as Word', 'a.docx', PDF],
    ['any archive as Word', 'a.docx', makeZip([['notes.txt', 'words']])],
    [
      'a spreadsheet as Word',
      'a.docx',
      makeZip([['[Content_Types].xml', TYPES.replace('wordprocessingml.document', 'spreadsheetml.sheet')]]),
    ],
    ['Word with macros', 'a.docx', makeZip([LIST, WORD, ['word/vbaProject.bin', 'x']])],
    ['a Word document cut short', 'a.docx', makeZip([LIST, WORD]).subarray(0, 120)],
    [
      'a table that leads nowhere',
      'a.docx',
      Buffer.from(
        'PK\x05\x06\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
        'latin1',
      ),
    ],
    ['a Word document that unpacks to half a gigabyte', 'a.docx', unpackingTo(500_000_000)],
    ['a film as a picture', 'a.heic', heic('avif')],
    ['bytes as text', 'a.txt', Buffer.from([1, 0, 255])],
    ['bytes without a zero as text', 'a.txt', Buffer.from([0x4d, 0x5a, 0x90, 0x03, 0x04, 0xff])],
    ['white space as text', 'a.txt', ' \t\r\n\f\n '],
    ['breaks and the mark of the end as text', 'a.txt', '\f\f\u001a\u0085'],
    ['one space of no width as text', 'a.txt', '\u200b'],
    ['what shows nothing as text', 'a.txt', '\u200b\u2060\u3164\ufeff\n'],
    ['hard spaces of Windows-1252 as text', 'a.txt', Buffer.from([0xa0, 0x20, 0xad, 0xa0])],
    ['UTF-16 that shows nothing', 'a.txt', utf16('\u3000\u200b\n')],
    ['a bell among words', 'a.txt', 'words\u0007'],
    ['the mark of the end among words', 'a.txt', 'one\u001atwo'],
    ['the control characters beyond ASCII', 'a.txt', 'one\u009btwo'],
    ['half a UTF-16 letter', 'a.txt', utf16('words').subarray(0, 7)],
    ['one byte', 'a.docx', 'P'],
  ])('%s', async (_name, name, content) => {
    expect(await mediaTypeOf(name, Buffer.from(content as string))).toBeNull();
  });
});
