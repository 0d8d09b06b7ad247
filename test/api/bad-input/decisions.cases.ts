import { describe, test } from '@jest/globals';
import { app, expectProblem, FAR_DATES, id, key } from './site.js';

describe('decisions and answers', () => {
  const at = (path: string) => `/api/v1/ta-requests/${id}/${path}`;
  test.each<[string, string, unknown, string]>([
    ['no kind', 'decisions', {}, '/kind'],
    ['an unknown kind', 'decisions', { kind: 'ignore' }, '/kind'],
    ['to nobody', 'decisions', { kind: 'assign' }, '/to'],
    ['to a stranger', 'decisions', { kind: 'assign', to: 'nobody@elsewhere.example' }, '/to'],
    ['to a name', 'decisions', { kind: 'assign', to: 'Ada' }, '/to'],
    ['a question without words', 'decisions', { kind: 'request-information', question: ' ' }, '/question'],
    ['sent nowhere', 'decisions', { kind: 'redirect', to: 'the-moon' }, '/to'],
    ['declined without reason', 'decisions', { kind: 'decline', policy: 'scope' }, '/reason'],
    [
      'declined for no known policy',
      'decisions',
      { kind: 'decline', reason: 'x', policy: 'mood' },
      '/policy',
    ],
    [
      'extended by half a day',
      'decisions',
      { kind: 'extend', businessDays: 0.5, reason: 'x' },
      '/businessDays',
    ],
    ['extended by nothing', 'decisions', { kind: 'extend', businessDays: 0, reason: 'x' }, '/businessDays'],
    ['extended by “five”', 'decisions', { kind: 'extend', businessDays: '5', reason: 'x' }, '/businessDays'],
    ['a draft without words', 'decisions', { kind: 'draft-response', body: '' }, '/body'],
    [
      'a draft of 20,001 characters',
      'decisions',
      { kind: 'draft-response', body: 'x'.repeat(20_001) },
      '/body',
    ],
    ['merged into nothing', 'decisions', { kind: 'merge', into: 'TA-2026-0001' }, '/into'],
    ['merged into a stranger', 'decisions', { kind: 'merge', into: crypto.randomUUID() }, '/into'],
    ['urgent in words', 'decisions', { kind: 'reprioritise', urgent: 'very', reason: 'x' }, '/urgent'],
    ['a field of another decision', 'decisions', { kind: 'close', reason: 'x' }, '/reason'],
    [
      'a court date that is none',
      'decisions',
      { kind: 'change-deadline', courtOrFilingDeadline: 'x' },
      '/courtOrFilingDeadline',
    ],
    ...FAR_DATES.map((date): [string, string, unknown, string] => [
      `a court date on ${date}`,
      'decisions',
      { kind: 'change-deadline', courtOrFilingDeadline: { kind: 'court', date } },
      '/courtOrFilingDeadline/date',
    ]),
    ['an answer without words', 'information', { answer: '' }, '/answer'],
    ['an answer under another name', 'information', { text: 'x' }, '/text'],
    ['a withdrawal with an unknown field', 'withdrawal', { because: 'x' }, '/because'],
    ['a confirmation in words', 'supervisor-confirmation', { confirms: 'yes' }, '/confirms'],
  ])('%s', async (_name, path, body, pointer) => {
    await expectProblem(await app.call(at(path), { key, body }), 422, 'invalid', pointer);
  });
});
