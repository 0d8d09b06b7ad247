import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { submissionSchema } from '../../src/domain/requests/submission.schema.js';
import { rowCounts } from './support/row-counts.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

/** What people and machines get wrong: each a precise problem document, and nothing stored. */

let app: TestApp;
let key: string;
let id: string;
let before: Record<string, number>;
beforeAll(async () => {
  app = await startTestApp();
  key = await app.newKey('admin');
  const created = await app.call('/api/v1/ta-requests', {
    key,
    body: goodSubmission({ facts: 'the one there is' }),
  });
  id = ((await created.json()) as { id: string }).id;
});
afterAll(() => app.close());
beforeEach(async () => {
  before = await rowCounts(app.services.db);
});
afterEach(async () => {
  expect(await rowCounts(app.services.db)).toEqual(before);
});

/** Slips of the hand, seen from November 2, 2026, and dates at the edges of what a date can be. */
const FAR_DATES = [
  '2025-11-01',
  '2036-11-03',
  '3026-12-18',
  '9998-12-31',
  '9999-12-31',
  '0000-01-01',
  '0026-12-18',
  '2027-02-29',
];

interface Problem {
  type: string;
  code: string;
  status: number;
  title: string;
  detail: string;
  errors: { pointer: string; message: string }[];
}

async function expectProblem(response: Response, status: number, code: string, pointer?: string) {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = (await response.json()) as Problem;
  expect(problem).toMatchObject({ code, status, type: `https://ta-desk.example/problems/${code}` });
  expect(response.status).toBe(status);
  expect(problem.detail.length).toBeGreaterThan(10);
  if (pointer !== undefined) expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
  for (const { message } of problem.errors) expect(message.length).toBeGreaterThan(5);
}

const requester = (change: Record<string, unknown>) => ({
  requester: { ...(goodSubmission().requester as object), ...change },
});
const supervised = (supervisor: unknown) => ({ ...requester({ role: 'paralegal' }), supervisor });
const lead = { name: 'Sue Visor', email: 'sue@legal-aid.example', role: 'attorney' };
const review = (change: Record<string, unknown>) => ({ kind: 'document-review', ...change });

