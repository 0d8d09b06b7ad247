import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import fc from 'fast-check';
import { blocksHtml, markdownHtml } from '../../../src/api/views/markdown-html.js';
import { type Block, type Inline, MOST_DEPTH } from '../../../src/domain/text/blocks.js';
import { readMarkdown } from '../../../src/domain/text/read-markdown.js';
import { safeAddress, webAddressAt } from '../../../src/domain/text/web-addresses.js';

describe('what is written in Markdown', () => {
  test.each([
    [
      'paragraphs and their lines',
      'Dear counsel,\nthank you.\n\nIn short:',
      '<p>Dear counsel,<br>thank you.</p> <p>In short:</p>',
    ],
    [
      'bold and emphasis',
      'The **RFE** asks for *means*.',
      '<p>The <strong>RFE</strong> asks for <em>means</em>.</p>',
    ],
    ['headings, from the highest one used', '## Act\n#### Means', '<h2>Act</h2> <h3>Means</h3>'],
    ['no heading skips a level', '# A\n### B\n# C', '<h2>A</h2> <h3>B</h3> <h2>C</h2>'],
    ['a list', '- one\n- two\n  - within', '<ul><li>one</li><li>two<ul><li>within</li></ul></li></ul>'],
    [
      'the numbers that were written',
      '1. one\n4. four',
      '<ol><li value="1">one</li><li value="4">four</li></ol>',
    ],
    ['a quotation and a rule', '> the notice\n\n---\n', '<blockquote><p>the notice</p></blockquote> <hr>'],
    [
      'a link',
      '[the rubric](https://a.example/b "PDF")',
      '<p><a href="https://a.example/b">the rubric (PDF)</a></p>',
    ],
    [
      'an address in a sentence',
      'See https://a.example/_b_/c_(d). Or',
      '<p>See <a href="https://a.example/_b_/c_(d)">https://a.example/_b_/c_(d)</a>. Or</p>',
    ],
    [
      'an address in brackets',
      '(https://a.example)',
      '<p>(<a href="https://a.example/">https://a.example</a>)</p>',
    ],
    ['mail', '<help@a.example>', '<p><a href="mailto:help@a.example">help@a.example</a></p>'],
    ['HTML is text', '<b onclick=x>no</b>', '<p>&lt;b onclick=x&gt;no&lt;/b&gt;</p>'],
    ['so are pictures', '![x](https://a.example/b.png)', '<p>!<a href="https://a.example/b.png">x</a></p>'],
    [
      'and entities, tables, code',
      '&lt;b&gt; `x`\n|a|b|\n|-|-|',
      '<p>&amp;lt;b&amp;gt; `x`<br>|a|b|<br>|-|-|</p>',
    ],
    ['blanks before a line mean nothing', '    8 C.F.R. § 214.11', '<p>8 C.F.R. § 214.11</p>'],
    ['dashes below a line make no heading', 'Signed\n---', '<p>Signed</p> <hr>'],
    ['a year begins no list', 'passed in\n1996. That', '<p>passed in<br>1996. That</p>'],
    [
      'statutes stay',
      'INA § 101(a)(15)(T)(i)(I)–(IV), 8 U.S.C. § 1101 [sic] *',
      '<p>INA § 101(a)(15)(T)(i)(I)–(IV), 8 U.S.C. § 1101 [sic] *</p>',
    ],
    ['nothing', ' \n', ''],
  ])('%s', (_name, typed, html) => {
    expect(bare(markdownHtml(typed))).toBe(html);
  });

  test('on a page it looks like one, its headings stand below the one above it', () => {
    expect(markdownHtml('# A\n\nb', 2)).toBe(
      '<h3 class="govuk-heading-m">A</h3>\n<p class="govuk-body">b</p>',
    );
    expect(markdownHtml('[x](https://a.example/y)')).toContain(
      '<a class="govuk-link" href="https://a.example/y" rel="noopener noreferrer nofollow">x</a>',
    );
  });
});

describe('links lead to the web and to mail alone', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '/staff',
    '//evil.example',
    'https:///evil.example',
    'https:\\\\evil.example',
    'https://uscis.gov@evil.example/',
    'https://',
    'mailto:a@b.example?bcc=c@d.example',
    'mailto:a@b.example,c@d.example',
    '#top',
    'ftp://a.example',
  ])('never to %s', (href) => {
    expect(safeAddress(href)).toBeNull();
    for (const typed of [
      `[x](${href})`,
      `[x](<${href}>)`,
      `<${href}>`,
      `![x](${href})`,
      `[x]: ${href}\n\n[x]`,
    ]) {
      expect(load(markdownHtml(typed))('a[href]').length).toBe(0);
    }
  });

  test.each([
    ['https://a.example/x?y=1&z=2#w', 'https://a.example/x?y=1&z=2#w'],
    ['HTTP://A.example', 'http://a.example/'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['https://a.example/"onmouseover="x', 'https://a.example/%22onmouseover=%22x'],
    ['mailto:help@a.example', 'mailto:help@a.example'],
  ])('but to %s', (href, written) => {
    expect(safeAddress(href)).toBe(written);
  });

  test.each([
    ['https://a.example/b).', 'https://a.example/b'],
    ['https://a.example/b_(c))', 'https://a.example/b_(c)'],
    ['https://a.example/b**', 'https://a.example/b'],
    ['https://a@b.example', null],
    ['https://', null],
    ['xhttps://a.example', null],
  ])('an address in a text ends before what is not its own: %s', (text, address) => {
    expect(webAddressAt(text, 0)).toBe(address);
  });
});

