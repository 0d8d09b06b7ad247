import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createPdfWriter } from '../../../src/adapters/pdf/create-pdf-writer.js';
import type { PdfBlock, PdfDocument } from '../../../src/ports/pdf.js';
import { elementsOf, flowing, readPdf } from '../../support/read-pdf.js';

const said = (text: string): PdfBlock => ({ kind: 'paragraph', runs: [{ text }] });

const documentOf = (blocks: PdfBlock[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  title: 'Answer to your request',
  lang: 'en-US',
  head: 'Example Legal Program',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  madeAt: new Date('2054-03-02T17:00:00Z'),
  blocks,
  ...more,
});

const written = async (blocks: PdfBlock[], more?: Partial<PdfDocument>) => {
  const bytes = await createPdfWriter().write(documentOf(blocks, more));
  // Pictures and checks by hand want the file itself.
  if (process.env.PDF_INTO)
    writeFileSync(`${process.env.PDF_INTO}/${expect.getState().currentTestName}.pdf`, bytes);
  return readPdf(bytes);
};

const LETTER: PdfBlock[] = [
  { kind: 'heading', level: 1, runs: [{ text: 'Answer to your request' }] },
  {
    kind: 'paragraph',
    runs: [
      { text: 'An RFE asks for ' },
      { text: 'evidence', bold: true },
      { text: ', read the ' },
      { text: 'practice advisory of January', link: 'https://example.org/advisory?a=1&b=2' },
      { text: ' first. “Año, corazón, ¿qué?” — 5 § 101(a)(15)(T).' },
    ],
  },
  { kind: 'heading', level: 2, runs: [{ text: 'What to file' }] },
  {
    kind: 'list',
    ordered: true,
    items: [
      [said('The cover letter')],
      [
        said('The declaration, with'),
        {
          kind: 'list',
          ordered: false,
          items: [[said('dates')], [{ kind: 'paragraph', runs: [{ text: 'places', italic: true }] }]],
        },
      ],
    ],
  },
  {
    kind: 'quote',
    blocks: [
      said(
        'The regulation says so, and says it at such length that this line is broken at least once, as quotes are.',
      ),
    ],
  },
  { kind: 'code', text: 'if (x)\n    then  y' },
  { kind: 'rule' },
  { kind: 'heading', level: 3, runs: [{ text: 'Who wrote this' }] },
  {
    kind: 'paragraph',
    runs: [
      { text: 'Write to ' },
      { text: 'us', link: 'mailto:desk@example.org' },
      { text: ' or ' },
      { text: 'not', link: 'javascript:alert(1)' },
      { text: '.' },
    ],
  },
];

describe('a letter', () => {
  test('is read aloud in its order, by headings, lists and quotes, and its head and foot are not', async () => {
    const pdf = await written(LETTER);
    expect(pdf).toMatchObject({
      lang: 'en-US',
      title: 'Answer to your request',
      displaysTitle: true,
      pages: 1,
    });
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.bookmarks).toEqual(['Answer to your request', 'What to file', 'Who wrote this']);
    expect(pdf.decoration).toMatch(/Example Legal Program.*Page 1 of 1/);
    expect(pdf.text).not.toMatch(/Page 1 of 1/);
    expect(flowing(pdf.text)).toContain(
      'An RFE asks for evidence, read the practice advisory of January first. “Año, corazón, ¿qué?” — 5 § 101(a)(15)(T).',
    );
    expect(pdf.text.indexOf('What to file')).toBeGreaterThan(pdf.text.indexOf('An RFE'));
    const roles = (role: string) => elementsOf(pdf.tree, role).map(({ words }) => words);
    expect(roles('H1')).toEqual(['Answer to your request']);
    expect(roles('H2')).toEqual(['What to file']);
    expect(roles('H3')).toEqual(['Who wrote this']);
    expect(roles('Lbl')).toEqual(['1.', '2.', '•', '•']);
    expect(roles('LBody')).toEqual([
      'The cover letter',
      expect.stringContaining('The declaration, with'),
      'dates',
      'places',
    ]);
    const second = elementsOf(pdf.tree, 'LI').at(1)?.node;
    expect(elementsOf(second?.children ?? [], 'L')).toHaveLength(1);
    expect(roles('BlockQuote')).toEqual([
      'The regulation says so, and says it at such length that this line is broken at least once, as quotes are.',
    ]);
    expect(roles('Code').join()).toMatch(/if \(x\)\s+then y/);
  });

  test('links where an address of the web or of mail is meant, and nowhere else', async () => {
    const pdf = await written(LETTER);
    expect(pdf.links).toEqual(['https://example.org/advisory?a=1&b=2', 'mailto:desk@example.org']);
    expect(elementsOf(pdf.tree, 'Link').map(({ words }) => words)).toEqual([
      'practice advisory of January',
      'us',
    ]);
  });

  test('keeps its levels of headings without a gap, and begins with the first', async () => {
    const pdf = await written([
      { kind: 'heading', level: 3, runs: [{ text: 'one' }] },
      { kind: 'heading', level: 3, runs: [{ text: 'two' }] },
      { kind: 'heading', level: 1, runs: [{ text: 'three' }] },
      { kind: 'heading', level: 3, runs: [{ text: 'four' }] },
      { kind: 'heading', level: 3, runs: [{ text: ' ' }] },
    ]);
    expect(['H1', 'H2', 'H3'].map((role) => elementsOf(pdf.tree, role).map(({ words }) => words))).toEqual([
      ['one', 'three'],
      ['two', 'four'],
      [],
    ]);
  });

  test('says its language', async () => {
    const pdf = await written([said('Hoja de trabajo')], {
      lang: 'es',
      title: 'Hoja',
      pageOf: (page, pages) => `Página ${page} de ${pages}`,
    });
    expect(pdf.lang).toBe('es');
    expect(pdf.decoration).toContain('Página 1 de 1');
  });
});