describe('submissions', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['no requester', { requester: undefined }, 'invalid', '/requester'],
    ['a requester in words', { requester: 'Ada' }, 'invalid', '/requester'],
    ['no name', requester({ name: undefined }), 'invalid', '/requester/name'],
    ['a name of spaces', requester({ name: '   ' }), 'invalid', '/requester/name'],
    ['a name of 201 characters', requester({ name: 'x'.repeat(201) }), 'invalid', '/requester/name'],
    [
      'a name with a line break',
      requester({ name: 'Ada\nBcc: all@example.org' }),
      'invalid',
      '/requester/name',
    ],
    ['a name with NUL', requester({ name: 'Ada\u0000' }), 'invalid', '/requester/name'],
    ['a name with a C1 control', requester({ name: 'Ada\u0085' }), 'invalid', '/requester/name'],
    ['a name of zero-width spaces', requester({ name: '\u200b\u200b' }), 'invalid', '/requester/name'],
    ['a name of a Hangul filler', requester({ name: '\u3164' }), 'invalid', '/requester/name'],
    ['a name of soft hyphens', requester({ name: '\u00ad' }), 'invalid', '/requester/name'],
    ['a name that turns the line', requester({ name: 'Ada\u202eevil' }), 'invalid', '/requester/name'],
    ['a name with an isolate', requester({ name: '\u2066Ada' }), 'invalid', '/requester/name'],
    ['a name with half an emoji', requester({ name: 'Ada \ud83d' }), 'invalid', '/requester/name'],
    [
      'an organization that shows nothing',
      requester({ organization: '\u2060' }),
      'invalid',
      '/requester/organization',
    ],
    ['a role with NUL', requester({ role: 'attor\u0000ney' }), 'invalid', '/requester/role'],
    ['a topic with NUL', { topics: ['immi\u0000gration'] }, 'invalid', '/topics/0'],
    ['facts with NUL', { facts: 'Facts\u0000 of a case' }, 'invalid', '/facts'],
    ['facts with an escape', { facts: 'Facts \u001b[31m' }, 'invalid', '/facts'],
    ['facts with a form feed', { facts: 'Facts\fmore' }, 'invalid', '/facts'],
    ['facts that show nothing', { facts: '\u200b\n\u200b' }, 'invalid', '/facts'],
    ['questions with DEL', { questions: 'Why\u007f?' }, 'invalid', '/questions'],
    ['a label with NUL', { clientAlias: 'R\u0000' }, 'invalid', '/clientAlias'],
    ['no e-mail', requester({ email: undefined }), 'invalid', '/requester/email'],
    ['an e-mail without domain', requester({ email: 'ada@' }), 'invalid', '/requester/email'],
    ['two e-mails', requester({ email: 'a@x.example,b@x.example' }), 'invalid', '/requester/email'],
    [
      'an e-mail with a header',
      requester({ email: 'a@x.example\r\nBcc: b@x.example' }),
      'invalid',
      '/requester/email',
    ],
    [
      'an e-mail of 255 characters',
      requester({ email: `${'a'.repeat(245)}@x.example` }),
      'invalid',
      '/requester/email',
    ],
    ['no role', requester({ role: undefined }), 'invalid', '/requester/role'],
    ['an unknown role', requester({ role: 'wizard' }), 'invalid', '/requester/role'],
    ['a survivor', requester({ role: 'survivor' }), 'role-not-served', ''],
    ['a member of the public', requester({ role: 'member-of-public' }), 'role-not-served', ''],
    [
      'a survivor who leaves the rest out',
      { requester: { role: 'survivor' }, facts: undefined },
      'role-not-served',
      '',
    ],
    ['a state that is none', requester({ state: 'California' }), 'invalid', '/requester/state'],
    ['a licence in no state', requester({ licensedIn: ['CA', 'XX'] }), 'invalid', '/requester/licensedIn/1'],
    ['licences as text', requester({ licensedIn: 'CA' }), 'invalid', '/requester/licensedIn'],
    ['a grantee as text', requester({ ovcGrantee: 'yes' }), 'invalid', '/requester/ovcGrantee'],
    ['an unknown field', { clientName: 'Maria' }, 'invalid', '/clientName'],
    ['an unknown field inside', requester({ phone: '555-0100' }), 'invalid', '/requester/phone'],
    ['no kind', { kind: undefined }, 'invalid', '/kind'],
    ['an unknown kind', { kind: 'phone-call' }, 'invalid', '/kind'],
    ['a review without document', review({}), 'invalid', '/documentKind'],
    ['an unknown document', review({ documentKind: 'green-card' }), 'invalid', '/documentKind'],
    ['a document without review', { documentKind: 't-visa-rfe' }, 'invalid', '/documentKind'],
    [
      'another document, T visa or not unsaid',
      review({ documentKind: 'other-document' }),
      'invalid',
      '/tVisaRelated',
    ],
    [
      'T visa or not in words',
      review({ documentKind: 'other-document', tVisaRelated: 'maybe' }),
      'invalid',
      '/tVisaRelated',
    ],
    [
      'the first declaration',
      review({ documentKind: 't-visa-initial-declaration' }),
      'document-kind-not-reviewed',
      '/documentKind',
    ],
    ['no topics', { topics: [] }, 'invalid', '/topics'],
    ['a topic as text', { topics: 'immigration' }, 'invalid', '/topics'],
    ['an unknown topic', { topics: ['immigration', 'taxes'] }, 'invalid', '/topics/1'],
    ['twenty-one topics', { topics: Array(21).fill('immigration') }, 'invalid', '/topics'],
    ['no facts', { facts: undefined }, 'invalid', '/facts'],
    ['facts of spaces', { facts: ' \n ' }, 'invalid', '/facts'],
    ['facts of 20,001 characters', { facts: 'x'.repeat(20_001) }, 'invalid', '/facts'],
    ['facts as a list', { facts: ['a', 'b'] }, 'invalid', '/facts'],
    ['no questions', { questions: '' }, 'invalid', '/questions'],
    ['a label of 41 characters', { clientAlias: 'x'.repeat(41) }, 'invalid', '/clientAlias'],
    ['the scope not acknowledged', { acknowledgesScope: false }, 'invalid', '/acknowledgesScope'],
    ['the scope left out', { acknowledgesScope: undefined }, 'invalid', '/acknowledgesScope'],
    ['a deadline in words', { courtOrFilingDeadline: 'soon' }, 'invalid', '/courtOrFilingDeadline'],
    [
      'a deadline of an unknown kind',
      { courtOrFilingDeadline: { kind: 'wedding', date: '2026-12-18' } },
      'invalid',
      '/courtOrFilingDeadline/kind',
    ],
    [
      'a deadline on a day that does not exist',
      { courtOrFilingDeadline: { kind: 'court', date: '2026-02-30' } },
      'invalid',
      '/courtOrFilingDeadline/date',
    ],
    [
      'a deadline as a moment',
      { courtOrFilingDeadline: { kind: 'court', date: '2026-12-18T10:00:00Z' } },
      'invalid',
      '/courtOrFilingDeadline/date',
    ],
    ...FAR_DATES.map((date): [string, Record<string, unknown>, string, string] => [
      `a deadline on ${date}`,
      { courtOrFilingDeadline: { kind: 'court', date } },
      'invalid',
      '/courtOrFilingDeadline/date',
    ]),
    ['a paralegal without supervisor', supervised(undefined), 'supervisor-required', '/supervisor'],
    [
      'a law student without supervisor',
      requester({ role: 'law-student' }),
      'supervisor-required',
      '/supervisor',
    ],
    [
      'a paralegal who supervises herself',
      supervised({ ...lead, email: 'ADA@legal-aid.example' }),
      'supervisor-required',
      '/supervisor/email',
    ],
    [
      'a supervisor who is a case manager',
      supervised({ ...lead, role: 'case-manager' }),
      'supervisor-required',
      '/supervisor/role',
    ],
    ['a supervisor without address', supervised({ ...lead, email: '' }), 'invalid', '/supervisor/email'],
    ['a supervisor by name only', supervised('Sue Visor'), 'invalid', '/supervisor'],
  ])('%s', async (_name, change, code, pointer) => {
    const body = { ...goodSubmission(), ...change };
    const response = await app.call('/api/v1/ta-requests', { key, body });
    await expectProblem(response, 422, code, pointer || undefined);
  });

  test('the same words again while the first is open', async () => {
    const body = goodSubmission({ facts: '  The ONE there   is ' });
    await expectProblem(await app.call('/api/v1/ta-requests', { key, body }), 409, 'duplicate-request');
  });

  test.each(['the\u200b one th\u200bere is', 'the one\ufeff there i\u00ads', 'the o\u2060ne there is\u3164'])(
    'the same words again, with what has no shape among them: %j',
    async (facts) => {
      const response = await app.call('/api/v1/ta-requests', { key, body: goodSubmission({ facts }) });
      await expectProblem(response, 409, 'duplicate-request');
    },
  );

  test('a submission with a tab, line ends and a joined name is fine', async () => {
    const parsed = submissionSchema.safeParse({
      ...goodSubmission({ facts: 'One.\r\n\tTwo.' }),
      ...requester({ name: 'علی\u200cرضا' }),
    });
    expect(parsed.error).toBeUndefined();
  });

  test.each([
    ['no body', undefined, 422, 'invalid'],
    ['a list', '[]', 422, 'invalid'],
    ['null', 'null', 400, 'malformed'],
    ['a word', '"words"', 400, 'malformed'],
    ['cut off', '{"requester": {', 400, 'malformed'],
    ['not UTF-16', '\ufeff{', 400, 'malformed'],
  ])('a body that is %s', async (_name, body, status, code) => {
    const headers = { 'content-type': 'application/json' };
    await expectProblem(
      await app.call('/api/v1/ta-requests', { key, method: 'POST', body, headers }),
      status,
      code,
    );
  });

  test('a body nested a hundred thousand deep', async () => {
    const body = `{"facts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'nested' };
    await expectProblem(
      await app.call('/api/v1/ta-requests', { key, method: 'POST', body, headers }),
      400,
      'malformed',
    );
  });

  test('a form instead of JSON', async () => {
    const headers = { 'content-type': 'text/plain' };
    const response = await app.call('/api/v1/ta-requests', {
      key,
      body: JSON.stringify(goodSubmission()),
      headers,
    });
    await expectProblem(response, 422, 'invalid', '');
  });
});

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

const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
const INSTANT = '2026-11-02T18:00:00.000000Z';
const ID = crypto.randomUUID();

describe('queries', () => {
  test.each([
    ['an unknown status', 'status=lost', '/status/0'],
    ['an unknown due', 'due=yesterday', '/due'],
    ['urgent in words', 'urgent=very', '/urgent'],
    ['an unknown sort', 'sort=mood', '/sort'],
    ['limit 0', 'limit=0', '/limit'],
    ['limit 101', 'limit=101', '/limit'],
    ['limit in words', 'limit=all', '/limit'],
    ['limit with an exponent', 'limit=1e1', '/limit'],
    ['limit in hexadecimal', 'limit=0x10', '/limit'],
    ['limit with decimals', 'limit=10.0', '/limit'],
    ['limit with zeros before it', 'limit=010', '/limit'],
    ['limit with a sign', 'limit=%2B10', '/limit'],
    ['limit with spaces', 'limit=%2010', '/limit'],
    ['no limit', 'limit=', '/limit'],
    ['a search with NUL', 'q=a%00b', '/q'],
    ['a search for nothing to be seen', 'q=%E2%80%8B', '/q'],
    ['a search that turns the line', 'q=%E2%80%AEb', '/q'],
    ['somebody on staff with NUL', 'assignee=a%00b', '/assignee'],
    ['a made-up cursor', 'cursor=abc', '/cursor'],
    ['a cursor with NUL', 'cursor=%00', '/cursor'],
    ['a cursor of another order', `cursor=${cursor(['requests -received', [INSTANT, ID]])}`, '/cursor'],
    ['a cursor of another list', `cursor=${cursor(['messages', [INSTANT, ID]])}`, '/cursor'],
    ['a cursor with no instant', `cursor=${cursor(['requests target', ['soon', ID]])}`, '/cursor'],
    [
      'a cursor with no day of the calendar',
      `cursor=${cursor(['requests target', ['2026-02-30T00:00:00.000000Z', ID]])}`,
      '/cursor',
    ],
    [
      'a cursor of the year 0',
      `cursor=${cursor(['requests target', ['0000-01-01T00:00:00.000000Z', ID]])}`,
      '/cursor',
    ],
    ['a cursor without an id', `cursor=${cursor(['requests target', [INSTANT, 'x']])}`, '/cursor'],
    ['a cursor that is no list', `cursor=${cursor({ 0: 'requests target' })}`, '/cursor'],
    ['an unknown name', 'page=2', '/page'],
    ['a name twice', 'due=today&due=week', '/due'],
  ])('%s', async (_name, query, pointer) => {
    const response = await app.call(`/api/v1/ta-requests?${query}`, { key });
    await expectProblem(response, 422, 'invalid', pointer);
  });
});

describe('addresses and queries that nobody was given', () => {
  test.each([
    '/api/v1/ta-requests/%00',
    '/api/v1/calls/%00',
    '/api/v1/calls/legal-working-group-2026-12-02%00',
    '/api/v1/calls/%E2%80%AEx/calendar.ics',
    '/api/v1/series/%07',
    '/api/v1/closures/%00',
    '/api/v1/subscriptions/%00',
    '/api/v1/handover/%C2%85',
    '/api/v1/messages/%00/resolution',
    '/api/v1/%00',
    '/api/v1/calls/%ff',
    '/api/v1/calls/%',
    '/api/%00',
  ])('%s is not there, whatever is done with it', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      await expectProblem(await app.call(path, { key, method }), 404, 'not-found');
    }
  });

  test.each([
    '/%00',
    '/calls/%00',
    '/calls/%00/ask',
    '/calls/register/%00',
    '/supervisor/%00',
    '/subscribe/confirm/a%00',
    '/unsubscribe/%E2%80%AE',
    '/outbox/%00',
    '/my/requests/%0A',
    '/staff/calls/%00',
    '/assets/%00',
    '/webhooks/%00',
    '/healthz%00',
    '/calls/%c3',
  ])('the page %s is not there', async (path) => {
    for (const method of ['GET', 'POST']) expect((await app.call(path, { method })).status).toBe(404);
  });

  test.each([
    '/api/v1/messages?about=%00',
    '/api/v1/messages?about=a%00b',
    '/api/v1/messages?about=a%0A',
    '/api/v1/registrations?series=a%00',
    '/api/v1/calls?series=%00',
    '/api/v1/calls?from=%00',
    '/api/v1/calls?limit=1e1',
    '/api/v1/closures?limit=0x10',
    '/api/v1/messages?limit=10.0',
    `/api/v1/messages?cursor=${cursor(['registrations', [INSTANT, ID]])}`,
    `/api/v1/registrations?cursor=${cursor(['messages', [INSTANT, ID]])}`,
    `/api/v1/registrations?cursor=${cursor(['registrations', ['0000-01-01T00:00:00.000Z', ID]])}`,
    `/api/v1/calls?cursor=${cursor(['closures', '2026-12-24'])}`,
    `/api/v1/closures?cursor=${Buffer.from('k:2026').toString('base64url')}`,
    '/api/v1/closures?%00=1',
  ])('%s is refused', async (path) => {
    await expectProblem(await app.call(path, { key }), 422, 'invalid');
  });

  test.each(['/calls?zone=%00', '/sign-in?next=%00', '/request/talk?role=a%00', '/?x=%E2%80%AE'])(
    'the page %s is refused',
    async (path) => {
      expect((await app.call(path)).status).toBe(422);
    },
  );
});

describe('lines of staff and of other systems', () => {
  const completion = {
    email: 'ada@legal-aid.example',
    courseId: 'human-trafficking-defined',
    passed: true,
    completedAt: '2026-10-01T12:00:00Z',
    source: 'lms',
    sourceId: 'a',
  };
  test.each<[string, unknown, string]>([
    ['/closures', { date: '2026-12-24', name: 'Holi\u0000day' }, '/name'],
    ['/closures', { date: '2026-12-24', name: 'Holi\u202eday' }, '/name'],
    ['/closures', { date: '2026-12-24', name: '\u2063' }, '/name'],
    ['/completions', { ...completion, source: 'lms\u0000' }, '/source'],
    ['/completions', { ...completion, sourceId: 'a\nb' }, '/sourceId'],
    ['/completions', { ...completion, courseId: 'a\u0000' }, '/courseId'],
    ['/completions', { ...completion, completedAt: '2026-11-05T12:00:00Z' }, '/completedAt'],
    ['/subscriptions', { email: 'a@x.example', name: 'A\u0000', emailUpdates: true }, '/name'],
    ['/subscriptions', { email: 'a@x.example', name: '\u3164', emailUpdates: true }, '/name'],
    ['/subscriptions', { email: 'a\u0000@x.example', emailUpdates: true }, '/email'],
    ['/subscriptions/confirmations', { token: 'a\u0000' }, '/token'],
    ['/calls/legal-working-group-2026-12-02/attendance', [{ name: 'A\u0000', joinedAt: INSTANT }], '/0/name'],
  ])('%s %j', async (path, body, pointer) => {
    await expectProblem(await app.call(`/api/v1${path}`, { key, body }), 422, 'invalid', pointer);
  });
});

describe('broken multipart', () => {
  const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords';
  const form = 'multipart/form-data; boundary=b';
  test.each([
    ['without a boundary', 'multipart/form-data', `${part}\r\n--b--\r\n`],
    ['with an empty boundary', 'multipart/form-data; boundary=', `${part}\r\n--b--\r\n`],
    ['cut off', form, part],
    ['cut off in a header', form, '--b\r\nContent-Disposition: form-da'],
    ['empty', form, ''],
    ['of nothing but an end', form, '--b'],
    ['with another boundary', form, part.replace('--b', '--c')],
    [
      'with a field that has no name',
      form,
      '--b\r\nContent-Disposition: form-data; name=""\r\n\r\nx\r\n--b--\r\n',
    ],
  ])('%s', async (_name, type, body) => {
    for (const path of [`ta-requests/${id}/documents`, 'calls/legal-working-group-2026-12-02/attendance']) {
      const headers = { 'content-type': type };
      const response = await app.call(`/api/v1/${path}`, { key, method: 'POST', body, headers });
      await expectProblem(response, 400, 'malformed');
    }
  });
});