describe('whatever is typed', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '[',
      ']',
      '(',
      ')',
      '](',
      '](https://a.example',
      '<',
      '>',
      '> ',
      '# ',
      '- ',
      '1. ',
      '9) ',
    ),
    fc.constantFrom(
      '\n',
      '\n\n',
      '    ',
      '\t',
      '`',
      '```\n',
      '---',
      '![',
      '&amp;',
      '\\',
      '"',
      '|',
      '<b>',
      ' ',
      'https://',
    ),
    fc.constantFrom('javascript:', 'mailto:', 'word', 'https://a.example/x', '\u202e', '😀', '\r\n'),
    fc.string(),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test.each(['[]()', '[words]()', '[words](<>)', '[a](javascript:b)'])(
    '%s leads nowhere, and is no link',
    (typed) => {
      expect(markdownHtml(typed)).not.toContain('<a');
      holdsNothingElse(typed);
    },
  );

  test('an address with ü is one the thousandth time too', () => {
    const read = Array.from({ length: 50_000 }, (_, n) =>
      safeAddress(n % 2 ? 'https://bücher.example/' : `https://a.example/${n}`),
    );
    expect(read.filter((one) => one === null)).toEqual([]);
  });

  test('the HTML holds nothing but what is let in', () => {
    fc.assert(fc.property(text, holdsNothingElse), { numRuns: 1_000 });
  });

  test('no word is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.stringMatching(/^ k[0-9]{1,6}z $/)), { maxLength: 60 }),
        (pieces) => {
          const typed = pieces.join('');
          const words = typed.match(/k\d+z/g) ?? [];
          const page = load(markdownHtml(typed));
          const read =
            page('body').text() +
            page('a')
              .toArray()
              .map((a) => a.attribs.href)
              .join(' ');
          expect(words.filter((word) => !read.includes(word))).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['quotes in quotes, ten thousand deep', `${'>'.repeat(10_000)} end`],
    ['lists in lists', `${Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n')}\nend`],
    ['lists on one line', `${'- '.repeat(10_000)}end`],
    ['a megabyte of brackets', `${'['.repeat(1_000_000)}end`],
    ['as many brackets as are read', `${'['.repeat(90_000)}end`],
    ['brackets that close', `${'['.repeat(40_000)}x${']'.repeat(40_000)}end`],
    ['links that never end', `${'[a](<b'.repeat(14_000)}end`],
    ['links within links', `${'[a]('.repeat(24_000)}end`],
    ['titles that never end', `${'[a](https://b.example "c'.repeat(3_500)}end`],
    ['stars', `${'*'.repeat(45_000)}x${'*'.repeat(45_000)}end`],
    ['stars one by one', `${'*a **b '.repeat(14_000)}end`],
    ['stars and underscores', `${'*a_ '.repeat(24_000)}end`],
    ['addresses', `${'https://'.repeat(12_000)}end`],
    ['colons', `${'http:'.repeat(19_000)}end`],
    ['brackets in an address', `https://a.example/${'('.repeat(90_000)}end`],
    ['backslashes', `${'\\'.repeat(99_000)}end`],
    ['less-than signs', `${'<a@'.repeat(30_000)}end`],
    ['headings', `${'# x\n'.repeat(24_000)}end`],
    ['white space', `a${' '.repeat(99_000)}end`],
    ['empty lines', `${'\n'.repeat(99_000)}end`],
    ['quoted lines', `${'> > a\n'.repeat(16_000)}end`],
    ['lines of items', `${'- a\n'.repeat(24_000)}end`],
  ])('%s: read, safe, and nothing lost', (_name, typed) => {
    const blocks = readMarkdown(typed);
    expect(depthOf(blocks)).toBeLessThanOrEqual(2 * MOST_DEPTH.blocks + MOST_DEPTH.inline + 2);
    expect(blocksHtml(blocks)).toContain('end');
    holdsNothingElse(typed);
  });
});

const TAGS = ['p', 'br', 'strong', 'em', 'a', 'ul', 'ol', 'li', 'blockquote', 'hr', 'h2', 'h3', 'h4'];
const ATTRIBUTES = ['class', 'data-says-so', 'href', 'rel', 'value'];

function holdsNothingElse(typed: string): void {
  const elements = load(markdownHtml(typed))('body *').toArray();
  expect(elements.map(({ name }) => name).filter((name) => !TAGS.includes(name))).toEqual([]);
  const attributes = elements.flatMap(({ attribs }) => Object.entries(attribs));
  expect(attributes.filter(([name]) => !ATTRIBUTES.includes(name))).toEqual([]);
  const addresses = attributes.filter(([name]) => name === 'href').map(([, href]) => href);
  expect(addresses.filter((href) => !/^(https?:\/\/|mailto:)[!-~]+$/.test(href))).toEqual([]);
  const levels = elements.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => Number(name[1]));
  expect(levels.filter((level, at) => level > (levels[at - 1] ?? 1) + 1)).toEqual([]);
}

function depthOf(content: readonly (Block | Inline)[]): number {
  return Math.max(
    0,
    ...content.map((one) => {
      if (one.type === 'list') return 1 + Math.max(0, ...one.items.map(({ blocks }) => depthOf(blocks)));
      if (one.type === 'quote') return 1 + depthOf(one.blocks);
      return 'content' in one ? 1 + depthOf(one.content) : 1;
    }),
  );
}

/** Without the classes of the design and what every link has. */
const bare = (html: string) =>
  html.replaceAll(/ (class|rel)="[^"]*"| data-says-so/g, '').replaceAll('\n', ' ');
