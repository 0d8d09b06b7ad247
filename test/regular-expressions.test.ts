import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseSync } from '@swc/core';
import { check } from 'recheck';
import { REPORT_TIMES } from '../src/adapters/zoom/report-time.js';
import { PATTERNS } from '../src/domain/requests/identifier-warning.js';
import { projectRoot } from '../src/project-root.js';
import { sourceFiles } from './support/source-imports.js';

/**
 * Patterns meet what people type, so none may take time that grows faster than the text: half a megabyte of white
 * space once kept everybody waiting for half a minute. `recheck` finds the text that is slow, if there is one.
 */

interface Pattern {
  where: string;
  source: string;
  flags: string;
}

/** Patterns put together at run time; each entry says why it can't be slow, or is checked below. */
const BUILT: Record<string, string> = {
  'src/adapters/zoom/report-time.ts': 'checked below',
  'src/domain/requests/identifier-warning.ts': 'checked below',
  'src/domain/mail/bounce-report.ts': 'a name of ours and the rest of its line',
  'src/usecases/calls/find-call.ts': 'an id of the program and digits, from end to end',
  'src/api/pages/staff/calls/agenda.ts': 'one name, literally',
  'src/api/http/routes-at.ts': 'a path of ours from end to end, its parts without slashes',
  'src/domain/text/typed.ts': 'one character out of a class',
};

function patternsIn(file: string): { literals: Pattern[]; built: boolean } {
  const literals: Pattern[] = [];
  let built = false;
  const where = relative(projectRoot, file);
  const look = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, pattern, flags, callee } = node as Record<string, unknown>;
    if (type === 'RegExpLiteral') {
      literals.push({ where, source: String(pattern), flags: String(flags) });
    }
    if (type === 'NewExpression' && (callee as { value?: string }).value === 'RegExp') built = true;
    Object.values(node).forEach(look);
  };
  look(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', target: 'es2022' }).body);
  return { literals, built };
}

const files = sourceFiles(join(projectRoot, 'src'));
const found = files.map((file) => ({ file: relative(projectRoot, file), ...patternsIn(file) }));

/** What recheck says against a pattern; null: the time it takes grows with the text and no faster. */
async function slowness({ where, source, flags }: Pattern): Promise<string | null> {
  const told = await check(source, flags, { timeout: 100_000 });
  if (told.status === 'safe') return null;
  // It tries its attack by the clock on the wall, which says little on a busy machine. What grows exponentially is not
  // tried here: it would not end.
  const tried = told.status === 'vulnerable' && told.complexity?.type !== 'exponential';
  if (tried && isLinear(new RegExp(source, flags), told.attack.string)) return null;
  const slow = told.status === 'vulnerable' ? `slow with ${told.attack.pattern}` : 'not told';
  return `${where}: /${source}/${flags} ${slow}`;
}

/** Twice the text takes no more than about twice the work of this process; what takes next to none is no attack. */
function isLinear(pattern: RegExp, attack: string): boolean {
  const workOf = (text: string) => {
    const before = process.cpuUsage();
    for (let n = 0; n < 3; n += 1) text.replace(pattern, '');
    const { user } = process.cpuUsage(before);
    return user / 1_000;
  };
  const half = attack.slice(0, attack.length / 2);
  workOf(half);
  const whole = workOf(attack);
  return whole < 50 || whole < workOf(half) * 3;
}

test('what is slow is found out by trying it, too', () => {
  const attack = `x${' '.repeat(30_000)}x`;
  expect([isLinear(/\s+$/g, attack), isLinear(/x\s/g, attack)]).toEqual([false, true]);
});

test('every pattern of the sources takes linear time', async () => {
  const literals = found.flatMap(({ literals }) => literals);
  const slow: (string | null)[] = [];
  for (const pattern of literals) slow.push(await slowness(pattern));
  expect(slow.filter(Boolean)).toEqual([]);
  expect(literals.length).toBeGreaterThan(100);
}, 300_000);

test('and those put together at run time', async () => {
  expect(found.filter(({ built }) => built).map(({ file }) => file)).toEqual(Object.keys(BUILT).sort());
  const built = [...PATTERNS.map(({ pattern }) => pattern), ...REPORT_TIMES];
  const slow: (string | null)[] = [];
  for (const { source, flags } of built) slow.push(await slowness({ where: 'built', source, flags }));
  expect(slow.filter(Boolean)).toEqual([]);
}, 300_000);
