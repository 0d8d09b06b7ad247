import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { hashToken } from '../../src/usecases/tokens.js';
import { instantsAfterLocks } from './instants.js';
import { goodQuestion, planCalls, stranger } from './support/calls.js';
import { rowCounts } from './support/row-counts.js';
import { signedIn } from './support/signed-in.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

const ANALYSIS = 'legal-working-group-2026-11-04';
const HOLIDAY = 'legal-working-group-2026-11-11';
const NON_LEGAL = 'legal-working-group-2026-11-18';
const GENERAL = 'legal-working-group-2026-11-25';
const SOCIAL = 'social-services-2026-12-24';

/** An instant in the week of each call at which its window is open. */
const DURING: Record<string, string> = {
  [ANALYSIS]: '2026-11-02T18:00:00.000Z',
  [HOLIDAY]: '2026-11-09T18:00:00.000Z',
  [NON_LEGAL]: '2026-11-16T18:00:00.000Z',
  [GENERAL]: '2026-11-23T18:00:00.000Z',
  [SOCIAL]: '2026-12-21T18:00:00.000Z',
};

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  await planCalls(app, { from: '2026-11-02', to: '2027-01-04' });
  key = await app.newKey('coordinator');
});
afterAll(() => app.close());
beforeEach(() => app.setNow(DURING[GENERAL] ?? ''));

interface Answer {
  id: string;
  code: string;
  status: string;
  version: number;
  question: string;
  errors: { pointer: string }[];
}

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await app.call(`/api/v1${path}`, { method, key, body, headers });
  return { status: response.status, body: (await response.json()) as Answer };
}

async function ask(callId: string, change: Record<string, unknown> = {}, at?: string) {
  app.setNow(at ?? DURING[callId] ?? '');
  return call('POST', `/calls/${callId}/questions`, goodQuestion(change));
}

async function passed(email: string, courseId: string, passed = true) {
  await call('POST', '/completions', {
    email,
    courseId,
    passed,
    score: passed ? 1 : 0.2,
    completedAt: '2026-10-01T12:00:00Z',
    source: 'lms',
    sourceId: crypto.randomUUID(),
  });
}

