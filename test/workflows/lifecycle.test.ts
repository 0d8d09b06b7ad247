import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { submissionSchema } from '../../src/domain/requests/submission.schema.js';
import { confirmSubmission } from '../../src/usecases/requests/confirm-submission.js';
import { importRequests } from '../../src/usecases/requests/import-requests.js';
import { submitUnconfirmed } from '../../src/usecases/requests/submit-unconfirmed.js';
import { confirmationToken } from '../../src/usecases/requests/unconfirmed-submission.js';
import { discardSubmission, formOfLink } from '../../src/usecases/requests/waiting-submission.js';
import { startDesk, submission, type TestDesk } from '../support/desk.js';
import { heldUp } from './held-up.js';
import { staysWithinItsStatements } from './statements.js';
import { whatWasReviewed } from './what-was-reviewed.js';
import { whoReadsWhat } from './who-reads-what.js';

/** Lives of requests, told over the API on simulated time. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ startAt: '2054-11-23T10:00:00-08:00' });
  for (const [email, role] of [
    ['attorney@desk.example', 'attorney'],
    ['coordinator@desk.example', 'coordinator'],
    ['director@desk.example', 'director'],
  ] as const) {
    await desk.wired.services.db.staff.create({
      data: { id: crypto.randomUUID(), email, name: role, role, createdAt: new Date() },
    });
  }
}, 120_000);
afterAll(() => desk?.close());

const types = async (id: string) => (await desk.timeline(id)).map((line) => line.split(' ')[0]);
const decisionAs = (id: string, decision: Record<string, unknown>, as: Parameters<TestDesk['decide']>[2]) =>
  desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, { as, body: decision });

test('asked, assigned, asked back, answered, reviewed, sent, closed, reopened', async () => {
  const { id } = await desk.submit(
    {
      supervisor: { name: 'Sam Lee', email: 'sam.lee@legal-aid.example', role: 'attorney' },
    },
    { role: 'paralegal', email: 'para@legal-aid.example' },
  );
  // In the order of the event's row, though they are written at once.
  expect((await desk.mails(id)).slice(0, 2)).toEqual(['request-received', 'supervisor-confirmation']);

  const assigned = await desk.decide(id, { kind: 'assign', to: 'attorney@desk.example' }, 'coordinator');
  expect(assigned).toMatchObject({ status: 'in-progress', assignee: { email: 'attorney@desk.example' } });
  await desk.decide(id, { kind: 'request-information', question: 'Which office?' }, 'attorney');
  await desk.advance({ by: 'P2D' });
  const answered = await desk.api('POST', `/api/v1/ta-requests/${id}/information`, {
    body: { answer: 'Vermont.' },
  });
  expect(answered).toMatchObject({
    status: 200,
    body: { status: 'in-progress', clock: { state: 'running' } },
  });

  await desk.decide(id, { kind: 'draft-response', body: 'First thoughts.' }, 'attorney');
  await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
  expect(await decisionAs(id, { kind: 'send-response' }, 'attorney')).toMatchObject({
    status: 403,
    body: { code: 'own-draft' },
  });
  await desk.decide(id, { kind: 'return-response', note: 'Cite the rule.' }, 'reviewer');
  await desk.decide(id, { kind: 'draft-response', body: 'With the rule.' }, 'attorney');
  await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
  expect(await decisionAs(id, { kind: 'send-response' }, 'reviewer')).toMatchObject({
    status: 409,
    body: { code: 'not-allowed-now' },
  });
  await desk.api('POST', `/api/v1/ta-requests/${id}/supervisor-confirmation`, { body: { confirms: true } });
  const sent = await desk.decide(id, { kind: 'send-response' }, 'reviewer');
  expect(sent).toMatchObject({ status: 'responded', clock: { state: 'stopped' }, waitingFor: [] });

  expect((await desk.api('GET', `/api/v1/ta-requests/${id}/response`)).body.body).toBe('With the rule.');
  const { body: mails } = await desk.api('GET', `/api/v1/messages?about=${id}&limit=100`);
  const ready = mails.items.find((mail: { kind: string }) => mail.kind === 'response-ready');
  expect(ready).toMatchObject({
    to: ['para@legal-aid.example'],
    cc: ['sam.lee@legal-aid.example'],
    status: 'sent',
  });

  await desk.decide(id, { kind: 'close' }, 'coordinator');
  await desk.advance({ by: 'P30D' });
  const reopened = await desk.decide(id, { kind: 'reopen', reason: 'New decision.' }, 'coordinator');
  expect(reopened).toMatchObject({
    // Whoever had it has it again.
    status: 'in-progress',
    assignee: { email: 'attorney@desk.example' },
    episode: 2,
    clock: { state: 'running', businessDaysUsed: 0 },
  });
  expect(reopened.receivedAt).toBe((await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.receivedAt);
  expect(await types(id)).toEqual([
    'received',
    'assigned',
    'information-requested',
    'information-answered',
    'submitted-for-review',
    'response-returned',
    'submitted-for-review',
    'supervisor-confirmed',
    'responded',
    'closed',
    'reopened',
  ]);
});

describe('ends', () => {
  test.each([
    [{ kind: 'redirect', to: 'legal-working-group', note: 'Join the call.' }, 'redirected'],
    [{ kind: 'decline', policy: 'scope', reason: 'Research.' }, 'declined'],
  ])('%j stops the clock and tells the requester', async (decision, status) => {
    const { id } = await desk.submit({}, { email: `${status}@legal-aid.example` });
    const ended = await desk.decide(id, decision, 'coordinator');
    expect(ended).toMatchObject({ status, clock: { state: 'stopped' } });
    expect((await desk.mails(id)).at(-1)).toBe(status);
    expect(await decisionAs(id, { kind: 'assign', to: 'attorney@desk.example' }, 'admin')).toMatchObject({
      status: 409,
      body: { code: 'not-allowed-now' },
    });
  });

  test('withdrawn by the requester', async () => {
    const { id } = await desk.submit({}, { email: 'withdraws@legal-aid.example' });
    const gone = await desk.api('POST', `/api/v1/ta-requests/${id}/withdrawal`, { body: {} });
    expect(gone).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
  });

  test('merged into an open one, which keeps the earliest date', async () => {
    const first = await desk.submit({}, { email: 'twice@legal-aid.example' });
    await desk.advance({ by: 'P3D' });
    const second = await desk.submit({}, { email: 'twice@legal-aid.example' });
    const merged = await desk.decide(first.id, { kind: 'merge', into: second.id }, 'coordinator');
    expect(merged).toMatchObject({ status: 'merged', mergedInto: second.id });
    await desk.advance({ by: 'PT1M' });
    const { body: target } = await desk.api('GET', `/api/v1/ta-requests/${second.id}`);
    expect(target).toMatchObject({ receivedAt: first.receivedAt, dueAt: first.dueAt });
  });

  test('never merged into another person’s, whose dates stay their own', async () => {
    const { services } = desk.wired;
    const inSixWeeks = new Date(services.clock.now().getTime() + 42 * 86_400_000).toISOString();
    const court = { kind: 'court', date: inSixWeeks.slice(0, 10) };
    const first = await desk.submit({ courtOrFilingDeadline: court }, { email: 'one@legal-aid.example' });
    await desk.advance({ by: 'PT1H' });
    const second = await desk.submit({}, { email: 'two@legal-aid.example' });
    expect(await decisionAs(first.id, { kind: 'merge', into: second.id }, 'admin')).toMatchObject({
      status: 422,
      body: {
        code: 'invalid',
        detail: expect.stringContaining('redirect this one'),
        errors: [{ pointer: '/into' }],
      },
    });
    const command = (samePerson?: boolean) => ({
      v: 1 as const,
      commandId: crypto.randomUUID(),
      actor: 'user:somebody',
      role: 'admin' as const,
      notAfter: new Date(services.clock.now().getTime() + 3_600_000).toISOString(),
      onBehalfOf: null,
      command: { kind: 'merge' as const, into: second.id, samePerson },
    });
    const { processes } = services;
    expect(await processes.decide(`ta-request/${first.id}/1`, command(false))).toMatchObject({
      outcome: 'refused',
      problem: { code: 'invalid' },
    });
    // One that doesn't say, sent before it was asked for: it ends, and passes nothing on.
    expect(await processes.decide(`ta-request/${first.id}/1`, command())).toMatchObject({ outcome: 'done' });
    await desk.advance({ by: 'PT1M' });
    const { body: target } = await desk.api('GET', `/api/v1/ta-requests/${second.id}`);
    expect(target).toMatchObject({ receivedAt: second.receivedAt, courtOrFilingDeadline: null });
    expect(await types(second.id)).toEqual(['received']);
  });
});

describe('two requests that are merged at one moment', () => {
  const merge = (into: string) => ({
    v: 1 as const,
    commandId: crypto.randomUUID(),
    actor: 'user:somebody',
    role: 'admin' as const,
    notAfter: new Date(desk.wired.services.clock.now().getTime() + 3_600_000).toISOString(),
    onBehalfOf: null,
    command: { kind: 'merge' as const, into, samePerson: true },
  });
  const decide = (id: string, into: string) =>
    desk.wired.services.processes.decide(`ta-request/${id}/1`, merge(into));

  test('into one that has ended: refused, and it stays open', async () => {
    const first = await desk.submit({}, { email: 'ended@merges.example' });
    const second = await desk.submit({}, { email: 'ended@merges.example' });
    await desk.api('POST', `/api/v1/ta-requests/${second.id}/withdrawal`, { body: {} });
    expect(await decide(first.id, second.id)).toMatchObject({
      outcome: 'refused',
      problem: { code: 'invalid' },
    });
    const { body } = await desk.api('GET', `/api/v1/ta-requests/${first.id}`);
    expect(body).toMatchObject({ status: 'queued', mergedInto: null, version: 1 });
  });

  test('into each other: one of them is still to be answered', async () => {
    const first = await desk.submit({}, { email: 'both@merges.example' });
    const second = await desk.submit({}, { email: 'both@merges.example' });
    const outcomes = await Promise.all([decide(first.id, second.id), decide(second.id, first.id)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
    const bodies = [first, second].map(({ id }) => desk.api('GET', `/api/v1/ta-requests/${id}`));
    expect((await Promise.all(bodies)).map(({ body }) => body.status).sort()).toEqual(['merged', 'queued']);
  });
});

describe('dates that move', () => {
  test('five more days with a reason; the second extension is the director’s', async () => {
    const { id, dueAt } = await desk.submit({}, { email: 'extended@legal-aid.example' });
    const extended = await desk.decide(
      id,
      { kind: 'extend', businessDays: 5, reason: 'Volume.' },
      'coordinator',
    );
    expect(extended.dueAt > dueAt).toBe(true);
    expect(extended.clock.businessDaysLeft).toBe(20);
    expect(
      await decisionAs(id, { kind: 'extend', businessDays: 1, reason: 'Again.' }, 'attorney'),
    ).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    await desk.decide(id, { kind: 'extend', businessDays: 1, reason: 'Again.' }, 'director');
    expect((await desk.mails(id)).filter((kind) => kind === 'extension-notice')).toHaveLength(2);
  });

  test('a closure moves open deadlines and is told; taken back, the date is not pulled in under people', async () => {
    const { id, dueAt } = await desk.submit({}, { email: 'closure@legal-aid.example' });
    const { days } = (await desk.api('GET', `/api/v1/ta-requests/${id}/clock`)).body;
    const { date } = days.filter((day: { kind: string }) => day.kind === 'counted').at(-1);
    const preview = await desk.api('POST', '/api/v1/closures?preview=true', {
      as: 'director',
      body: { date, name: 'Storm' },
    });
    expect(preview.status).toBe(200);
    const entered = await desk.api('POST', '/api/v1/closures', {
      as: 'director',
      body: { date, name: 'Storm' },
    });
    expect(entered.status).toBe(201);
    await desk.advance({ by: 'PT1M' });
    const moved = (await desk.api('GET', `/api/v1/ta-requests/${id}`)).body;
    expect(moved.dueAt > dueAt).toBe(true);
    expect((await desk.mails(id)).at(-1)).toBe('deadline-moved');
    const removed = await desk.api('DELETE', `/api/v1/closures/${date}`, { as: 'director' });
    expect(removed.status).toBeLessThan(300);
    await desk.advance({ by: 'PT1M' });
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.dueAt).toBe(dueAt);
  });

  test('another court date makes it urgent, none makes it ordinary again', async () => {
    const { id } = await desk.submit({}, { email: 'court@legal-aid.example' });
    const now = (await desk.api('GET', '/api/v1/rehearsal')).body.now;
    const date = new Date(Date.parse(now) + 9 * 86_400_000).toISOString().slice(0, 10);
    const urgent = await desk.decide(id, {
      kind: 'change-deadline',
      courtOrFilingDeadline: { kind: 'filing', date },
    });
    expect(urgent).toMatchObject({
      urgent: true,
      priority: 'urgent',
      courtOrFilingDeadline: { kind: 'filing', date },
    });
    const ordinary = await desk.decide(id, { kind: 'change-deadline', courtOrFilingDeadline: null });
    expect(ordinary).toMatchObject({ urgent: false, courtOrFilingDeadline: null, targetAt: ordinary.dueAt });
  });
});

describe('the answer', () => whatWasReviewed(() => desk));
staysWithinItsStatements(() => desk);
describe('what can’t be carried out', () => heldUp(() => desk));

test('brought in from an older form: first dates kept, nobody written to but staff', async () => {
  const rows = ['2054-10-05T17:00:00.000Z', '2054-11-20T18:00:00.000Z'].map((receivedAt, index) => ({
    line: index + 2,
    receivedAt,
    submission: submissionSchema.parse(
      submission({ facts: `Old ${index}` }, { email: `old${index}@legal-aid.example` }),
    ),
  }));
  expect(await importRequests(desk.wired.services, rows)).toMatchObject({
    ok: true,
    value: { imported: 2, overdue: 2 },
  });
  const list = await desk.api('GET', '/api/v1/ta-requests?q=old0%40legal-aid.example');
  const overdue: string = list.body.items[0].id;
  const { body } = await desk.api('GET', `/api/v1/ta-requests/${overdue}`);
  expect(body).toMatchObject({ receivedAt: '2054-10-05T17:00:00.000Z', status: 'queued' });
  expect(body.escalationLevel).toBeGreaterThan(0);
  expect(await desk.mails(overdue)).toEqual([]);
  const again = await importRequests(desk.wired.services, rows);
  expect(again).toMatchObject({ ok: false, problems: [{ line: 2 }, { line: 3 }] });
  const before = body.escalationLevel;
  await desk.advance({ by: 'P9D' });
  const later = (await desk.api('GET', `/api/v1/ta-requests/${overdue}`)).body;
  expect(later.escalationLevel).toBeGreaterThan(before);
});

whoReadsWhat(() => desk, { attorney: 'attorney@desk.example' });

describe('a web form that waits for its sender', () => {
  const hold = async (email: string) => {
    const { services } = desk.wired;
    const form = submissionSchema.parse(submission({}, { email }));
    const held = await submitUnconfirmed(services, form, crypto.randomUUID());
    if (!held.ok) throw new Error(held.problem.code);
    return services.db.unconfirmedSubmission.findUniqueOrThrow({ where: { id: held.value.id } });
  };
  const days = async (id: string) => {
    const { db } = desk.wired.services;
    const rows = await db.message.findMany({
      where: { aboutId: id, kind: 'confirm-address' },
      orderBy: { queuedAt: 'asc' },
    });
    const [first] = rows;
    return rows.map(({ queuedAt, subject }) => [
      Math.round((queuedAt.getTime() - (first?.queuedAt.getTime() ?? 0)) / 86_400_000),
      subject.startsWith('Reminder'),
    ]);
  };

  test('is reminded of after 1, 3 and 6 days, and erased after 7; what was confirmed or thrown away is not', async () => {
    const { services } = desk.wired;
    const left = await hold('left@legal-aid.example');
    const confirmed = await hold('confirmed@legal-aid.example');
    const thrown = await hold('thrown@legal-aid.example');
    await desk.advance({ by: 'P2D' });
    const { sentAt } = confirmed;
    const done = await confirmSubmission(services, confirmationToken(services, confirmed));
    expect(done).toMatchObject({ ok: true, value: { requestId: confirmed.id } });
    await discardSubmission(services, confirmationToken(services, thrown));
    await desk.advance({ by: 'P4DT1H' });
    expect(await formOfLink(services, confirmationToken(services, left))).not.toBeNull();
    await desk.advance({ by: 'P1D' });
    expect(await formOfLink(services, confirmationToken(services, left))).toBeNull();
    expect(await services.db.unconfirmedSubmission.count()).toBe(0);
    expect(await days(left.id)).toEqual([
      [0, false],
      [1, true],
      [3, true],
      [6, true],
    ]);
    for (const { id } of [confirmed, thrown]) expect((await days(id)).length).toBe(2);
    const { body } = await desk.api('GET', `/api/v1/ta-requests/${confirmed.id}`);
    expect(body.receivedAt).toBe(sentAt.toISOString());
  });
});
