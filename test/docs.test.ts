import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadProgram } from '../src/adapters/program/load-program.js';
import { projectRoot } from '../src/project-root.js';
import { FACTS, PEOPLE } from './confidentiality/columns.js';

/** A change of the past names what was there then. */
const PAST = ['CHANGELOG.md'];

/** What is ours, and not built, installed or left by a run. */
const ROOTS = ['docs', 'prisma', 'program', 'scripts', 'src', 'test'];

const listed = (folder: string, recursive: boolean) =>
  readdirSync(join(projectRoot, folder), { recursive, withFileTypes: true });

const all = [
  ...listed('.', false).flatMap((entry) => (entry.isFile() ? entry.name : [])),
  ...ROOTS.flatMap((root) =>
    listed(root, true).flatMap((entry) =>
      entry.isFile() ? relative(projectRoot, join(entry.parentPath, entry.name)) : [],
    ),
  ),
];
const docs = all.filter((file) => file.endsWith('.md') && !PAST.includes(file));

/** Folders as they are named from the project's root, or from within `src` and `test`. */
const FOLDERS = [
  ...ROOTS,
  ...['src', 'test'].flatMap((root) =>
    listed(root, false).flatMap((entry) => (entry.isDirectory() ? entry.name : [])),
  ),
];

test('every file and folder that a document names is there', () => {
  const gone = docs.flatMap((doc) =>
    namedIn(doc)
      .filter((path) => !isThere(path))
      .map((path) => `${doc}: ${path}`),
  );
  expect(gone).toEqual([]);
});

test('every link from a document to another leads to one', () => {
  const gone = docs.flatMap((doc) =>
    [...readFileSync(join(projectRoot, doc), 'utf8').matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].flatMap(
      ([, to = '']) => (existsSync(join(projectRoot, dirname(doc), to)) ? [] : `${doc}: ${to}`),
    ),
  );
  expect(gone).toEqual([]);
});

/** What stands in `…` and is a file of code, or lies in a folder of ours; what "new" stands before, or "(new)" behind, is yet to be made. */
function namedIn(doc: string): string[] {
  const text = readFileSync(join(projectRoot, doc), 'utf8');
  return [...text.matchAll(/(\bnew )?`([\w./-]+)`( \(new\))?/g)].flatMap(([, before, path = '', after]) => {
    const isCode = /\w\.(ts|cts|mjs|njk|scss)$/.test(path);
    const isOurs = path.includes('/') && FOLDERS.includes(path.split('/')[0] ?? '');
    return !before && !after && (isCode || isOurs) ? path : [];
  });
}

/** By its whole path, or by the end of it. */
function isThere(path: string): boolean {
  const end = path.replace(/\/$/, '');
  return all.some((file) => `/${file}`.endsWith(`/${end}`) || `/${file}`.includes(`/${end}/`));
}

test('decisions of the architecture are numbered each by itself, as their titles say', () => {
  const decisions = docs.filter((file) => file.startsWith('docs/adr/'));
  const numbers = decisions.map((file) => Number(/(\d{4})-/.exec(file)?.[1]));
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  const text = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
  const titled = decisions.filter((file, at) => !text(file).startsWith(`# ${numbers[at]}. `));
  expect(titled).toEqual([]);
});

test('what stands in the clear is written down with its reason, and nothing else is', () => {
  const rows = readFileSync(join(projectRoot, 'docs/in-the-clear.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, 3));
  expect(rows.filter(([, why = '']) => why.trim().length < 10)).toEqual([]);
  const written = rows.flatMap(([columns = '']) => columns.match(/[a-z_]+\.[a-z_]+/g) ?? []);
  expect([...written].sort()).toEqual([...PEOPLE, ...FACTS].sort());
});

/** Items of levels 1 and 2 of ASVS 5.0, by chapter: a section, then its numbers. */
const ASVS_ITEMS: Record<string, string> = {
  V1: '1.1-2 2.1-9 3.1-11 4.1-3 5.1-2',
  V2: '1.1-3 2.1-3 3.1-4 4.1',
  V3: '2.1-2 3.1-4 4.1-6 5.1-5 7.1-2',
  V4: '1.1-3 2.1 3.1-2 4.1-4',
  V5: '1.1 2.1-3 3.1-2 4.1-3',
  V6: '1.1-3 2.1-12 3.1-4 4.1-4 5.1-5 6.1-3 8.1-4',
  V7: '1.1-3 2.1-4 3.1-2 4.1-5 5.1-2 6.1-2',
  V8: '1.1-2 2.1-3 3.1 4.1',
  V9: '1.1-3 2.1-4',
  V10: '1.1-2 2.1-2 3.1-4 4.1-11 5.1-5 6.1-2 7.1-3',
  V11: '1.1-2 2.1-3 3.1-3 4.1-4 5.1 6.1',
  V12: '1.1-3 2.1-2 3.1-4',
  V13: '1.1 2.1-5 3.1-2 4.1-5',
  V14: '1.1-2 2.1-4 3.1-3',
  V15: '1.1-3 2.1-3 3.1-7',
  V16: '1.1 2.1-5 3.1-4 4.1-3 5.1-3',
  V17: '1.1 2.1-4 3.1-2',
};

/** `1.1-3,5` of V2: V2.1.1, V2.1.2, V2.1.3, V2.1.5. */
const itemsOf = ([chapter, sections]: [string, string]) =>
  sections.split(' ').flatMap((section) => {
    const [number, ranges = ''] = section.split('.');
    return ranges.split(',').flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, n) => `${chapter}.${number}.${first + n}`);
    });
  });

