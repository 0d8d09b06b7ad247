import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Submission } from '../../../../../src/domain/requests/submission.schema.js';
import { withKey } from '../../../../../src/usecases/data-keys.js';
import { reconcileForms } from '../../../../../src/usecases/reconcile/reconcile-forms.js';
import type { ReconcileReport } from '../../../../../src/usecases/reconcile/report.js';
import {
  openSubmission,
  sealSubmission,
} from '../../../../../src/usecases/requests/unconfirmed-submission.js';
import { submission } from '../../../../support/desk.js';
import { LWG, newEmail } from '../../calls/calls-site.js';
import {
  app,
  CONFIRMED,
  confirm,
  held,
  linkTo,
  ownerOf,
  requestsOf,
  sendAs,
  sentElsewhere,
  visitor,
} from './site.js';

describe('a form that waits for its sender', () => {
  let email = '';
  beforeEach(() => {
    email = newEmail();
    app.setNow('2026-11-02T18:00:00.000Z');
  });

  test('is shown by its link, and counts from its sending once confirmed; its sender is signed in', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    app.setNow('2026-11-05T18:00:00.000Z');
    for (let looked = 0; looked < 3; looked += 1) {
      const page = await someone.go(link);
      for (const word of ['canary-7f3a', 'Pat Ruiz', 'Sam Lee', 'sam@elsewhere.example', email])
        expect(page.text).toContain(word);
    }
    expect(await requestsOf(email)).toEqual([]);
    const confirmed = await confirm(someone, link);
    const [request] = await requestsOf(email);
    expect(confirmed).toMatchObject({ status: 303, location: `/my/requests/${request?.id}/sent` });
    expect(request?.receivedAt.toISOString()).toBe('2026-11-02T18:00:00.000Z');
    expect((await someone.go('/my/requests')).text).toContain(`Signed in as ${email}`);
    // A second press, and the link opened again.
    expect(await confirm(someone, link)).toMatchObject({ status: 303 });
    expect((await someone.go(link)).text).toContain('We have your request');
    expect(await requestsOf(email)).toHaveLength(1);
    const [row] = await app.services.db.unconfirmedSubmission.findMany();
    expect(row?.sealed).toHaveLength(0);
  });

  test('pressed several times at once, it is confirmed once, and no answer says that it was not sent', async () => {
    // Which press comes first is chance.
    for (let person = 0; person < 8; person += 1) {
      const [someone, address] = [visitor(), newEmail()];
      const link = await sendAs(someone, address);
      await someone.go(link);
      const sent = { _csrf: someone.hidden('_csrf'), confirms: someone.hidden('confirms') };
      const presses = await Promise.all([1, 2, 3].map(() => someone.go(link, sent)));
      for (const { status } of presses) expect([200, 303]).toContain(status);
      expect(await requestsOf(address)).toHaveLength(1);
    }
  });

  test.each([
    ['before the form is erased', '9', true],
    ['after it', '20', false],
  ])('says whether a court date comes %s', async (_when, day, named) => {
    const someone = visitor();
    await sendAs(someone, email, {
      deadlineKind: 'court',
      'deadline-month': '11',
      'deadline-day': day,
      'deadline-year': '2026',
    });
    const { text } = await someone.go('/request/sent');
    expect(text).toContain('It then counts as sent on Monday, November 2, 2026');
    expect(text.includes('confirm today')).toBe(named);
  });

  test('is nobody’s by signing in with its address: they see that it waits, no more', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' }, { name: 'Mallory' });
    const owner = await ownerOf(email);
    const mine = await owner.go('/my/requests');
    expect(mine.text).toContain('A form is not sent yet');
    expect(mine.text).toContain(`href="${link}"`);
    expect(mine.text).not.toContain('canary-7f3a');
    expect([await requestsOf(email), await held()]).toEqual([[], 1]);
    const known = await app.services.db.personEmail.findUnique({
      where: { email },
      include: { person: true },
    });
    expect(known?.person.name).not.toBe('Mallory');
    expect((await owner.go(link)).text).toContain('canary-7f3a');
    expect(await confirm(owner, link)).toMatchObject({ status: 303 });
    expect(await requestsOf(email)).toHaveLength(1);
  });

  test('a profile changes by its owner alone: not by a form in their name, a key or an import', async () => {
    const { db } = app.services;
    const profile = async () =>
      (await db.personEmail.findUnique({ where: { email }, include: { person: true } }))?.person;
    const owner = visitor();
    await confirm(owner, await sendAs(owner, email));
    expect(await profile()).toMatchObject({ name: 'Pat Ruiz', role: 'paralegal' });
    const link = await sentElsewhere(email, {}, { name: 'Mallory', role: 'attorney' });
    const as = submission({}, { email, name: 'Mallory', role: 'case-manager', ovcGrantee: true });
    const sent = await app.call('/api/v1/ta-requests', { key: await app.newKey('admin'), body: as });
    expect(sent.status).toBe(201);
    const { series, employer, ...rest } = { series: LWG, employer: 'Elsewhere', name: 'Mallory', email };
    await app.call('/api/v1/registrations', {
      key: await app.newKey('admin'),
      body: { ...rest, series, employer, role: 'attorney', licensedIn: ['CA'] },
    });
    expect(await profile()).toMatchObject({ name: 'Pat Ruiz', role: 'paralegal', ovcGrantee: false });
    await confirm(owner, link);
    expect(await profile()).toMatchObject({ name: 'Mallory', role: 'attorney' });
  });

  test('in the name of somebody on staff opens no session of theirs, and is their own request', async () => {
    const { db } = app.services;
    await db.staff.create({
      data: { id: randomUUID(), email, name: 'Kim', role: 'director', createdAt: new Date() },
    });
    const someone = visitor();
    const link = await sendAs(someone, email);
    expect(await confirm(someone, link)).toMatchObject(CONFIRMED);
    expect([...someone.jar.keys()]).not.toContain('ta-desk-session');
    const [request] = await requestsOf(email);
    const [event] = await db.processEvent.findMany({
      where: { workflowId: { contains: request?.id ?? '' } },
    });
    expect(event?.actor).toBe(`person:${request?.requesterId}`);
  });

  test.each<[string, (link: string) => Promise<void>]>([
    ['the same is open already', async () => void (await sameByKey())],
    [
      'its role is not served any more',
      () => rewrite((form) => ({ ...form, requester: { ...form.requester, role: 'retired' } })),
    ],
    ['a topic is gone', () => rewrite((form) => ({ ...form, topics: ['retired'] }))],
    ['a supervisor is needed by now', () => rewrite((form) => ({ ...form, supervisor: undefined }))],
  ])('is shown with the reason, and kept, when %s', async (_name, change) => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    await change(link);
    const before = (await requestsOf(email)).length;
    await someone.go(link);
    const refused = await someone.go(link, { _csrf: someone.hidden('_csrf'), confirms: 'yes' });
    expect([409, 422]).toContain(refused.status);
    expect(refused.text).toContain('We can’t take this form as it is');
    expect(refused.text).toContain('canary-7f3a');
    expect(refused.text).toContain('before Monday, November 9, 2026');
    expect([await held(), (await requestsOf(email)).length]).toEqual([1, before]);
    expect((await someone.go(link)).text).toContain('canary-7f3a');
  });

  const waiting = () => app.services.db.unconfirmedSubmission.findFirstOrThrow({ include: withKey });

  const sameByKey = async () => {
    const body = openSubmission(app.services, await waiting());
    await app.call('/api/v1/ta-requests', { key: await app.newKey('admin'), body });
  };

  const rewrite = async (change: (form: Submission) => Submission) => {
    const row = await waiting();
    const sealed = sealSubmission(app.services, row, change(openSubmission(app.services, row)));
    await app.services.db.unconfirmedSubmission.update({ where: { id: row.id }, data: { sealed } });
  };

  test('is gone after its days, whatever is pressed', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    await someone.go(link);
    const form = { _csrf: someone.hidden('_csrf'), confirms: 'yes' };
    app.setNow('2026-11-09T18:00:00.000Z');
    expect((await someone.go(link)).status).toBe(404);
    expect((await someone.go(link, form)).status).toBe(404);
    expect((await someone.go('/request/sent')).text).toContain('is no longer waiting');
    expect(await requestsOf(email)).toEqual([]);
  });
});