describe('what may be asked on which call', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ['an attorney on a general call', GENERAL, {}, 'taken'],
    ['with legal analysis', GENERAL, { needsLegalAnalysis: true }, 'taken'],
    ['about general legal matters, said so', GENERAL, { questionAbout: 'general-legal' }, 'taken'],
    ['about something that is not legal', GENERAL, { questionAbout: 'non-legal' }, 'taken'],
    [
      'trafficking analysis there',
      GENERAL,
      { questionAbout: 'trafficking-analysis' },
      'analysis-on-first-wednesday',
    ],
    ['a paralegal without analysis', GENERAL, { asker: stranger('paralegal') }, 'taken'],
    [
      'a paralegal with analysis',
      GENERAL,
      { asker: stranger('paralegal'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a legal assistant with analysis',
      GENERAL,
      { asker: stranger('legal-assistant'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a legal intern with analysis',
      GENERAL,
      { asker: stranger('legal-intern'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    [
      'a law graduate with analysis',
      GENERAL,
      { asker: stranger('law-graduate'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    ['a law graduate without', GENERAL, { asker: stranger('law-graduate') }, 'taken'],
    [
      'a supervised role with its supervisor named',
      GENERAL,
      {
        asker: stranger('paralegal'),
        supervisor: { name: 'Sue', email: 'sue@office.example', role: 'attorney' },
        needsLegalAnalysis: true,
      },
      'supervised-analysis',
    ],
    [
      'a DOJ accredited representative',
      GENERAL,
      { asker: stranger('doj-accredited-representative'), needsLegalAnalysis: true },
      'taken',
    ],
    ['a law student', GENERAL, { asker: stranger('law-student') }, 'taken'],
    ['a case manager on the legal call', GENERAL, { asker: stranger('case-manager') }, 'not-eligible'],
    [
      'a social service provider on it',
      GENERAL,
      { asker: stranger('social-service-provider') },
      'not-eligible',
    ],
    ['an officer', GENERAL, { asker: stranger('law-enforcement') }, 'not-eligible'],
    ['a survivor', GENERAL, { asker: stranger('survivor') }, 'not-eligible'],
    ['a role nobody knows', GENERAL, { asker: stranger('astronaut') }, 'not-eligible'],
    ['without an organization', GENERAL, { asker: { ...stranger(), organization: undefined } }, 'taken'],
    ['the third Wednesday, plain', NON_LEGAL, {}, 'taken'],
    ['the third Wednesday, said to be non-legal', NON_LEGAL, { questionAbout: 'non-legal' }, 'taken'],
    ['the third Wednesday with analysis', NON_LEGAL, { needsLegalAnalysis: true }, 'legal-topic-not-allowed'],
    [
      'the third Wednesday, about law',
      NON_LEGAL,
      { questionAbout: 'general-legal' },
      'legal-topic-not-allowed',
    ],
    [
      'the third Wednesday, trafficking analysis',
      NON_LEGAL,
      { questionAbout: 'trafficking-analysis' },
      'analysis-on-first-wednesday',
    ],
    [
      'the third Wednesday, a paralegal with analysis',
      NON_LEGAL,
      { asker: stranger('paralegal'), needsLegalAnalysis: true },
      'supervised-analysis',
    ],
    ['the third Wednesday, a paralegal', NON_LEGAL, { asker: stranger('paralegal') }, 'taken'],
    ['the first Wednesday without the course', ANALYSIS, {}, 'prerequisite-missing'],
    ['the first Wednesday, a paralegal', ANALYSIS, { asker: stranger('paralegal') }, 'supervised-analysis'],
    [
      'the first Wednesday, about general law',
      ANALYSIS,
      { questionAbout: 'general-legal' },
      'legal-topic-not-allowed',
    ],
    ['the first Wednesday, a case manager', ANALYSIS, { asker: stranger('case-manager') }, 'not-eligible'],
    ['a case manager on the social call', SOCIAL, { asker: stranger('case-manager') }, 'taken'],
    [
      'a social service provider on the social call',
      SOCIAL,
      { asker: stranger('social-service-provider') },
      'taken',
    ],
    ['an attorney on the social call', SOCIAL, {}, 'not-eligible'],
  ])('%s', async (_name, callId, change, outcome) => {
    const before = await rowCounts(app.services.db);
    const { status, body } = await ask(callId, change);
    if (outcome === 'taken') {
      expect([status, body.status]).toEqual([201, 'asked']);
      return;
    }
    expect([status, body.code]).toEqual([outcome === 'not-eligible' ? 403 : 409, outcome]);
    expect(await rowCounts(app.services.db)).toEqual(before);
  });

  test.each(['human-trafficking-defined', 'emp-analysis-workshop'])(
    'the first Wednesday after %s',
    async (course) => {
      const asker = stranger();
      await passed(asker.email, course);
      expect(await ask(ANALYSIS, { asker })).toMatchObject({
        status: 201,
        body: { questionAbout: 'trafficking-analysis' },
      });
    },
  );

  test('the first Wednesday after a course not passed, or another one', async () => {
    const asker = stranger();
    await passed(asker.email, 'human-trafficking-defined', false);
    await passed(asker.email, 't-visas-part-1');
    expect((await ask(ANALYSIS, { asker })).body.code).toBe('prerequisite-missing');
  });
});

describe('when questions are taken', () => {
  // The week before Thanksgiving is over at its scheduled end, Wednesday 13:00 Pacific.
  test.each([
    ['a millisecond before the window opens', '2026-11-18T20:59:59.999Z', 'not-this-week'],
    ['as the window opens', '2026-11-18T21:00:00.000Z', 'taken'],
    ['on the weekend', '2026-11-22T03:00:00.000Z', 'taken'],
    ['a millisecond before the cut-off', '2026-11-24T21:59:59.999Z', 'taken'],
    ['at the cut-off', '2026-11-24T22:00:00.000Z', 'questions-closed'],
    ['while the call runs', '2026-11-25T20:30:00.000Z', 'questions-closed'],
    ['weeks later', '2026-12-20T20:30:00.000Z', 'questions-closed'],
  ])('%s', async (_name, at, outcome) => {
    const { body } = await ask(GENERAL, {}, at);
    expect(body.code ?? 'taken').toBe(outcome);
  });

  test('time comes before everything else', async () => {
    const asker = stranger('case-manager');
    expect((await ask(GENERAL, { asker }, '2026-11-24T22:00:00.000Z')).body.code).toBe('questions-closed');
    expect((await ask(GENERAL, { asker }, '2026-11-02T22:00:00.000Z')).body.code).toBe('not-this-week');
  });

  test('not for a call that is cancelled, whatever the time', async () => {
    await app.services.db.call.update({ where: { id: HOLIDAY }, data: { status: 'cancelled' } });
    expect((await ask(HOLIDAY)).body.code).toBe('call-cancelled');
    expect((await ask(HOLIDAY, {}, '2026-12-09T18:00:00.000Z')).body.code).toBe('call-cancelled');
  });

  test('a call far ahead is another week’s; a day without one is unknown', async () => {
    expect((await ask('legal-working-group-2027-03-17', {}, DURING[GENERAL])).body.code).toBe(
      'not-this-week',
    );
    for (const id of [
      'legal-working-group-2027-03-16',
      'legal-working-group-2027-02-30',
      'legal-working-group-',
      'x',
    ]) {
      expect([id, (await ask(id, {}, DURING[GENERAL])).status]).toEqual([id, 404]);
    }
  });
});

describe('one per person and one per organization', () => {
  test('the same person again, by any letter case, on this call alone', async () => {
    const asker = stranger();
    expect((await ask(GENERAL, { asker })).status).toBe(201);
    const again = { ...asker, email: asker.email.toUpperCase() };
    expect((await ask(GENERAL, { asker: again, question: 'Another one?' })).body.code).toBe(
      'one-question-per-person',
    );
    expect((await ask(GENERAL, { asker })).body.code).toBe('one-question-per-person');
    expect((await ask(NON_LEGAL, { asker, question: 'For another call?' })).status).toBe(201);
  });

  test.each([
    ['a colleague with the same domain', 'a@firm-one.example', 'Firm', 'b@firm-one.example', 'Firm', false],
    [
      'who names it otherwise',
      'a@firm-two.example',
      'Firm Two',
      'b@firm-two.example',
      'The Second Firm',
      false,
    ],
    ['who names none', 'a@firm-three.example', 'Firm Three', 'b@firm-three.example', undefined, false],
    [
      'who is the first to name it',
      'a@firm-four.example',
      undefined,
      'b@firm-four.example',
      'Firm Four',
      false,
    ],
    [
      'at a branch of the domain',
      'a@firm-five.example',
      'Firm Five',
      'b@west.firm-five.example',
      'Firm Five West',
      false,
    ],
    ['two clinics of one university', 'a@law.edu', 'Immigration Clinic', 'b@law.edu', 'Tax Clinic', true],
    [
      'one clinic of a university twice',
      'a@uni.edu',
      'Immigration Clinic',
      'b@uni.edu',
      'immigration  clinic',
      false,
    ],
    ['one clinic each of two universities', 'a@one.edu', 'Legal Clinic', 'b@two.edu', 'Legal Clinic', true],
    ['personal addresses, one office', 'a.x@gmail.com', 'Solo & Co.', 'b.x@yahoo.com', 'Solo and Co', false],
    ['personal addresses, two offices', 'a.y@gmail.com', 'Office Y', 'b.y@gmail.com', 'Office Z', true],
    ['personal addresses, no office named', 'a.z@gmail.com', undefined, 'b.z@gmail.com', undefined, true],
    ['“-” and “-”', 'a@dash-one.example', '-', 'b@dash-two.example', '-', true],
    ['“N/A” and “n/a”', 'a@na-one.example', 'N/A', 'b@na-two.example', 'n/a', true],
    ['two who work alone', 'a.s@gmail.com', 'Solo practitioner', 'b.s@gmail.com', 'solo practitioner', true],
    [
      'self-employed, and self employed',
      'a.e@gmail.com',
      'self-employed',
      'b.e@gmail.com',
      'Self employed',
      true,
    ],
    [
      'one name in two places',
      'a@cc-east.example',
      'Catholic Charities',
      'b@cc-west.example',
      'Catholic Charities',
      true,
    ],
    [
      'a name of their own, two domains',
      'a@hope-one.example',
      'Hope Rising',
      'b@hope-two.example',
      'Hope Rising',
      false,
    ],
    ['a name that many have, no place', 'a.c@gmail.com', 'Legal Aid', 'b.c@gmail.com', 'Legal Aid', true],
  ])('%s', async (_name, first, firstOrg, second, secondOrg, both) => {
    const one = await ask(GENERAL, {
      asker: { name: 'A', email: first, role: 'attorney', organization: firstOrg },
    });
    expect(one.status).toBe(201);
    const two = await ask(GENERAL, {
      asker: { name: 'B', email: second, role: 'attorney', organization: secondOrg },
      question: 'Something else?',
    });
    expect(two.body.code ?? 'taken').toBe(both ? 'taken' : 'one-question-per-organization');
  });

  test('withdrawn, it leaves the place to a colleague', async () => {
    const asker = stranger();
    const { body } = await ask(GENERAL, { asker });
    const colleague = { ...asker, email: asker.email.replace('ada', 'ben') };
    expect((await ask(GENERAL, { asker: colleague })).body.code).toBe('one-question-per-organization');
    expect((await call('DELETE', `/calls/${GENERAL}/questions/${body.id}`)).body.status).toBe('withdrawn');
    expect((await ask(GENERAL, { asker: colleague })).status).toBe(201);
    expect((await ask(GENERAL, { asker })).body.code).toBe('one-question-per-organization');
  });

  test('ten at once are one', async () => {
    const asker = stranger();
    app.setNow(DURING[GENERAL] ?? '');
    const body = (n: number) =>
      goodQuestion({ asker: { ...asker, email: asker.email.replace('ada', `p${n % 5}`) } });
    const answers = await Promise.all(
      [...Array(10).keys()].map((n) => call('POST', `/calls/${GENERAL}/questions`, body(n))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });
});

describe('already a request', () => {
  test.each([
    ['the same words in its questions', { facts: 'Facts.', questions: 'How would you begin, please?' }],
    ['the same words as its facts', { facts: 'how would you BEGIN please', questions: 'What then?' }],
    ['the facts and the questions in one', { facts: 'How would', questions: 'you begin, please?' }],
  ])('%s', async (_name, texts) => {
    const asker = stranger();
    app.setNow(DURING[GENERAL] ?? '');
    const requester = { ...asker, licensedIn: ['CA'] };
    expect((await call('POST', '/ta-requests', goodSubmission({ requester, ...texts }))).status).toBe(201);
    const again = await ask(GENERAL, { asker, question: 'How would you begin, please?' });
    expect([again.status, again.body.code]).toEqual([409, 'already-a-request']);
    expect((await ask(GENERAL, { asker, question: 'Something new?' })).status).toBe(201);
  });

  test('of several refusals the first of the list is said: course, request, person, organization', async () => {
    const asker = stranger();
    const question = 'What is told first?';
    app.setNow(DURING[GENERAL] ?? '');
    expect((await ask(GENERAL, { asker })).status).toBe(201);
    const requester = { ...asker, licensedIn: ['CA'] };
    await call('POST', '/ta-requests', goodSubmission({ requester, questions: question }));
    expect((await ask(ANALYSIS, { asker, question })).body.code).toBe('prerequisite-missing');
    expect((await ask(GENERAL, { asker, question })).body.code).toBe('already-a-request');
    expect((await ask(GENERAL, { asker, question: 'Another?' })).body.code).toBe('one-question-per-person');
    const colleague = { ...asker, email: asker.email.replace('ada', 'ben') };
    expect((await ask(GENERAL, { asker: colleague, question })).body.code).toBe(
      'one-question-per-organization',
    );
  });

  test('somebody else’s request, or a closed one, is no hindrance', async () => {
    const asker = stranger();
    app.setNow(DURING[GENERAL] ?? '');
    const questions = 'A question of its own?';
    const requester = { ...asker, licensedIn: ['CA'] };
    const { body } = await call('POST', '/ta-requests', goodSubmission({ requester, questions }));
    expect((await ask(GENERAL, { question: questions })).status).toBe(201);
    await app.services.db.taRequest.update({ where: { id: body.id }, data: { status: 'closed' } });
    expect((await ask(GENERAL, { asker, question: questions })).status).toBe(201);
  });
});

describe('changing and withdrawing', () => {
  test('until the cut-off, by version, and never another’s place', async () => {
    const { body } = await ask(GENERAL);
    const path = `/calls/${GENERAL}/questions/${body.id}`;
    const edit = { question: 'Said better?', empWorksheetCompleted: true };
    const changed = await call('PUT', path, edit, { 'if-match': '"1"' });
    expect(changed).toMatchObject({
      status: 200,
      body: { question: 'Said better?', version: 2, empWorksheetCompleted: true },
    });
    expect((await call('PUT', path, edit, { 'if-match': '"1"' })).status).toBe(412);
    expect((await call('PUT', path, { ...edit, questionAbout: 'trafficking-analysis' })).body.code).toBe(
      'analysis-on-first-wednesday',
    );
    app.setNow('2026-11-24T22:00:00.000Z');
    expect((await call('PUT', path, edit)).body.code).toBe('questions-closed');
    expect((await call('DELETE', path)).body.code).toBe('questions-closed');
    expect((await call('GET', path)).body).toMatchObject({ status: 'asked', question: 'Said better?' });
  });

  test('a withdrawn question stays withdrawn', async () => {
    const { body } = await ask(GENERAL);
    const path = `/calls/${GENERAL}/questions/${body.id}`;
    expect((await call('DELETE', path)).status).toBe(200);
    expect((await call('DELETE', path)).body.status).toBe('withdrawn');
    expect((await call('PUT', path, { question: 'Again?' })).body.code).toBe('not-allowed-now');
  });

  test('a question is found under its own call alone, and by nobody without a key', async () => {
    const { body } = await ask(GENERAL);
    expect((await call('GET', `/calls/${NON_LEGAL}/questions/${body.id}`)).status).toBe(404);
    expect((await app.call(`/api/v1/calls/${GENERAL}/questions/${body.id}`)).status).toBe(401);
  });
});

describe('what is not a question leaves nothing', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no question', { question: ' ' }, '/question'],
    ['a question too long', { question: 'x'.repeat(20_001) }, '/question'],
    ['no asker', { asker: undefined }, '/asker'],
    ['no address', { asker: { ...stranger(), email: 'nobody' } }, '/asker/email'],
    ['no name', { asker: { ...stranger(), name: '' } }, '/asker/name'],
    ['yes as text', { needsLegalAnalysis: 'yes' }, '/needsLegalAnalysis'],
    ['about something else', { questionAbout: 'tax' }, '/questionAbout'],
    ['half a supervisor', { supervisor: { name: 'Sue' } }, '/supervisor/email'],
    ['an unknown field', { priority: 'high' }, '/priority'],
  ])('%s', async (_name, change, pointer) => {
    const before = await rowCounts(app.services.db);
    const { status, body } = await ask(GENERAL, change);
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(body.errors.map((error) => error.pointer)).toContain(pointer);
    expect(await rowCounts(app.services.db)).toEqual(before);
  });
});

test('the asker is told, and the mail is found under the question and its call', async () => {
  const { body } = await ask(GENERAL, { question: 'CANARY-QUESTION about it' });
  for (const about of [body.id, GENERAL]) {
    const response = await app.call(`/api/v1/messages?about=${about}&limit=100`, { key });
    const { items } = (await response.json()) as { items: { kind: string; about: string }[] };
    expect(items.filter((item) => item.about === body.id).map(({ kind }) => kind)).toEqual([
      'question-received',
    ]);
  }
  const row = await app.services.db.callQuestion.findUniqueOrThrow({ where: { id: body.id } });
  expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('CANARY');
  expect(app.logged.join('\n')).not.toContain('CANARY');
});

test('a key sent again is the same question', async () => {
  app.setNow(DURING[GENERAL] ?? '');
  const question = goodQuestion();
  const headers = { 'idempotency-key': 'ask-1' };
  const first = await call('POST', `/calls/${GENERAL}/questions`, question, headers);
  await app.services.db.idempotencyKey.deleteMany();
  const second = await call('POST', `/calls/${GENERAL}/questions`, question, headers);
  expect([second.status, second.body.id]).toEqual([201, first.body.id]);
  const other = await call('POST', `/calls/${GENERAL}/questions`, question, { 'idempotency-key': 'ask-2' });
  expect(other.body.code).toBe('one-question-per-person');
});

describe('handing over by one click', () => {
  async function notSelected(change: Record<string, unknown> = {}): Promise<string> {
    const { body } = await ask(GENERAL, change);
    await app.services.db.callQuestion.update({
      where: { id: body.id },
      data: { status: 'not-selected', handoverTokenHash: hashToken(`link-of-${body.id}`) },
    });
    await app.services.db.call.update({ where: { id: GENERAL }, data: { status: 'confirmed' } });
    app.setNow('2026-11-25T01:30:00.000Z');
    return body.id;
  }
  afterEach(async () => {
    await app.services.db.call.update({ where: { id: GENERAL }, data: { status: 'planned' } });
  });

  test('makes one request of the same words and asker, however often and by whichever way', async () => {
    const asker = stranger();
    const id = await notSelected({ asker, question: 'What of this?' });
    const first = await call('POST', `/calls/${GENERAL}/questions/${id}/request`);
    expect(first.status).toBe(201);
    const link = await (await signedIn(app, asker.email)).call(`/api/v1/handover/link-of-${id}`, {});
    expect(link.status).toBe(201);
    const requests = await app.services.db.taRequest.findMany({ where: { requesterEmail: asker.email } });
    expect(requests.map((request) => request.id)).toEqual([(await link.json()).requestId]);
    expect((await call('GET', `/calls/${GENERAL}/questions/${id}`)).body).toMatchObject({
      status: 'converted',
      requestId: requests[0]?.id,
      links: { request: `/api/v1/ta-requests/${requests[0]?.id}` },
    });
    const made = (await call('GET', `/ta-requests/${requests[0]?.id}`)).body as unknown as {
      fromCall: object;
      receivedAt: string;
    };
    const { askedAt } = await app.services.db.callQuestion.findUniqueOrThrow({ where: { id } });
    expect(made.fromCall).toMatchObject({ callId: GENERAL, questionId: id });
    expect(made.receivedAt).toBe(askedAt.toISOString());
  });

  test('what came as a request has no call behind it', async () => {
    const { body } = await call('POST', '/ta-requests', goodSubmission());
    expect(body).toMatchObject({ fromCall: null });
  });

  test('a role that needs a supervisor names one on the way', async () => {
    const id = await notSelected({ asker: stranger('paralegal') });
    const path = `/api/v1/handover/link-of-${id}`;
    const send = async (body: unknown) =>
      (await app.call(path, { method: 'POST', key, body })).json() as Promise<Answer>;
    expect((await send({})).code).toBe('supervisor-required');
    const supervisor = { name: 'Sue', email: 'sue@office.example', role: 'paralegal' };
    expect((await send({ supervisor })).errors[0]?.pointer).toBe('/supervisor/role');
    expect(await send({ supervisor: { ...supervisor, role: 'attorney' } })).toMatchObject({ questionId: id });
  });

  test('not while the call may still take it up, and not by a wrong link', async () => {
    const { body } = await ask(GENERAL);
    expect((await call('POST', `/calls/${GENERAL}/questions/${body.id}/request`)).body.code).toBe(
      'not-allowed-now',
    );
    expect((await app.call('/api/v1/handover/nothing', { method: 'POST', key })).status).toBe(404);
  });

  test('the link alone acts for nobody: its asker signs in, or staff act for them', async () => {
    const asker = stranger();
    const id = await notSelected({ asker });
    const path = `/api/v1/handover/link-of-${id}`;
    expect((await app.call(path, { method: 'POST' })).status).toBe(401);
    const other = await signedIn(app, stranger().email);
    expect((await other.call(path, {})).status).toBe(404);
    expect(await app.services.db.taRequest.count({ where: { fromQuestionId: id } })).toBe(0);
    const made = await call('POST', `/handover/link-of-${id}`);
    expect(made.status).toBe(201);
    const event = await app.services.db.processEvent.findFirstOrThrow({
      where: { request: { fromQuestionId: id }, type: 'received' },
    });
    // Staff did it, and the audit says so.
    expect(event).toMatchObject({
      actor: expect.stringMatching(/^key:/),
      onBehalfOf: expect.stringMatching(/^person:/),
    });
  });
});

test('reading a question is written down, by whichever way', async () => {
  const asker = stranger();
  const { body } = await ask(GENERAL, { asker });
  const at = `/calls/${GENERAL}/questions/${body.id}`;
  const reads = async () =>
    (
      await app.services.db.caseAccess.findMany({
        where: { requestId: body.id, what: 'question' },
        orderBy: { id: 'asc' },
      })
    ).map(({ actor }) => actor.split(':')[0]);
  expect(await reads()).toEqual([]);
  await call('GET', at);
  expect(await reads()).toEqual(['key']);
  await (await signedIn(app, asker.email)).call(`/api/v1${at}`);
  expect(await reads()).toEqual(['key', 'person']);
  // Answers that hold the words again are readings too.
  await call('POST', `${at}/organization`, { name: 'Another office' });
  await call('DELETE', at);
  expect(await reads()).toEqual(['key', 'person', 'key', 'key']);
  expect((await call('GET', `${at.slice(0, -36)}${crypto.randomUUID()}`)).status).toBe(404);
});

instantsAfterLocks(() => app);
