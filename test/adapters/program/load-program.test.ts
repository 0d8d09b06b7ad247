import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { ProgramError } from '../../../src/adapters/program/problem.js';
import { programCheck } from '../../../src/cli/program-check.js';

const good = readFileSync('program/program.yaml', 'utf8');
let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'program-'));
  file = join(dir, 'program.yaml');
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('loading a program', () => {
  test('a program that cannot work stops the start with each line to change', () => {
    writeFileSync(file, good.replace("opens: '09:00'", 'opens: 9').replace('lapseDays: 60', 'lapseDays: 5'));
    let caught: unknown;
    try {
      loadProgram(dir);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ProgramError);
    const lines = (caught as ProgramError).message.split('\n');
    expect(lines[0]).toBe(`${file} has 2 problems:`);
    expect(lines[1]).toMatch(/^ {2}program\.yaml:\d+:3 officeHours\.opens: must be text: put it in quotes/);
    expect(lines[2]).toMatch(/^ {2}program\.yaml:\d+:3 prerequisites\.lapseDays: must be later/);
    expect(lines).toHaveLength(3);
  });

  test.each([
    ['a comment more', true, `# reviewed in November\n${good}`],
    ['parts in another order', true, reordered()],
    ['nothing said of the language of mails', true, good.replace('  language: en\n', '')],
    ['another promise', false, good.replace('promiseBusinessDays: 15', 'promiseBusinessDays: 20')],
  ])('%s (same version: %p)', (_, same, text) => {
    writeFileSync(file, text);
    expect(loadProgram(dir).versionId === loadProgram('program').versionId).toBe(same);
    expect(loadProgram(dir).text).toBe(text);
  });

  test('a folder without a program says which folder is meant', () => {
    expect(() => loadProgram(join(dir, 'nowhere'))).toThrow(/PROGRAM_DIR must be the folder/);
  });

  test('a file in an old encoding is refused, not read with broken letters', () => {
    writeFileSync(file, Buffer.from(good.replace('shortName: CAST', 'shortName: Caf\u00e9'), 'latin1'));
    expect(() => loadProgram(dir)).toThrow(
      expect.objectContaining({
        problems: [{ line: 1, column: 1, path: '', message: expect.stringContaining('UTF-8') }],
      }),
    );
  });
});

describe('desk program check', () => {
  test.each([
    ['a program that works', good, 0, /nothing wrong/],
    ['a program that does not', good.replace('zone: America/Los_Angeles', 'zone: PST'), 1, /1 problem\.$/],
  ])('%s', async (_, text, code, last) => {
    writeFileSync(file, text);
    const printed: string[] = [];
    expect(await programCheck(file, (line) => printed.push(line))).toBe(code);
    expect(printed.at(-1)).toMatch(last);
    expect(await programCheck(dir, () => {})).toBe(code);
  });

  test('it warns of what has no link, with counts, and that is nothing wrong', async () => {
    const text = good.replace(
      'title: T Visas Part 1,',
      'title: T Visas Part 1, url: https://courses.example/t1,',
    );
    writeFileSync(file, text);
    const printed: string[] = [];
    expect(await programCheck(file, (line) => printed.push(line))).toBe(0);
    const warned = printed.filter((line) => line.includes('warning'));
    expect(warned.map((line) => /warning: (\S+: \d+ of \d+)/.exec(line)?.[1])).toEqual([
      'courses: 2 of 3',
      'workshops: 2 of 2',
      'resources: 12 of 12',
      'referrals.lists: 1 of 1',
    ]);
    expect(warned[0]).toMatch(/: human-trafficking-defined, emp-analysis-workshop$/);
  });

  test('it warns of passages past their last good day', async () => {
    const one = (id: string, until: string) =>
      `  - { id: ${id}, title: ${id}, topics: [], body: Words, reviewed: 2053-01-01, outdatedAfter: ${until} }`;
    const list = ['snippets:', one('old', '2054-03-01'), one('good', '2054-03-02')].join('\n');
    writeFileSync(file, good.replace('snippets: []', list));
    const printed: string[] = [];
    const now = new Date('2054-03-02T20:00:00Z');
    expect(await programCheck(file, (line) => printed.push(line), now)).toBe(0);
    expect(printed.filter((line) => line.includes('snippets'))).toEqual([
      expect.stringMatching(/snippets: 1 of 2 past .*: old$/),
    ]);
  });

  test('a file that is not there', async () => {
    const printed: string[] = [];
    expect(await programCheck(join(dir, 'other.yaml'), (line) => printed.push(line))).toBe(2);
    expect(printed).toEqual([expect.stringContaining('there is no such file')]);
  });
});

/** The same program with its first part moved to the end. */
function reordered(): string {
  const start = good.indexOf('organization:');
  const end = good.indexOf('zone:');
  return good.slice(end) + good.slice(start, end);
}
