import { test } from '@jest/globals';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { ensureSeries } from '../../../src/usecases/calls/ensure-series.js';
import { countUseCases } from '../budget.js';
import { attends, goodAsker } from '../call-people.js';
import { desk } from './site.js';

const SERIES = 'legal-working-group';

/** As for requests (`statements.cases.ts`). Last of all: from here on the desk has calls. */
const BUDGET = {
  // Somebody new of a new organization, and each rule of a call reads what it needs under the call's lock.
  question: 21,
  'question changed': 11,
  'organization corrected': 16,
  // Its worksheet goes with it.
  'question withdrawn': 8,
  // The same, of a series; staff are told that one waits for them.
  registration: 21,
  approve: 10,
  subscription: 11,
  // Those that tell everybody: mail to a list begins before the answer, and reads who listens.
  cancel: 28,
  confirm: 12,
  reschedule: 28,
  // Words of a decision are kept first, and its questions are changed with it.
  select: 18,
  // Who was there is one transaction, what follows for the call another.
  attendance: 24,
  'publish-recap': 28,
  // A submission out of a locked question, with the worksheet that came with it.
  'question into a request': 17,
  skip: 10,
  pause: 10,
  // The calls of the time it stood still are planned one after another, some of them before the answer.
  resume: 28,
};

test('each use case about a call stays within its budget of round trips', async () => {
  const { count, allWithin } = countUseCases();
  const call = (method: string, path: string, body?: unknown, as: StaffRole = 'coordinator') =>
    desk.api(method, `/api/v1/${path}`, { as, body });
  const post = (path: string, body: unknown) => call('POST', path, body);
  const { db } = desk.wired.services;
  const decide = async (about: string, decision: { kind: string; [field: string]: unknown }) => {
    await count(decision.kind, () => post(`${about}/decisions`, decision));
    // What it told others is sent.
    await desk.advance({ by: 'PT1M' });
  };

  await ensureSeries(desk.wired.services);
  await desk.advance({ by: 'PT1M' });
  const calls = await db.call.findMany({
    where: { seriesId: SERIES, status: 'planned' },
    orderBy: { startsAt: 'asc' },
  });
  // Of a topic that needs no course.
  const open = calls.find(({ topic }) => topic === 'general');
  const [moved, cancelled, confirmed] = calls.filter(({ startsAt }) => open && startsAt > open.startsAt);
  if (!open || !moved || !cancelled || !confirmed) throw new Error('too few calls are planned');
  await desk.advance({ to: open.windowOpensAt.toISOString() });
  const path = `calls/${open.id}`;
  const asked = (n: number) => ({ asker: goodAsker(n), question: `How would you begin with ${n}?` });
  const { body: first } = await post(`${path}/questions`, asked(1));

  const question = await count('question', () => post(`${path}/questions`, asked(2)));
  const own = `${path}/questions/${question.body.id}`;
  await count('question changed', () => call('PUT', own, { question: 'How would you end?' }));
  await count('organization corrected', () => post(`${own}/organization`, { name: 'Office of two' }));
  const later = await post(`${path}/questions`, asked(3));
  await count('question withdrawn', () => call('DELETE', `${path}/questions/${later.body.id}`));
  const registration = {
    series: SERIES,
    name: 'Ana Ortiz',
    role: 'attorney',
    licensedIn: ['CA'],
    employer: 'Valley Legal Aid',
  };
  const pending = await count('registration', () =>
    post('registrations', { ...registration, email: 'ana.statements@gmail.com' }),
  );
  await decide(`registrations/${pending.body.id}`, { kind: 'approve', reason: 'Known.' });
  await count('subscription', () =>
    post('subscriptions', { email: 'statements@legal-aid.example', name: 'Ana', emailUpdates: true }),
  );
  await decide(`calls/${cancelled.id}`, { kind: 'cancel', reason: 'Ill.' });
  await decide(`calls/${confirmed.id}`, { kind: 'confirm' });
  const startsAt = new Date(moved.startsAt.getTime() + 86_400_000).toISOString();
  await decide(`calls/${moved.id}`, { kind: 'reschedule', startsAt });
  await desk.advance({ to: open.questionsCloseAt.toISOString() });
  await decide(path, { kind: 'select', questionIds: [first.id] });
  await desk.advance({ to: new Date(open.endsAt.getTime() + 3_600_000).toISOString() });
  await count('attendance', () => post(`${path}/attendance`, [attends(goodAsker(1).email, open.id)]));
  await decide(path, { kind: 'publish-recap', body: 'What we learned.' });
  await count('question into a request', () => post(`${own}/request`, {}));
  const farAhead = new Date(open.startsAt.getTime() + 14 * 7 * 86_400_000);
  await decide(`series/${SERIES}`, { kind: 'skip', date: farAhead.toISOString().slice(0, 10) });
  await decide(`series/${SERIES}`, { kind: 'pause' });
  await decide(`series/${SERIES}`, { kind: 'resume' });
  allWithin(BUDGET);
}, 120_000);