describe('whatever is typed', () => {
  test('a word longer than a line is broken, and none of it is lost', async () => {
    const word = 'abcdefghij'.repeat(300);
    const pdf = await written([said(`before ${word} after`)]);
    expect(pdf.text.replace(/\s/g, '')).toBe(`before${word}after`);
    expect(pdf.pages).toBe(1);
  });

  test('a long link is one link, broken over its lines', async () => {
    const link = `https://example.org/${'path/'.repeat(60)}`;
    const pdf = await written([{ kind: 'paragraph', runs: [{ text: link, link }] }]);
    expect(elementsOf(pdf.tree, 'Link').map(({ words }) => words.replaceAll(' ', ''))).toEqual([link]);
    expect(new Set(pdf.links)).toEqual(new Set([link]));
  });

  test('emoji and scripts that no font here has are boxes that say what they stand for', async () => {
    const bytes = await createPdfWriter().write(documentOf([said('Thanks 👩‍👩‍👧 and 谢谢!')]));
    const pdf = await readPdf(bytes);
    expect(pdf.text.trim()).toBe('Thanks □ and □□!');
    expect(pdf.text).not.toContain('\u0000');
  });

  test.each([
    ['controls and marks of direction', 'a\u0000b\u202ec\u200bd\ufeffe', 'abcde'],
    ['halves of characters', 'a\ud83db\udc4dc', 'abc'],
    ['accents by themselves', `e${'\u0301'.repeat(500)}`, null],
    ['no word at all', '   ', ''],
    ['nothing but ends of lines', '\n'.repeat(50), ''],
  ])('%s do no harm', async (_, text, read) => {
    const pdf = await written([said('first'), said(text), said('last')]);
    expect(pdf.text).toMatch(/^first/);
    expect(pdf.text.trim()).toMatch(/last$/);
    if (read !== null) expect(pdf.text.replaceAll('\n', '')).toBe(`first${read}last`);
  });

  test('ten thousand lines run over pages, in order, each page with its number', async () => {
    const lines = Array.from({ length: 10_000 }, (_, line) => `Line ${line} of the answer`);
    const bytes = await createPdfWriter().write(documentOf([said(lines.join('\n'))]));
    const pdf = await readPdf(bytes, { only: (pages) => [1, 2, pages] });
    expect(pdf.pages).toBeLessThan(300);
    const read = pdf.text.match(/Line \d+ of the answer/g) ?? [];
    const ends = read.findIndex((line, at) => line !== lines[at]);
    expect(ends).toBeGreaterThan(80);
    expect(read).toEqual([...lines.slice(0, ends), ...lines.slice(ends - read.length)]);
    expect(pdf.decoration).toContain(`Page ${pdf.pages} of ${pdf.pages}`);
  });

  test('lists in lists without end still leave room for words', async () => {
    let deep: PdfBlock = said('the innermost');
    for (let depth = 0; depth < 12; depth++) deep = { kind: 'list', ordered: false, items: [[deep], []] };
    const pdf = await written([{ kind: 'quote', blocks: [deep] }]);
    expect(pdf.text).toContain('the innermost');
  });
});

describe('words that run from right to left', () => {
  test('are read in the order in which they were typed, among words that do not', async () => {
    const typed = "Her name is שרה כהן (Sarah), her uncle's رضا تهرانی, of the 12 years.";
    const pdf = await written([said(typed), said('היא כתבה לנו אתמול'), said('An item')]);
    expect(flowing(pdf.text)).toBe(`${typed} היא כתבה לנו אתמול An item`);
  });

  test('make one link, whatever its direction', async () => {
    const link = 'https://example.org/';
    const pdf = await written([
      { kind: 'paragraph', runs: [{ text: 'See ' }, { text: 'האתר (12) הרשמי', link }] },
    ]);
    expect(pdf.links).toEqual([link]);
    expect(elementsOf(pdf.tree, 'Link')).toHaveLength(1);
  });
});
