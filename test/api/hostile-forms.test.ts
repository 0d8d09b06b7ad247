import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reviewDecisionSchema } from '../../src/domain/conduct/review-decision.schema.js';
import { MENTOR_DECISIONS } from '../../src/domain/mentors/mentor.schema.js';
import { decisionSchema } from '../../src/domain/requests/decision.schema.js';
import { because } from '../../src/domain/result.js';
import { emptyWorksheet } from '../../src/domain/worksheets/worksheet.schema.js';
import { hashToken } from '../../src/usecases/tokens.js';
import { saveWorksheet } from '../../src/usecases/worksheets/save-worksheet.js';
import { startWorksheet } from '../../src/usecases/worksheets/start-worksheet.js';
import { WALKS } from '../e2e/walked-pages.js';
import { HOSTILE_TEXTS, someOf } from '../support/hostile-values.js';
import { LONG } from '../support/white-space.js';
import { signedIn, startCallsSite } from './pages/calls/calls-site.js';
import { goodQuestion, goodRegistration } from './support/calls.js';
import { createVisitor } from './support/form-visitor.js';
import { type Form, formsOf } from './support/forms-of.js';
import { serve } from './support/serve.js';
import { goodSubmission } from './support/submission.js';
import type { TestApp } from './support/test-app.js';

/**
 * Every form of every page (test/e2e/walked-pages.ts), each of its fields with hostile values: no failure, no answer
 * that takes long, and nothing with control characters in the database. A new page is among them by itself.
 */

const CALL = 'legal-working-group-2026-11-04';
/** Beside other work on the machine; a second where it is quiet: HOSTILE_MS=1000. */
const LONG_MS = Number(process.env.HOSTILE_MS ?? 10_000);
/** Values for each field of a form. */
const EACH = Number(process.env.HOSTILE_EACH ?? 1);
const EMAIL = 'ada@legal-aid.example';

