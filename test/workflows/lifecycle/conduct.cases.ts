import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { submissionSchema } from '../../../src/domain/requests/submission.schema.js';
import { ownRefusal } from '../../../src/usecases/conduct/active-refusal.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { MAIL_FACTS } from '../../../src/usecases/mail/mail-facts.js';
import { stillWanted } from '../../../src/usecases/mail/still-wanted.js';
import { mend } from '../../../src/usecases/mend.js';
import { purgeDue } from '../../../src/usecases/purge-due.js';
import { reconcileReview } from '../../../src/usecases/reconcile/reconcile-reviews.js';
import { emptyReport } from '../../../src/usecases/reconcile/report.js';
import { confirmSubmission } from '../../../src/usecases/requests/confirm-submission.js';
import { submitUnconfirmed } from '../../../src/usecases/requests/submit-unconfirmed.js';
import { confirmationToken } from '../../../src/usecases/requests/unconfirmed-submission.js';
import { local, submission } from '../../support/desk.js';
import { desk } from './site.js';

/** Whether somebody is refused assistance for what they did with it: from the evidence to the end of what follows. */
describe('a conduct review', () => {
  const personOf = async (email: string) => (await desk.submit({}, { email })).requester.id as string;
  const open = async (personId: string, as: StaffRole = 'director') =>
    desk.api('POST', '/api/v1/conduct-reviews', {
      as,
      body: { personId, grounds: 'plagiarism', evidence: 'Our answer of May, sold as their own.' },
    });
  const decide = (id: string, decision: object, as: StaffRole | null = 'director') =>
    desk.api('POST', `/api/v1/conduct-reviews/${id}/decisions`, { as, body: decision });
  const must = async (id: string, decision: object, as: StaffRole = 'director') => {
    const { status, body } = await decide(id, decision, as);
    if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const ask = (email: string) => desk.api('POST', '/api/v1/ta-requests', { body: submission({}, { email }) });
  const inDays = async (days: number) => {
    const { now } = (await desk.api('GET', '/api/v1/rehearsal')).body;
    return local(new Date(Date.parse(now) + days * 86_400_000).toISOString()).slice(0, 10);
  };
  const mails = async (id: string, as: StaffRole = 'director') =>
    (await desk.api('GET', `/api/v1/messages?about=${id}&limit=100`, { as })).body.items.map(
      ({ kind }: { kind: string }) => kind,
    );

  test('notice, refusal at intake under every address, appeal, reversed: then they ask again', async () => {
    const email = 'copies@legal-aid.example';
    const personId = await personOf(email);
    await desk.api('POST', `/api/v1/people/${personId}/addresses`, {
      body: { email: 'other@copies.example' },
    });
    const opened = await open(personId);
    expect(opened).toMatchObject({ status: 201, body: { status: 'open', active: false, notifiedAt: null } });
    const { id } = opened.body;
    expect(await decide(id, { kind: 'refuse', until: await inDays(30), reason: 'Sold.' })).toMatchObject({
      status: 409,
      body: { code: 'not-allowed-now' },
    });
    await must(id, { kind: 'notify' });
    const refused = await must(id, { kind: 'refuse', until: await inDays(30), reason: 'You sold it.' });
    expect(refused).toMatchObject({ status: 'refused', active: true, until: await inDays(30) });
    expect(refused.appealUntil).not.toBeNull();
    for (const address of [email, 'OTHER@copies.example']) {
      expect(await ask(address)).toMatchObject({ status: 403, body: { code: 'assistance-refused' } });
    }
    await must(id, { kind: 'appeal', reason: 'It was my own.' });
    expect(await decide(id, { kind: 'appeal', reason: 'Once more.' })).toMatchObject({ status: 409 });
    expect(await decide(id, { kind: 'dismiss', reason: 'No.' })).toMatchObject({ status: 409 });
    const decided = await must(id, { kind: 'decide-appeal', upheld: false, reason: 'It was.' });
    expect(decided).toMatchObject({ status: 'reversed', active: false, decidedAlone: true });
    expect(
      decided.texts.map(({ field, from }: { field: string; from: string }) => `${field} ${from}`),
    ).toEqual(['evidence staff', 'refusal staff', 'appeal person', 'appeal-decision staff']);
    expect(await ask(email)).toMatchObject({ status: 201 });
    expect(await decide(id, { kind: 'notify' })).toMatchObject({ status: 409 });
    expect(await mails(id)).toEqual([
      'conduct-notice',
      'conduct-refused',
      'conduct-appeal',
      'conduct-appeal-received',
      'conduct-appeal-decided',
    ]);
  });

  test('is the directors’: others learn of neither it nor its mails, and an admin leaves appeals alone', async () => {
    const email = 'quiet@legal-aid.example';
    const personId = await personOf(email);
    for (const as of ['coordinator', 'attorney', 'reviewer'] as const) {
      expect(await open(personId, as)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    const { id } = (await open(personId, 'admin')).body;
    await must(id, { kind: 'notify' }, 'admin');
    await must(id, { kind: 'reply', body: 'I did not.' });
    await must(id, { kind: 'refuse', until: await inDays(20), reason: 'Sold.' }, 'admin');
    for (const as of ['coordinator', 'attorney', 'reviewer'] as const) {
      const answers = [
        await desk.api('GET', `/api/v1/conduct-reviews/${id}`, { as }),
        await desk.api('GET', `/api/v1/conduct-reviews/${randomUUID()}`, { as }),
        await desk.api('GET', '/api/v1/conduct-reviews', { as }),
        await decide(id, { kind: 'dismiss', reason: 'No.' }, as),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      expect(await mails(id, as)).toEqual([]);
    }
    expect(await mails(id)).toEqual(['conduct-notice', 'conduct-reply', 'conduct-refused']);
    for (const decision of [
      { kind: 'appeal', reason: 'It was my own.' },
      { kind: 'decide-appeal', upheld: true, reason: 'No.' },
    ]) {
      expect(await decide(id, decision, 'admin')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    expect(await must(id, { kind: 'dismiss', reason: 'We were wrong.' })).toMatchObject({
      status: 'dismissed',
    });
    expect(await ask(email)).toMatchObject({ status: 201 });
  });

  test('whoever sends for them learns nothing, what is open goes on, what they sent before waits for them', async () => {
    const { services } = desk.wired;
    const email = 'sent.for@legal-aid.example';
    const sent = await desk.submit({}, { email });
    const form = submissionSchema.parse(submission({}, { email }));
    const held = await submitUnconfirmed(services, { ...form, facts: 'Another case.' }, randomUUID());
    if (!held.ok) throw new Error(held.problem.code);
    const row = await services.db.unconfirmedSubmission.findUniqueOrThrow({
      where: { id: held.value.id },
      include: withKey,
    });
    const { id } = (await open(sent.requester.id)).body;
    await must(id, { kind: 'notify' });
    const wouldBeRefused = async () =>
      (await MAIL_FACTS.form({ ...services }, row.id, services.clock.now()))?.refused;
    expect(await wouldBeRefused()).toBe(false);
    await must(id, { kind: 'refuse', until: await inDays(20), reason: 'Sold.' });
    // Added afterwards, by staff or whoever proves it: the same person.
    await desk.api('POST', `/api/v1/people/${sent.requester.id}/addresses`, {
      body: { email: 'sent.for.too@legal-aid.example' },
    });
    for (const as of ['coordinator', 'attorney', 'director'] as const) {
      const body = submission({}, { email: 'sent.for.too@legal-aid.example' });
      expect(await desk.api('POST', '/api/v1/ta-requests', { as, body })).toMatchObject({
        status: 403,
        body: {
          code: 'assistance-refused',
          title: expect.not.stringMatching(/assistance|review/i),
          detail: expect.not.stringMatching(/assistance|refus|review|appeal/i),
        },
      });
    }
    // As somebody else’s supervisor they are not touched.
    const supervised = { supervisor: { name: 'Sam Ito', email, role: 'attorney' } };
    expect(
      await desk.submit(supervised, { email: 'supervised.by@legal-aid.example', role: 'paralegal' }),
    ).toMatchObject({ supervisor: { email } });
    expect((await desk.decide(sent.id, { kind: 'assign', to: 'attorney@desk.example' })).status).toBe(
      'in-progress',
    );
    const own = { kind: 'person', id: sent.requester.id, name: 'Ana', email } as const;
    const tried = await confirmSubmission(services, confirmationToken(services, row));
    expect(tried).toMatchObject({ ok: false, problem: { reason: 'assistance-refused' } });
    expect(await ownRefusal(services, own)).toMatchObject({ id });
    expect(await wouldBeRefused()).toBe(true);
    // They are reminded of no form, and get the link of one they send now: behind it they learn what it is.
    const another = await submitUnconfirmed(services, { ...form, facts: 'A third case.' }, randomUUID());
    if (!another.ok) throw new Error(another.problem.code);
    const mailed = await services.db.message.findFirstOrThrow({
      where: { aboutId: another.value.id },
      include: withKey,
    });
    expect(await stillWanted(services, mailed)).toBe('yes');
    await must(id, { kind: 'appeal', reason: 'It was my own.' });
    await must(id, { kind: 'decide-appeal', upheld: false, reason: 'It was.' });
    expect(await wouldBeRefused()).toBe(false);
    expect(await confirmSubmission(services, confirmationToken(services, row))).toMatchObject({ ok: true });
  });

  test('what Temporal lost goes on from its last event; what nobody recorded is mended; what is over is erased', async () => {
    const { services } = desk.wired;
    const { db } = services;
    const { id } = (await open(await personOf('lost@legal-aid.example'))).body;
    await must(id, { kind: 'notify' });
    const {
      processState,
      dataKey: _key,
      ...kept
    } = await db.conductReview.findUniqueOrThrow({
      where: { id },
      include: withKey,
    });
    const again = async (change: Partial<typeof kept> = {}) => {
      const copy = { ...kept, ...change, id: randomUUID() };
      const state = { ...(processState as object), reviewId: copy.id };
      await db.conductReview.create({ data: { ...copy, processState: state } });
      return copy.id;
    };
    const lost = await again();
    expect(await mend(services, lost)).toEqual({ outcome: 'started' });
    expect(await must(lost, { kind: 'dismiss', reason: 'Nothing in it.' })).toMatchObject({
      status: 'dismissed',
    });
    expect(await mend(services, lost)).toEqual({ outcome: 'ended' });
    expect(await mend(services, id)).toEqual({ outcome: 'ran' });

    const off = await again({ nextDueAt: null });
    const report = emptyReport();
    await reconcileReview(services, off, report);
    expect(report).toMatchObject({ restarted: [off], mended: [off], alarms: [] });
    expect(
      (await db.conductReview.findUniqueOrThrow({ where: { id: off }, include: withKey })).nextDueAt,
    ).toEqual(kept.nextDueAt);
    await must(off, { kind: 'dismiss', reason: 'Nothing in it.' });

    const { conductReviewDays } = services.programs.current().program.retention;
    const days = (n: number) => new Date(services.clock.now().getTime() - n * 86_400_000);
    await db.conductReview.update({ where: { id: lost }, data: { endedAt: days(conductReviewDays + 1) } });
    await db.conductReview.update({ where: { id: off }, data: { endedAt: days(conductReviewDays - 1) } });
    const left = async (one: string) => [
      await db.conductReview.count({ where: { id: one } }),
      await db.conductText.count({ where: { reviewId: one } }),
      await db.message.count({ where: { aboutId: one } }),
      await db.processEvent.count({ where: { workflowId: `conduct-review/${one}` } }),
    ];
    expect(await left(lost)).toEqual([1, 1, 1, 1]);
    expect((await purgeDue(services)).conductReviews).toBe(1);
    expect(await left(lost)).toEqual([0, 0, 0, 0]);
    expect(await left(off)).toEqual([1, 1, 1, 1]);
    expect((await left(id))[0]).toBe(1);
  });

  test('with another director there, whoever refused doesn’t decide the appeal', async () => {
    const { db } = desk.wired.services;
    const second = { id: randomUUID(), email: 'second@desk.example', name: 'Second', role: 'director' };
    await db.staff.create({ data: { ...second, createdAt: new Date() } });
    const { id } = (await open(await personOf('appeals@legal-aid.example'))).body;
    await must(id, { kind: 'notify' });
    await must(id, { kind: 'refuse', until: await inDays(20), reason: 'Sold.' });
    await must(id, { kind: 'appeal', reason: 'It was my own.' });
    const decision = { kind: 'decide-appeal', upheld: true, reason: 'It was not.' };
    expect(await decide(id, decision)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    await db.staff.update({ where: { id: second.id }, data: { active: false } });
    expect(await must(id, decision)).toMatchObject({ status: 'upheld', active: true, decidedAlone: true });
  });

  test('two refused who are one person are refused until the last ends, and each answers to its own review', async () => {
    const emails = ['one.of.two@legal-aid.example', 'two.of.two@legal-aid.example'] as const;
    const people = [await personOf(emails[0]), await personOf(emails[1])] as const;
    const reviews: string[] = [];
    for (const [index, personId] of people.entries()) {
      const { id } = (await open(personId)).body;
      await must(id, { kind: 'notify' });
      await must(id, { kind: 'refuse', until: await inDays(20 + 20 * index), reason: 'Sold.' });
      reviews.push(id);
    }
    const [early = '', late = ''] = reviews;
    const merged = await desk.api('POST', `/api/v1/people/${people[0]}/merge`, { body: { into: people[1] } });
    expect(merged.status).toBe(200);
    for (const id of reviews) await must(id, { kind: 'appeal', reason: 'It was my own.' });
    const own = { kind: 'person', id: people[1], name: 'Ana', email: emails[1] } as const;
    expect(await ownRefusal(desk.wired.services, own)).toMatchObject({ id: late });
    await must(late, { kind: 'decide-appeal', upheld: false, reason: 'It was.' });
    for (const email of emails) expect(await ask(email)).toMatchObject({ status: 403 });
    expect(await ownRefusal(desk.wired.services, own)).toMatchObject({ id: early });
    await must(early, { kind: 'decide-appeal', upheld: false, reason: 'It was.' });
    for (const email of emails) expect(await ask(email)).toMatchObject({ status: 201 });
    expect(
      [...(await mails(early)), ...(await mails(late))].filter((kind) => kind === 'conduct-appeal-decided'),
    ).toHaveLength(2);
  });

  test('a refusal ends on a day to come, and by itself; what waits is told directors, and goes with the person', async () => {
    const email = 'expires@legal-aid.example';
    const personId = await personOf(email);
    const { id } = (await open(personId)).body;
    await must(id, { kind: 'notify' });
    for (const until of ['2054-01-04', await inDays(900), '2054-11-31']) {
      expect(await decide(id, { kind: 'refuse', until, reason: 'Sold.' })).toMatchObject({ status: 422 });
    }
    const last = await inDays(45);
    await must(id, { kind: 'refuse', until: last, reason: 'Sold.' });
    const appealed = await must(id, { kind: 'appeal', reason: 'It was my own.' });
    expect(local(appealed.decideBy).slice(11)).toBe('17:00');
    const into = await personOf('expires.too@legal-aid.example');
    expect(await desk.api('POST', `/api/v1/people/${personId}/merge`, { body: { into } })).toMatchObject({
      status: 200,
    });
    expect(await ask('expires.too@legal-aid.example')).toMatchObject({ status: 403 });
    // In winter or summer, as far as the others have led.
    const lateOn = DateTime.fromISO(`${last}T23:30`, { zone: 'America/Los_Angeles' });
    await desk.advance({ to: lateOn.toISO() ?? '' });
    expect(await ask(email)).toMatchObject({ status: 403 });
    await desk.advance({ by: 'PT1H' });
    expect(await ask(email)).toMatchObject({ status: 201 });
    const { body } = await desk.api('GET', `/api/v1/conduct-reviews/${id}`, { as: 'director' });
    expect(body).toMatchObject({ status: 'expired', active: false, personId: into });
    const told = await mails(id);
    expect(told.slice(0, 7)).toEqual([
      'conduct-notice',
      'conduct-refused',
      'conduct-appeal',
      'conduct-appeal-received',
      'conduct-appeal-reminder',
      'conduct-appeal-overdue',
      'conduct-appeal-overdue',
    ]);
    expect([...new Set(told.slice(5))]).toEqual(['conduct-appeal-overdue', 'conduct-expired']);
  });
});
