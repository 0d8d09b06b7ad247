import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createPrograms } from '../../../src/adapters/program/create-programs.js';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { readStoredProgram } from '../../../src/adapters/program/stored-program.js';

/**
 * Requests run on under the version of the program they began with: what was stored then must be read for ever. A file for
 * each shape that a program file of ours had, as it was stored.
 */
const FOLDER = 'test/adapters/program/stored';
const FILES = readdirSync(FOLDER);
const stored = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
const current = loadProgram('program');

const WHAT_TO_DO =
  'requests that run under a version of before would stand still: give a setting that is new a default, and widen what one may be';

test.each(FILES)('the program as it was on %s is read', (file) => {
  let problem: unknown = null;
  try {
    readStoredProgram(file, stored(file));
  } catch (error) {
    problem = [(error as Error).message, WHAT_TO_DO];
  }
  expect(problem).toBeNull();
});

test('the shape that the program has now is kept here too', () => {
  const shapes = FILES.map((file) => pathsOf(stored(file)));
  const toStore = 'add stored/<today>.json: the body of its row in program_version, or program.yaml as JSON';
  const now = pathsOf(current.program);
  expect(shapes.some((paths) => paths.join() === now.join()) || [toStore, now]).toBe(true);
});

describe('a stored version', () => {
  const body = stored('2026-11-22.json');
  /** Read where a request runs under it. */
  const byVersion = (row: object) =>
    createPrograms(current).byVersion(
      { programVersion: { findUniqueOrThrow: async () => ({ id: 'v', body: row }) } } as never,
      'v',
    );

  test('has the defaults of what came later', async () => {
    expect(body.retention.callRecordDays).toBeUndefined();
    const { retention, callSeries } = await byVersion(body);
    expect([retention.callRecordDays, callSeries[0]?.pollDays]).toEqual([365, 14]);
  });

  test('loses what went, wherever it stood, and stays as it was stored', async () => {
    const [first, ...others] = body.callSeries;
    const older = { ...body, fax: '555', callSeries: [{ ...first, hosts: 2 }, ...others] };
    const read = await byVersion(older);
    expect(read).toEqual(await byVersion(body));
    expect([older.fax, older.callSeries[0].hosts]).toEqual(['555', 2]);
  });

  test('is not measured by rules that a program file must keep today', async () => {
    // A course that a prerequisite names and nobody offers is a contradiction.
    const older = { ...body, courses: [] };
    expect((await byVersion(older)).courses).toEqual([]);
  });

  test('that lacks a setting without a default says which', async () => {
    const { officeHours: _missing, ...older } = body;
    await expect(byVersion(older)).rejects.toThrow(/version v can't be read: officeHours: /);
  });
});

/** Each setting's path, those of a list's items once. */
function pathsOf(value: unknown, path = ''): string[] {
  const below = Array.isArray(value)
    ? value.flatMap((item) => pathsOf(item, `${path}[]`))
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, item]) => pathsOf(item, `${path}.${name}`))
      : [path];
  return [...new Set(below)].sort();
}