test('a form whose process is lost, or that never had a link, gets them from reconcile', async () => {
  app.setNow('2026-11-02T18:00:00.000Z');
  const { services } = app;
  const email = newEmail();
  const link = await sentElsewhere(email);
  const { id } = await services.db.unconfirmedSubmission.findFirstOrThrow({ include: withKey });
  await services.db.unconfirmedSubmission.update({ where: { id }, data: { tokenHash: null } });
  await services.db.message.deleteMany({ where: { aboutId: id } });
  app.setNow('2026-11-04T18:00:00.000Z');
  const report = { checked: 0, restarted: [] as string[], mended: [] as string[] } as ReconcileReport;
  const processes = { ...services.processes, stateOf: async () => 'missing' as const };
  await reconcileForms({ ...services, processes }, report);
  expect(report).toMatchObject({ restarted: [`submission-expiry/${id}`], mended: [id] });
  const starts = await services.db.outbox.findMany({
    where: { workflowId: `submission-expiry/${id}` },
    orderBy: { id: 'asc' },
  });
  expect(starts.map(({ payload }) => payload)).toEqual([
    [expect.objectContaining({ remindAt: [3, 5, 8].map((day) => `2026-11-0${day}T18:00:00.000Z`) })],
    [expect.objectContaining({ remindAt: [5, 8].map((day) => `2026-11-0${day}T18:00:00.000Z`) })],
  ]);
  expect(await linkTo(email)).toBe(link);
});
