import { expect } from '@jest/globals';
import { STATES } from '../../../src/domain/program/states.js';
import { createKey } from '../../../src/usecases/keys/create-key.js';
import { wordsFromElsewhere } from '../../support/marked-texts.js';
import { program } from '../pages/form/a-program.js';
import { goodQuestion, goodRegistration, planCalls } from './calls.js';
import { createVisitor } from './form-visitor.js';
import { goodSubmission } from './submission.js';
import type { TestApp } from './test-app.js';

const CALL = 'legal-working-group-2026-11-04';
export const ANA = {
  name: 'Ana Ruiz',
  email: 'ana.ruiz@legal-aid.example',
  role: 'attorney',
  organization: 'Legal Aid',
};
const ADMIN = { name: 'Ada Admin', email: 'ada.admin@program.example' };
const KEY_NAME = 'Another System';
/** May tell who a client is. */
export const A_NUMBER = 'A123456789';

/** Addresses by who is signed in there. What is in no catalogue is left out: the program's own pages, mails, the API's. */
export const PAGES = {
  nobody: [
    ...['/', '/hotline', '/privacy', '/accessibility', '/referrals', '/no-such-page'],
    ...['/when-would-i-hear', '/when-would-i-hear?time=x'],
    ...['/request/start', '/request/talk?role=attorney', '/request/talk?role=x', '/request/sent'],
    ...['/request/not-reviewed?document=t-visa-initial-declaration', '/request/confirm/x'],
    ...['/calls', '/calls/:call', '/calls/register/:series', '/subscribe', '/subscribe/sent'],
    ...['/subscribe/confirm/x', '/unsubscribe/x', '/handover/x', '/supervisor/x'],
  ],
  requester: [
    ...['', '/sent', '/clock', '/court-date', '/message', '/withdraw', '/documents'].map(
      (page) => `/my/requests/:request${page}`,
    ),
    ...['/my/requests', '/my/calls', '/my/subscription', '/calls/register/:series', '/sign-out'],
    ...['', '/ask', '/poll'].map((page) => `/calls/:call${page}`),
    ...['', '/withdraw', '/move', '/request'].map((page) => `/my/calls/:call/questions/:question${page}`),
  ],
  staff: [
    ...['', '/requests/:request', '/requests/:request/clock', '/closures', '/mail', '/numbers', '/people'],
    ...['/people/add', '/people/:person', '/keys', '/settings', '/completions'],
    ...['/registrations', '/registrations/:registration', '/calls', '/calls/series/:series', '/calls/:call'],
    ...['/questions', '/questions/:question', '/agenda', '/live', '/attendance', '/decide/cancel'].map(
      (page) => `/calls/:call${page}`,
    ),
  ].map((page) => `/staff${page}`),
};

/** What staff may decide of a request that has just come in. */
export const DECISIONS_AT_FIRST = [
  ...['draft-response', 'assign', 'request-information', 'reply', 'note', 'extend', 'reprioritise'],
  ...['change-deadline', 'reclassify', 'merge', 'redirect', 'decline'],
];

const SIGNED_IN = { nobody: null, requester: ANA.email, staff: ADMIN.email };
export type Reader = keyof typeof SIGNED_IN;

/** What stands on pages in no language: the program and its days off, and what was typed. */
const DATA = [
  ...wordsIn([program, ANA, ADMIN, goodSubmission(), goodQuestion()]),
  ...STATES.map(({ name }) => name),
  ...['Veterans Day', KEY_NAME, A_NUMBER],
];

/** Words, and not ids. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[A-Z @]/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : [];
}

/** A browser at a desk of marked words; of each page it tells the words from elsewhere. */
export async function createReader(app: TestApp, url: string, who: Reader) {
  const visitor = createVisitor({
    ...app,
    call: (path, { method = 'GET', body, headers = {} } = {}) =>
      fetch(`${url}${path}`, { method, body: body as string, headers, redirect: 'manual' }),
  });
  const email = SIGNED_IN[who];
  if (email) {
    const used = await app.deps.auth.use(await app.deps.auth.make({ email, validMs: 60_000 }));
    visitor.adopt(used?.setCookies ?? []);
  }
  const read = async (answer: Response) => {
    const html = await answer.text();
    return { status: answer.status, html, elsewhere: wordsFromElsewhere(html, DATA) };
  };
  return {
    open: async (path: string) => read(await visitor.open(path)),
    send: async (path: string, fields: Record<string, string>) => read(await visitor.send(path, fields)),
  };
}

/** A request, and a call with a question and a registration: what pages are about, by its name in `PAGES`. */
export async function furnish(app: TestApp): Promise<Record<string, string>> {
  const { db, clock } = app.services;
  await planCalls(app, { from: '2026-10-07', to: '2026-12-31' });
  const { key } = await createKey(db, { name: KEY_NAME, role: 'admin' });
  // Those of other tests have names that are roles, too.
  await db.apiKey.updateMany({ data: { name: KEY_NAME } });
  const made = async (path: string, body: unknown): Promise<string> => {
    const answer = await app.call(`/api/v1${path}`, { key, body });
    expect([path, answer.status]).toEqual([path, 201]);
    return ((await answer.json()) as { id: string }).id;
  };
  const staff = { id: crypto.randomUUID(), ...ADMIN, role: 'admin', createdAt: clock.now() };
  await db.staff.create({ data: staff });
  // Who asks on this call has passed a course.
  const courseId = 'human-trafficking-defined';
  const completedAt = '2026-11-01T18:00:00.000Z';
  const passed = { courseId, passed: true, completedAt, source: 'import', sourceId: 'one' };
  await made('/completions', { email: ANA.email, ...passed });
  const { name, email, organization: employer } = ANA;
  const requester = { ...(goodSubmission().requester as object), ...ANA };
  return {
    call: CALL,
    series: 'legal-working-group',
    person: staff.id,
    request: await made('/ta-requests', goodSubmission({ requester })),
    question: await made(`/calls/${CALL}/questions`, goodQuestion({ asker: ANA })),
    registration: await made('/registrations', goodRegistration({ name, email, employer })),
  };
}
