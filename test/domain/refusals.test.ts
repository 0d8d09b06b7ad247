import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { REFUSALS } from '../../src/domain/refusals/refusals.js';
import { saidIn, says } from '../../src/domain/refusals/says.js';
import { because, refuse, refuseAt, wrongAt } from '../../src/domain/result.js';
import { sourceFiles } from '../support/source-imports.js';

test('a refusal has the code of its reason, and names what its sentence names', () => {
  expect(because('own-draft')).toEqual({ code: 'own-draft', reason: 'own-draft' });
  expect(refuse('fields-wrong', { count: 1 }, [wrongAt('/to', 'active-staff')])).toEqual({
    ok: false,
    problem: {
      code: 'invalid',
      reason: 'fields-wrong',
      params: { count: 1 },
      errors: [{ pointer: '/to', reason: 'active-staff' }],
    },
  });
  expect(refuse('json-needed', [])).toEqual({
    ok: false,
    problem: { code: 'invalid', reason: 'json-needed', errors: [] },
  });
});

test('one that is about a single field says the same of it', () => {
  const params = { from: '2026-11-27', through: '2031-11-27' };
  expect(refuseAt('/date', 'date-out-of-range', params).problem).toEqual({
    code: 'invalid',
    reason: 'date-out-of-range',
    params,
    errors: [{ pointer: '/date', reason: 'date-out-of-range', params }],
  });
});

test('what a schema says is found again; the library’s own words are not taken for it', () => {
  expect(saidIn(says('too-long', { max: 60 }))).toEqual({ reason: 'too-long', params: { max: 60 } });
  expect(saidIn(says('missing'))).toEqual({ reason: 'missing' });
  expect(saidIn('Invalid input: expected string, received number')).toBeNull();
});

/** Without comments. */
const codeOf = (file: string) =>
  readFileSync(file, 'utf8').replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|^\s*\/\/.*$/gm, '');

test('no reason stands there that nobody is refused for', () => {
  const rest = sourceFiles('src')
    .filter((file) => !/^src\/(domain\/refusals|api\/text)\//.test(file))
    .map(codeOf)
    .join('\n');
  expect(Object.keys(REFUSALS).filter((reason) => !rest.includes(`'${reason}'`))).toEqual([]);
});

/** Where sentences stand that nobody reads who asked the desk for something. */
const EXCUSED: { place: RegExp; why: string }[] = [
  {
    place: /^src\/domain\/program\//,
    why: 'what is wrong in program.yaml: read by whoever sets the desk up',
  },
];

test('neither the domain nor a use case speaks a language: sentences are the catalogue’s', () => {
  const spoken = sourceFiles('src')
    .filter((file) => /^src\/(domain|usecases|workflows)\//.test(file))
    .filter((file) => !EXCUSED.some(({ place }) => place.test(file)))
    .flatMap((file) => sentencesIn(codeOf(file)).map((sentence) => `${file}: ${sentence}`));
  expect(spoken).toEqual([]);
});

/** Strings of several words that end as a sentence does; the document of the API has its own, in one language. */
function sentencesIn(code: string): string[] {
  const strings = code
    .replace(/\.describe\(\s*'[^']*',?\s*\)/g, '')
    .matchAll(/'([^'\n]*)'|`([^`\n]*)`|"([^"\n]*)"/g);
  return [...strings]
    .map(([, single, template, double]) => single ?? template ?? double ?? '')
    .filter((words) => /[a-z]+ [^ ].*[.!?]$/.test(words));
}

test('a sentence would be found', () => {
  const code = "refuse('gone'); const words = `A call on some day is over.`; notNow('The call is over.');";
  expect(sentencesIn(code)).toEqual(['A call on some day is over.', 'The call is over.']);
});