describe('ASVS 5.0', () => {
  const text = readFileSync(join(projectRoot, 'docs/asvs.md'), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => /^\| V\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const WORDS = ['yes', 'in part', 'no', 'not ours', 'yours'];
  const countOf = (word: string) => rows.filter(([, , , met]) => met === word).length;

  test('each item of levels 1 and 2 has one row, in their order, that says whether it is met and why', () => {
    expect(rows.map(([, item]) => item)).toEqual(Object.entries(ASVS_ITEMS).flatMap(itemsOf));
    for (const [, item, asks = '', met, where = '', ...rest] of rows) {
      expect([item, WORDS.includes(met ?? ''), rest]).toEqual([item, true, ['']]);
      expect([item, asks.split(' ').length <= 12, where.length >= 6]).toEqual([item, true, true]);
      // A yes names what shows it, or says that nothing does.
      if (met === 'yes') expect(`${item} ${where}`).toMatch(/`[^`]+\.\w+`|\]\(|[Nn]ot tested/);
    }
  });

  test('each test that a row names by its title is there', () => {
    const sources = all
      .filter((file) => file.startsWith('test/') && file.endsWith('.ts'))
      .map((file) => readFileSync(join(projectRoot, file), 'utf8'))
      .join('\n');
    const named = rows.flatMap(([, item, , , where = '']) =>
      [...where.matchAll(/› ([^;.`)]+)/g)].map(([, title = '']) => ({ item, title: title.trim() })),
    );
    expect(named.length).toBeGreaterThan(100);
    // `%s (one of its rows)`: what stands behind is ours.
    const begins = (title: string) => title.replace(/ ?\(.*$/, '');
    expect(named.filter(({ title }) => !sources.includes(begins(title)))).toEqual([]);
  });

  test('what is counted and listed at its head is what its rows say, here and on the page of security', () => {
    const counts = [...WORDS.map(countOf), rows.length];
    expect(text).toContain(`\n| ${counts.join(' | ')} |\n`);
    const [, missing = ''] = text.split('## What is missing');
    const [list = ''] = missing.split('\n## ');
    const listed = [...list.matchAll(/\*\*(V[\d.]+)\*\*/g)].map(([, item]) => item);
    const open = rows.flatMap(([, item, , met]) => (met === 'no' || met === 'in part' ? item : []));
    expect(listed.sort()).toEqual(open.sort());
    const [yes, part, no, not, yours, all] = counts;
    const said = `Of ${all} items ${yes} are met, ${part} in part, ${no} not; ${not} are not ours, ${yours} of whoever runs the desk.`;
    expect(readFileSync(join(projectRoot, 'docs/security.md'), 'utf8').replace(/\s+/g, ' ')).toContain(said);
  });
});

test('the lawyer reads the periods that the program has', () => {
  const { retention, privacy } = loadProgram(join(projectRoot, 'program')).program;
  const page = readFileSync(join(projectRoot, 'docs/counsel.md'), 'utf8');
  const years = (days: number) => `${Math.round(days / 365)} years`;
  const said: [string, string][] = [
    [
      'questions, facts, answers',
      `${years(retention.closedRequestDays)} after it was closed or refused; ${retention.withdrawnRequestDays} days`,
    ],
    ['documents sent in', `${retention.uploadedDocumentDays} days`],
    ['questions for a call', `${retention.callQuestionDays} days; ${retention.callRecordDays} days`],
    ['unsent answers', `${retention.unsentAnswerDays} days`],
    ['mails', years(retention.mailLedgerDays)],
    ['who on staff read', years(retention.accessLogDays)],
    ['sign-ins, roles', years(retention.securityEventDays)],
  ];
  for (const [what, period] of said) {
    const row = page.split('\n').find((line) => line.startsWith(`| ${what}`)) ?? '';
    expect([what, row.split('|')[3]]).toEqual([what, expect.stringContaining(period)]);
  }
  expect(page).toContain(`has an answer within ${privacy.answerDays} days`);
});