let app: TestApp;
/** `account`: somebody whose sessions may end. */
type Who = 'stranger' | 'person' | 'account' | 'staff' | 'director';
let visitors: Record<Who, ReturnType<typeof createVisitor>>;
let ids: Record<string, string>;
beforeAll(async () => {
  app = await startCallsSite();
  app.services.processes.decide = async () => ({
    outcome: 'refused',
    problem: because('call-over'),
  });
  const { db } = app.services;
  const key = await app.newKey('admin');
  const made = async (path: string, body: unknown) => {
    const answer = await app.call(`/api/v1${path}`, { key, body });
    const told = (await answer.json()) as { id: string };
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(told)}`);
    return told.id;
  };
  const createdAt = new Date();
  const staff = (name: string) => ({ id: randomUUID(), name, email: `${name}@desk.example`, createdAt });
  const [admin, other, director] = [staff('admin'), staff('other'), staff('director')];
  await db.staff.createMany({
    data: [
      { ...admin, role: 'admin' },
      { ...other, role: 'attorney' },
      { ...director, role: 'director' },
    ],
  });
  await made('/closures', { date: '2026-12-24', name: 'Holiday eve' });
  const request = await made('/ta-requests', goodSubmission());
  await db.taRequest.update({
    where: { id: request },
    data: {
      status: 'awaiting-information',
      respondedAt: new Date(),
      supervisorTokenHash: hashToken('supervisor'),
      supervisorTokenUntil: new Date('2027-01-01T00:00:00Z'),
      supervisorStatus: 'unconfirmed',
      supervisorName: 'Sue',
      supervisorEmail: 'sue@legal-aid.example',
      supervisorRole: 'attorney',
      supervisorId: (await db.person.findFirstOrThrow()).id,
    },
  });
  // What the process knows of it decides what its page offers, and its row what is handed over.
  const task = { id: randomUUID(), assigneeId: other.id };
  await db.requestTask.create({
    data: {
      ...{ ...task, requestId: request, dueOn: new Date('2026-12-24') },
      ...{ textId: randomUUID(), addedBy: admin.id, addedAt: createdAt },
    },
  });
  const { processState } = await db.taRequest.findUniqueOrThrow({ where: { id: request } });
  const tasks = [{ ...task, n: 1, dueOn: '2026-12-24', since: createdAt.toISOString() }];
  await db.taRequest.update({
    where: { id: request },
    data: { processState: { ...(processState as object), tasks, tasksMade: 1 } },
  });
  const uploaded = async () => {
    const body = new FormData();
    body.append('file', new Blob(['Plain words.']), 'words.txt');
    const answer = await app.call(`/api/v1/ta-requests/${request}/documents`, { key, body });
    return ((await answer.json()) as { id: string }).id;
  };
  const asker = { name: 'Ada', email: EMAIL, role: 'attorney', organization: 'Office' };
  await made('/completions', {
    ...{ email: EMAIL, courseId: 'human-trafficking-defined', passed: true, score: 0.9 },
    ...{ completedAt: '2026-10-01T17:00:00Z', source: 'lms', sourceId: '1' },
  });
  const question = await made(`/calls/${CALL}/questions`, goodQuestion({ asker }));
  const precedent = await made('/precedents', {
    ...{ question: 'What counts?', answer: 'This does.', kind: 'general-information' },
    ...{ topics: ['immigration'], audience: 'public', reviewBy: '2027-06-01' },
  });
  const published = { status: 'published', publishedAt: createdAt };
  await db.precedent.update({ where: { id: precedent }, data: published });
  const { id: person } = await db.person.findFirstOrThrow();
  const wall = randomUUID();
  const walled = { id: wall, requestId: request, staffId: other.id, setBy: 'system', setAt: createdAt };
  await db.conflictWall.create({ data: walled });
  ids = {
    '/answers/:id': precedent,
    '/staff/precedents/:id': precedent,
    '/staff/precedents/suggest/:id': request,
    ':kind': 'confirm',
    ':series': 'legal-working-group',
    ':date': '2026-12-24',
    ':call': CALL,
    ':question': question,
    ':attendee': randomUUID(),
    ':document': await uploaded(),
    '/staff/requests/:id': request,
    '/staff/walls/:id': request,
    '/staff/erasures/request/:id': request,
    '/staff/holds/request/:id': request,
    '/staff/erasures/person/:id': person,
    '/staff/holds/person/:id': person,
    ':wall': wall,
    '/my/requests/:id': request,
    '/my/worksheets/:id': await aWorksheet(),
    ...(await aReview(made)),
    ...(await aRelease(request)),
    ...(await aMentor(made, request)),
    '/my/calls/:call/questions/:id': question,
    '/staff/registrations/:id': await made('/registrations', goodRegistration()),
    '/staff/away/:id': await made('/absences', {
      ...{ person: other.email, standIn: admin.email },
      ...{ firstDay: '2027-01-04', lastDay: '2027-01-08' },
    }),
    '/staff/people/:id': other.id,
    '/staff/colleagues/:id': other.id,
    '/staff/views/:id': (await db.savedView.create({ data: aView(admin.id) })).id,
    '/staff/requesters/:id': (await db.person.findFirstOrThrow()).id,
    '/staff/organizations/:id': (await db.organization.findFirstOrThrow()).id,
    '/staff/keys/:id': (await db.apiKey.create({ data: aKey() })).id,
    '/staff/mail/:id': (await db.message.findFirstOrThrow()).id,
    '/outbox/:id': (await db.message.findFirstOrThrow()).id,
    '/staff/calls/:id': CALL,
    '/calls/:id': CALL,
    '/supervisor/:token': 'supervisor',
    ':token': 'no-such-token',
  };
  const stranger = createVisitor(app);
  for (const [path, fields] of FORM) await stranger.send(path, fields);
  visitors = {
    stranger,
    person: await signedIn(app, EMAIL),
    account: await signedIn(app, 'acc@legal-aid.example'),
    staff: await signedIn(app, admin.email),
    director: await signedIn(app, director.email),
  };
});
afterAll(() => app.close());

/** With words in it, so that there is something to attach. */
async function aWorksheet(): Promise<string> {
  const { db } = app.services;
  const { personId } = await db.personEmail.findUniqueOrThrow({ where: { email: EMAIL } });
  const actor = { kind: 'person' as const, id: personId, name: 'Ada', email: EMAIL };
  const id = randomUUID();
  const begun = { ...emptyWorksheet('labor'), label: 'R.' };
  expect(await startWorksheet(app.services, actor, { id, variant: 'labor' })).toMatchObject({ ok: true });
  const saved = await saveWorksheet(app.services, actor, { id, version: 1, words: begun });
  expect(saved).toMatchObject({ ok: true });
  return id;
}

/** Of which its person has notice. */
async function aReview(made: (path: string, body: unknown) => Promise<string>) {
  const { db } = app.services;
  const { personId } = await db.personEmail.findUniqueOrThrow({ where: { email: EMAIL } });
  const id = await made('/conduct-reviews', { personId, grounds: 'overuse', evidence: 'Seven a week.' });
  const { processState } = await db.conductReview.findUniqueOrThrow({ where: { id } });
  const notified = { status: 'notified', notifiedAt: new Date('2026-11-02T18:00:00Z') };
  const state = { ...(processState as object), status: 'notified', notifiedAt: '2026-11-02T18:00:00.000Z' };
  await db.conductReview.update({ where: { id }, data: { ...notified, processState: state } });
  return { '/my/notices/:id': id, '/staff/conduct/:id': id, ':person': personId };
}

/** One that its requester is asked for, and another on paper, under which files can be made. */
async function aRelease(requestId: string) {
  const key = await app.newKey('director');
  const asked = { recipientKind: 'partner', parts: ['question'], recipient: 'Network', purpose: 'Help.' };
  const made = [];
  for (const paper of [{ reference: 'Folder 1', signedOn: '2026-11-01' }, undefined]) {
    const body = { ...asked, ...(paper && { paper }) };
    const answer = await app.call(`/api/v1/ta-requests/${requestId}/releases`, { key, body });
    made.push(((await answer.json()) as { id: string }).id);
  }
  return {
    '/staff/releases/:id': requestId,
    '/staff/exports/:id': requestId,
    ':release': made[1] ?? '',
  };
}

/** Of which its requester is asked; who asked is invited to be one, too. */
async function aMentor(made: (path: string, body: unknown) => Promise<string>, requestId: string) {
  const { db } = app.services;
  const terms = { topics: ['civil'], states: [], capacity: 3 };
  await made('/mentors', { email: EMAIL, ...terms });
  const id = await made('/mentors', { email: 'mina@field.example', name: 'Mina', ...terms });
  await db.mentor.update({ where: { id }, data: { status: 'active' } });
  const proposed = { requestId, mentorId: id, topic: 'civil' };
  const introduction = await made('/introductions', proposed);
  const another = await made('/mentors', { email: 'moe@field.example', name: 'Moe', ...terms });
  await db.mentor.update({ where: { id: another }, data: { status: 'active' } });
  return {
    '/staff/mentors/:id': id,
    '/staff/mentors/propose/:request': requestId,
    '/staff/introductions/:id': introduction,
    '/my/introductions/:id': introduction,
  };
}

const aKey = () => ({
  id: randomUUID(),
  name: 'old',
  role: 'admin',
  scopes: ['read'],
  hash: randomUUID(),
  prefix: 'x',
  createdAt: new Date(),
  expiresAt: new Date(Date.now() + 86_400_000),
});

const aView = (staffId: string) => ({
  id: randomUUID(),
  staffId,
  name: 'old',
  view: 'tab=all',
  createdAt: new Date(),
});

/** A request form on its way, so that its later pages are there. */
const FORM: [string, Record<string, string>][] = [
  ['/request/start', { who: 'professional' }],
  ['/request/role', { role: 'paralegal' }],
  ['/request/details', { name: 'Pat', email: 'pat@legal-aid.example', ovcGrantee: 'no' }],
  [
    '/request/supervisor',
    { 'supervisor-name': 'Sue', 'supervisor-email': 'sue@legal-aid.example', 'supervisor-role': 'attorney' },
  ],
  ['/request/kind', { kind: 'document-review' }],
  ['/request/document', { documentKind: 'other-document' }],
  ['/request/t-visa', { tVisaRelated: 'no' }],
  ['/request/documents', { act: 'go-on' }],
  ['/request/topics', { topics: 'immigration' }],
  ['/request/resources', { reviewedResources: 'yes' }],
  ['/request/facts', { facts: 'Facts.', questions: 'Questions?' }],
  ['/request/deadline', { deadlineKind: 'none' }],
];

const routes = Object.values(WALKS).flat() as string[];
const VISITORS: [path: RegExp, who: Who][] = [
  [/^\/staff\/(walls|holds|releases|exports)/, 'director'],
  [/^\/staff/, 'staff'],
  [/^\/(my|calls)\b/, 'person'],
  [/^\/account\b/, 'account'],
];
const visitorOf = (path: string) => VISITORS.find(([pattern]) => pattern.test(path))?.[1] ?? 'stranger';

/** The addresses of a route; decisions have one for each kind. */
function pathsOf(route: string): string[] {
  const pattern = route.split(' ')[1] ?? '';
  const longestFirst = Object.keys(ids).sort((a, b) => b.length - a.length);
  const fill = (path: string) =>
    longestFirst.reduce((text, name) => {
      const id = ids[name] ?? '';
      return text.replace(name, name.replace(/:\w+$/, id).replace(':call', ids[':call'] ?? ''));
    }, path);
  if (pattern.startsWith('/staff/requests') && pattern.endsWith(':kind')) {
    return decisionSchema.options.map(({ shape }) => fill(pattern.replace(':kind', shape.kind.value)));
  }
  if (pattern.startsWith('/staff/conduct') && pattern.endsWith(':kind')) {
    return reviewDecisionSchema.options.map(({ shape }) => fill(pattern.replace(':kind', shape.kind.value)));
  }
  if (pattern.startsWith('/staff/mentors') && pattern.endsWith(':kind')) {
    return MENTOR_DECISIONS.map((kind) => fill(pattern.replace(':kind', kind)));
  }
  const kinds = ['confirm', 'move', 'cancel', 'recap', 'link'];
  return pattern.endsWith(':kind')
    ? kinds.map((kind) => fill(pattern.replace(':kind', kind)))
    : [fill(pattern)];
}

/** Without which a page shows no form. */
const ASKED: Record<string, string> = { '/staff/views': '?view=tab%3Dall' };

/** All forms that any page shows, with where they are sent. */
async function shownForms(): Promise<[action: string, form: Form][]> {
  const forms: [string, Form][] = [];
  for (const path of routes.filter((route) => route.startsWith('GET')).flatMap(pathsOf)) {
    const html = await (await visitors[visitorOf(path)].open(`${path}${ASKED[path] ?? ''}`)).text();
    for (const form of formsOf(html, path)) {
      if (form.method === 'POST') forms.push([(form.action || path).split('?')[0] ?? path, form]);
    }
  }
  return forms;
}

/** By where they are sent, each with the fields of all that are sent there. */
async function allForms(): Promise<Map<string, Form>> {
  const forms = new Map<string, Form>();
  for (const [action, form] of await shownForms()) {
    forms.set(action, { ...form, fields: { ...forms.get(action)?.fields, ...form.fields } });
  }
  return forms;
}

/** Sends, and says what is wrong with the answer. */
async function faultOf(path: string, body: string, type = 'application/x-www-form-urlencoded') {
  const before = performance.now();
  const answer = await app.call(path, {
    method: 'POST',
    body,
    headers: { 'content-type': type, cookie: visitors[visitorOf(path)].cookie() },
  });
  const length = (await answer.text()).length;
  const took = performance.now() - before;
  if (answer.status >= 500) return `failed: ${answer.status}`;
  // What was typed may be shown again, but not several times over.
  if (length > 1_000_000) return `answered with ${length} characters`;
  return took > LONG_MS ? `took ${Math.round(took)} ms` : null;
}

const shown = (value: string) => JSON.stringify(value).slice(0, 60);

/** What of the database fails, by when it goes away. */
const AWAY = {
  'before it is known who sends it': /./,
  'before the page is read': /./,
  'as it is saved': /^\$transaction$/,
};

/** Those in which somebody writes, as long as nothing that is sent with them is taken. */
let written: Promise<[string, Form][]> | undefined;
async function writtenForms(): Promise<[string, Form][]> {
  written ??= shownForms();
  const forms = (await written).filter(([, { typed }]) => typed.length > 0);
  expect(forms.length).toBeGreaterThan(30);
  return forms;
}

describe('while the database is away, every form brings back what was typed', () => {
  test.each(Object.entries(AWAY))('%s', async (when, fails) => {
    const gone = () => {
      throw Object.assign(new Error('can’t reach it'), { code: 'P1001' });
    };
    const db = new Proxy(app.services.db, {
      get: (real, name) => (fails.test(String(name)) ? gone() : Reflect.get(real, name)),
    });
    const auth =
      when === 'before it is known who sends it' ? { ...app.deps.auth, signedIn: gone } : app.deps.auth;
    const { server, url } = await serve({ ...app.deps, auth, services: { ...app.services, db } });
    const lost: string[] = [];
    for (const [path, { fields, typed }] of await writtenForms()) {
      const words = Object.fromEntries(typed.map((name) => [name, `Words of ${name}, typed "with" care`]));
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ ...fields, ...words }),
        headers: { cookie: visitors[visitorOf(path)].cookie() },
      });
      const html = (await answer.text()).replaceAll('&quot;', '"').replaceAll('&#34;', '"');
      // A code is of this half minute: none is shown again.
      const gone = Object.entries(words).flatMap(([name, text]) =>
        name === 'code' || html.includes(text) ? [] : text,
      );
      if (answer.status >= 400 && gone.length > 0) lost.push(`${path} ${answer.status}: ${gone.join(', ')}`);
    }
    server.close();
    expect(lost).toEqual([]);
  });
});

test.each(Object.entries(LONG))(
  'every form with words, half a megabyte of %s in them',
  async (_kind, text) => {
    const faults: string[] = [];
    for (const [turn, [path, { fields, typed }]] of (await writtenForms()).entries()) {
      const name = typed[turn % typed.length] ?? '';
      const fault = await faultOf(path, new URLSearchParams({ ...fields, [name]: text }).toString());
      if (fault) faults.push(`${path} ${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  },
  120_000,
);

test('every form of every page takes hostile values', async () => {
  const forms = await allForms();
  const unseen: string[] = [];
  const faults: string[] = [];
  let turn = 0;
  let broken = 0;
  // Signing out, withdrawing and beginning anew end what the others need.
  const last = (path: string) =>
    /request\/start/.test(path) ? 2 : /sign-out|withdraw|request\/check/.test(path) ? 1 : 0;
  const posts = routes.filter((route) => route.startsWith('POST') && !route.endsWith('/rehearsal/advance'));
  for (const path of posts.flatMap(pathsOf).sort((a, b) => last(a) - last(b))) {
    const form = forms.get(path);
    if (!form) unseen.push(path);
    const fields: Form['fields'] = form?.fields ?? {};
    const names = form ? Object.keys(fields).filter((name) => name !== '_csrf') : ['reason', 'kind', 'date'];
    const csrf = fields._csrf ?? (await csrfOf(visitorOf(path)));
    for (const name of names) {
      for (const value of someOf(HOSTILE_TEXTS, turn++, EACH)) {
        const body = new URLSearchParams({ ...GOOD, ...fields, [name]: value, _csrf: csrf }).toString();
        const fault = await faultOf(path, body);
        if (fault) faults.push(`${path} ${name} = ${shown(value)}: ${fault}`);
      }
    }
    // They fail before it is known what they are sent to: each reaches many forms, not every form.
    for (const [type, body] of someOf(BROKEN, broken++, Math.min(EACH, BROKEN.length))) {
      const fault = await faultOf(path, body, type);
      if (fault) faults.push(`${path} ${type}: ${fault}`);
    }
  }
  expect(faults).toEqual([]);
  expect(unseen.map(patternOf).sort()).toEqual([...NOT_SHOWN].sort());
}, 300_000);

const patternOf = (path: string) => path.replaceAll(CALL, ':call').replace(/[\da-f]{8}-[\da-f-]{27}/g, ':id');

/** Forms whose request, call or link is not in the state that shows them here: only a guess at their fields is sent. */
const NOT_SHOWN = [
  '/request/sent',
  '/request/confirm/no-such-token',
  '/request/elsewhere/no-such-token',
  '/sign-in/confirm',
  // Who has a second factor or another session, or is asked for one.
  ...['/sign-in/code', '/sign-in/set-up', '/account/codes', '/account/remove', '/account/end'],
  '/my/requests/:id/reopening',
  '/my/requests/:id/follow-up',
  '/my/requests/:id/feedback',
  '/calls/:call/poll',
  '/calls/:call/poll/no-such-token',
  '/subscribe/confirm/no-such-token',
  '/handover/no-such-token',
  '/introduction/no-such-token',
  '/mentoring/no-such-token',
  ...['agree', 'decline', 'leave', 'invite-again'].map((kind) => `/staff/mentors/:id/decide/${kind}`),
  '/my/addresses/prove/no-such-token',
  // A wish is there once its mailed link is used.
  '/my/data/confirm/no-such-token',
  '/staff/privacy/:id',
  '/my/calls/:call/questions/:id/move',
  '/my/calls/:call/questions/:id/request',
  ...[
    'submit-for-review',
    'return-response',
    'send-response',
    'answer-follow-up',
    'close',
    'reopen',
    'refuse-reopening',
  ].map((kind) => `/staff/requests/:id/decide/${kind}`),
  // The person's own, or later ones.
  ...['notify', 'reply', 'appeal', 'decide-appeal'].map((kind) => `/staff/conduct/:id/decide/${kind}`),
  '/staff/closures',
  '/staff/mail/:id/resolve',
  '/staff/calls/:call/decide/confirm',
  '/staff/calls/:call/decide/recap',
  '/staff/calls/:call/questions',
  '/staff/calls/:call/live',
  '/staff/calls/:call/attendance',
  '/staff/calls/:call/attendance/:id',
];

/** Words for inputs that stand empty. */
const GOOD = { reason: 'Words.', question: 'Words?', body: 'Words.', note: 'Words.', name: 'Ada' };

const csrfOf = async (who: keyof typeof visitors) => {
  const html = await (await visitors[who].open(who === 'staff' ? '/staff/settings' : '/sign-out')).text();
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
};

const BROKEN: [string, string][] = [
  ['multipart/form-data', 'x'],
  ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="reason"\r\n\r\nx'],
  ['application/x-www-form-urlencoded', '&&=&%00=%ff&a[b][c]=d'],
  ['application/x-www-form-urlencoded; charset=utf-7', 'a=b'],
  ['application/json', '{"reason":{"a":1},"kind":["x"],"name":null}'],
];

const QUERY_NAMES = [
  ...['q', 'cursor', 'page', 'status', 'series', 'done', 'next', 'zone', 'role', 'document', 'token', 'text'],
  ...['tab', 'sort', 'due', 'assignee', 'month', 'date', 'received-month', 'received-year', 'kind', 'lang'],
];

test('every page takes hostile queries', async () => {
  const faults: string[] = [];
  let turn = 0;
  for (const path of routes.filter((route) => route.startsWith('GET')).flatMap(pathsOf)) {
    for (let n = 0; n < EACH; n += 1) {
      const texts = someOf(HOSTILE_TEXTS, turn++, QUERY_NAMES.length).map((text) => text.slice(0, 300));
      const query = new URLSearchParams(QUERY_NAMES.map((name, index) => [name, texts[index] ?? '']));
      // One that is refused for its control characters would hide what the others do.
      for (const one of [query.toString(), readable(query)]) {
        const { status } = await visitors[visitorOf(path)].open(`${path}?${one}`);
        if (status >= 500) faults.push(`${path}?${one.slice(0, 200)}: ${status}`);
      }
    }
  }
  expect(faults).toEqual([]);
}, 300_000);

function readable(query: URLSearchParams): string {
  return new URLSearchParams([...query].filter(([, text]) => !/[\p{C}\u115f-\u3164]/u.test(text))).toString();
}

describe('afterwards', () => {
  test('no line in the database holds what no line may hold', async () => {
    const { db } = app.services;
    const columns = await db.$queryRaw<{ table: string; column: string }[]>`
      SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'text'`;
    expect(columns.length).toBeGreaterThan(50);
    const found: string[] = [];
    for (const { table, column } of columns) {
      const [row] = await db.$queryRawUnsafe<{ n: bigint }[]>(
        `SELECT count(*) AS n FROM "${table}" WHERE "${column}" ~ $1 OR "${column}" ~ $2`,
        '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]',
        '^[\\u200b-\\u200f\\u3164\\u00ad]+$',
      );
      if (row?.n) found.push(`${table}.${column}`);
    }
    expect(found).toEqual([]);
  });
});
