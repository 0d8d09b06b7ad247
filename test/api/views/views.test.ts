import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parseStates } from '../../../src/api/pages/parts/parse-states.js';
import { safeNext } from '../../../src/api/pages/parts/safe-next.js';
import { readAnswer } from '../../../src/api/pages/requester/answer-page.js';
import { en } from '../../../src/api/text/en/en.js';
import { callWords } from '../../../src/api/text/en/pages/calls/calls.js';
import { createViewEngine } from '../../../src/api/views/create-view-engine.js';
import { linkify } from '../../../src/api/views/linkify.js';
import { pageErrors } from '../../../src/api/views/page-errors.js';
import { renderMarkdown } from '../../../src/api/views/render-markdown.js';
import { projectRoot } from '../../../src/project-root.js';
import { program } from '../pages/form/a-program.js';

const templates = readdirSync(join(projectRoot, 'src/api'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.njk'),
);

describe('every template compiles', () => {
  const env = createViewEngine({ programs: { current: () => ({ versionId: 'x', program }) } });
  test.each(templates)('%s', (name) => {
    expect(() => env.getTemplate(name, true)).not.toThrow();
  });
});

describe('where an answer is written', () => {
  test('what is refused again and again is tried later and later', async () => {
    const { againIn } = await import(pathToFileURL(join(projectRoot, 'src/api/views/assets/editor.js')).href);
    const waits = [0, 1, 2, 3, 50].map(againIn);
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 40_000]);
  });
});

describe('after signing in people stay on this site', () => {
  test.each([
    ['/my/requests/1', true],
    ['/staff?status=open', true],
    ['/', true],
    ['//evil.example', false],
    ['/\\evil.example', false],
    ['https://evil.example', false],
    ['javascript:alert(1)', false],
    ['/a b', false],
    ['', false],
    [undefined, false],
    [['/x'], false],
  ])('%s', (next, allowed) => {
    expect(safeNext(next)).toBe(allowed ? next : null);
  });
});

test('program pages are escaped, with headings, lists and phone links', () => {
  const html = renderMarkdown('# Title\n\nCall 1-888-539-2373 <b>\n\n- one\n- two\n  more\n\n**Bold**');
  expect(html).toContain('<h1 class="govuk-heading-l">Title</h1>');
  expect(html).toContain('<a class="govuk-link" href="tel:1-888-539-2373">');
  expect(html).toContain('&lt;b&gt;');
  expect(html).toContain('<li>one</li><li>two more</li>');
  expect(html).toContain('<strong>Bold</strong>');
});

test('links in a mail can be clicked, and nothing else is markup', () => {
  expect(linkify('<i> https://desk.example/a?b=1&c=2 end')).toBe(
    '&lt;i&gt; <a class="govuk-link" href="https://desk.example/a?b=1&amp;c=2">https://desk.example/a?b=1&amp;c=2</a> end',
  );
});

test('what ends a sentence is no part of a link', () => {
  expect(linkify('(see https://a.example/b.pdf).')).toBe(
    '(see <a class="govuk-link" href="https://a.example/b.pdf">https://a.example/b.pdf</a>).',
  );
});

test('states by name, code, any case; what isn’t one is named', () => {
  expect(parseStates('ca, Nevada; new york\nD.C., Atlantis')).toEqual({
    codes: ['CA', 'NV', 'NY'],
    unknown: ['D.C.', 'Atlantis'],
  });
});

test('a field’s first error is told, with a link to it', () => {
  const errors = pageErrors(en, [
    { pointer: '/requester/email', message: 'One.' },
    { pointer: '/requester/email', message: 'Two.' },
    { pointer: '/topics/3', message: 'Three.' },
    { pointer: '', message: 'Four.' },
  ]);
  expect(errors.summary).toEqual([
    { text: 'One.', href: '#requester-email' },
    { text: 'Three.', href: '#topics' },
    { text: 'Four.' },
  ]);
  expect(errors.byField['requester-email']).toEqual({ text: 'One.', visuallyHiddenText: 'Error' });
});

test.each([
  ['attorney', 'every Wednesday, 12:00 PM to 1:00 PM Pacific Time'],
  ['case-manager', 'every fourth Thursday of the month, 12:00 PM to 1:00 PM Pacific Time'],
])('the call of a %s in words', (role, when) => {
  const id = program.roles.find((one) => one.id === role)?.call;
  const series = program.callSeries.find((one) => one.id === id);
  expect(series && callWords(series, program.zone).when).toBe(when);
});

describe('answering our question', () => {
  const supervisor = {
    'supervisor-name': 'Kim',
    'supervisor-email': 'kim@x.example',
    'supervisor-role': 'attorney',
  };
  test.each([
    ['an empty answer', { answer: ' ' }, false, ['/answer']],
    ['an A-number nobody checked', { answer: 'A123456789' }, false, ['/identifiersChecked']],
    ['an A-number that was checked', { answer: 'A123456789', identifiersChecked: 'yes' }, false, []],
    [
      'another supervisor missing',
      { answer: 'Hm.' },
      true,
      ['/supervisor-name', '/supervisor-email', '/supervisor-role'],
    ],
    ['another supervisor, no words', { ...supervisor, answer: '' }, true, []],
  ])('%s', (_name, fields, needsSupervisor, pointers) => {
    const read = readAnswer(en, fields, needsSupervisor);
    expect(read.ok ? [] : read.problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

test('every form that is posted is drawn by the kit, so that none loses what was typed', () => {
  const posts = (name: string) =>
    /<form\b[^<>]*\bmethod="?post/i.test(readFileSync(join(projectRoot, 'src/api', name), 'utf8'));
  // What failed is sent once more as it was, whatever page it came from.
  expect(templates.filter(posts).sort()).toEqual(['pages/kit/form.njk', 'views/error.njk']);
});
