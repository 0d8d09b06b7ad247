import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendWhiteSpace } from '../support/white-space.js';
import { createVisitor } from './support/form-visitor.js';
import { rowCounts } from './support/row-counts.js';
import { startTestApp, type TestApp } from './support/test-app.js';

/** The same mistakes in the web form: an error summary with a link to the field, and nothing stored. */

let app: TestApp;
let visitor: ReturnType<typeof createVisitor>;
beforeAll(async () => {
  app = await startTestApp();
  // One good form all the way; what is wrong afterwards must leave it as it is.
  visitor = createVisitor(app);
  for (const [path, fields] of answers) {
    const response = await visitor.send(path, fields);
    expect([path, response.status]).toEqual([path, 303]);
  }
});
afterAll(() => app.close());

/** Good answers, in the form's order, as far as a paralegal's document review goes. */
const answers: [string, Record<string, string>][] = [
  ['/request/start', { who: 'professional' }],
  ['/request/role', { role: 'paralegal' }],
  [
    '/request/details',
    {
      name: 'Pat Paralegal',
      email: 'pat@legal-aid.example',
      organization: 'Legal Aid',
      state: 'CA',
      licensedIn: '',
      ovcGrantee: 'no',
    },
  ],
  [
    '/request/supervisor',
    { 'supervisor-name': 'Sue', 'supervisor-email': 'sue@legal-aid.example', 'supervisor-role': 'attorney' },
  ],
  ['/request/kind', { kind: 'document-review' }],
  ['/request/document', { documentKind: 't-visa-rfe' }],
  ['/request/documents', { act: 'go-on' }],
  ['/request/topics', { topics: 'immigration' }],
  ['/request/resources', { reviewedResources: 'yes' }],
  ['/request/facts', { facts: 'Facts.', questions: 'Questions?', clientAlias: 'R.' }],
];
const answersTo = (path: string) => answers.find(([of]) => of === path)?.[1] ?? {};

describe('the form', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['who you are, unanswered', '/request/start', { who: '' }, 'who'],
    ['no role', '/request/role', { role: '' }, 'role'],
    ['a role that is none', '/request/role', { role: 'wizard' }, 'role'],
    ['no name', '/request/details', { name: ' ' }, 'name'],
    ['an e-mail without domain', '/request/details', { email: 'pat@' }, 'email'],
    ['no e-mail', '/request/details', { email: '' }, 'email'],
    ['grantee or not, unanswered', '/request/details', { ovcGrantee: '' }, 'ovcGrantee'],
    ['no supervisor', '/request/supervisor', { 'supervisor-name': '' }, 'supervisor-name'],
    [
      'a supervisor without address',
      '/request/supervisor',
      { 'supervisor-email': 'sue' },
      'supervisor-email',
    ],
    [
      'oneself as supervisor',
      '/request/supervisor',
      { 'supervisor-email': 'pat@legal-aid.example' },
      'supervisor-email',
    ],
    [
      'a supervisor of another role',
      '/request/supervisor',
      { 'supervisor-role': 'case-manager' },
      'supervisor-role',
    ],
    ['no kind', '/request/kind', { kind: '' }, 'kind'],
    ['a kind that is none', '/request/kind', { kind: 'phone-call' }, 'kind'],
    ['no document', '/request/document', { documentKind: '' }, 'documentKind'],
    ['no topic', '/request/topics', { topics: '' }, 'topics'],
    ['resources, unanswered', '/request/resources', { reviewedResources: '' }, 'reviewedResources'],
    ['no facts', '/request/facts', { facts: ' ' }, 'facts'],
    ['no questions', '/request/facts', { questions: '' }, 'questions'],
    ['facts of 20,001 characters', '/request/facts', { facts: 'x'.repeat(20_001) }, 'facts'],
    ['a label of 41 characters', '/request/facts', { clientAlias: 'x'.repeat(41) }, 'clientAlias'],
  ])('%s', async (_name, path, change, field) => {
    const before = await rowCounts(app.services.db);
    const response = await visitor.send(path, { ...answersTo(path), ...change });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toMatch(/<title>\s*Error:/);
    expect(html).toContain('govuk-error-summary');
    expect(html).toMatch(new RegExp(`href="#${field}(-\\w+)?"`));
    expect(await rowCounts(app.services.db)).toEqual(before);
  });

  test.each([...answers.map(([path]) => path), '/request/deadline', '/sign-in', '/subscribe'])(
    '%s, half a megabyte of white space in each field',
    async (path) => {
      await sendWhiteSpace(path, {
        open: async (path) => (await visitor.open(path)).text(),
        send: (path, fields) => visitor.send(path, { ...answersTo(path), ...fields }),
      });
    },
  );

  test('a license in no state, of somebody who is asked for it', async () => {
    const attorney = createVisitor(app);
    await attorney.send('/request/start', { who: 'professional' });
    await attorney.send('/request/role', { role: 'attorney' });
    const wrong = { ...answersTo('/request/details'), licensedIn: 'CA, Nowhere' };
    const response = await attorney.send('/request/details', wrong);
    expect([response.status, /href="#licensedIn/.test(await response.text())]).toEqual([422, true]);
  });

  test.each(['survivor', 'member-of-public'])(
    '%s is led to the hotline, and nothing is stored',
    async (who) => {
      const before = await rowCounts(app.services.db);
      const response = await visitor.send('/request/start', { who });
      expect(response.headers.get('location')).toBe('/hotline');
      expect(await (await visitor.open('/hotline')).text()).toContain('1-888-539-2373');
      expect(await rowCounts(app.services.db)).toEqual(before);
    },
  );
});
