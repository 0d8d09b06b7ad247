import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
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
