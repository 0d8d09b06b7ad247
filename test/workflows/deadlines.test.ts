import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliverMail } from '../../src/activities/mail/deliver-mail.js';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { digestSections } from '../../src/usecases/digest/digest-sections.js';
import { writeDigests } from '../../src/usecases/digest/write-digests.js';
import type { MessageRow } from '../../src/usecases/mail/message-row.js';
import { mailDataOf, renderMessage } from '../../src/usecases/mail/render-message.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { summariesOf } from '../support/summaries.js';
import { absenceCases } from './deadlines/absence.cases.js';
import { afterAnswerCases } from './deadlines/after-answer.cases.js';
import { taskCases } from './deadlines/tasks.cases.js';

const nameIn = (email: string) => email.split('@')[0] ?? '';
/** Wall time at the office, to the minute. */
const local = (at: Date) =>
  `${at.toLocaleDateString('sv-SE', { timeZone: 'America/Los_Angeles' })} ${at.toLocaleTimeString('sv-SE', { timeZone: 'America/Los_Angeles' }).slice(0, 5)}`;

/** Program.md's times, to the minute, over Thanksgiving and into the new year. Each test starts where the last ended. */
let desk: TestDesk;
const STAFF = [
  ['cora', 'coordinator', false],
  // Wants every mail at once.
  ['otto', 'coordinator', true],
  ['ana', 'attorney', false],
  ['dora', 'director', false],
] as const;
beforeAll(async () => {
  desk = await startDesk({ startAt: '2055-11-08T10:00:00-08:00', digests: true });
  for (const [name, role, mailAtOnce] of STAFF) {
    const email = `${name}@desk.example`;
    await desk.wired.services.db.staff.create({
      data: { id: crypto.randomUUID(), email, name, role, mailAtOnce, createdAt: new Date() },
    });
  }
}, 120_000);
afterAll(() => desk?.close());

describe('from Monday, November 8, 2055', () => {
  let alone: string;
  let paused: string;
  let waiting: string;
  let court: string;
  let silent: string;
  let anas: string;
  /** Invited to be mentors on the first day; to the first nobody can write any more. */
  const invited: string[] = [];

  test('two are invited to be mentors', async () => {
    const { db } = desk.wired.services;
    for (const name of ['gone', 'here']) {
      const body = { email: `${name}@field.example`, name, topics: ['civil'], capacity: 1 };
      invited.push((await desk.api('POST', '/api/v1/mentors', { as: 'coordinator', body })).body.id);
    }
    await db.personEmail.delete({ where: { email: 'gone@field.example' } });
  });

  test('six requests come in', async () => {
    const first = await desk.submit();
    alone = first.id;
    expect(first).toMatchObject({
      status: 'queued',
      clock: { state: 'running', businessDaysUsed: 0, businessDaysLeft: 15 },
      dueAt: '2055-12-02T01:00:00.000Z',
    });
    paused = (await desk.submit({}, { email: 'paused@legal-aid.example' })).id;
    const rfe = await desk.submit(
      { kind: 'document-review', documentKind: 't-visa-rfe' },
      { email: 'courses@legal-aid.example' },
    );
    waiting = rfe.id;
    expect(rfe).toMatchObject({
      status: 'awaiting-prerequisites',
      dueAt: null,
      clock: { state: 'not-started' },
      waitingFor: ['human-trafficking-defined', 't-visas-part-1'],
    });
    const hearing = await desk.submit(
      { courtOrFilingDeadline: { kind: 'court', date: '2055-11-24' } },
      { email: 'court@legal-aid.example' },
    );
    court = hearing.id;
    expect(hearing).toMatchObject({ urgent: true, priority: 'urgent', targetAt: '2055-11-20T01:00:00.000Z' });
    const supervised = await desk.submit(
      { supervisor: { name: 'Sue Lane', email: 'sue.lane@legal-aid.example', role: 'attorney' } },
      { email: 'supervised@legal-aid.example', name: 'Pat Ruiz', role: 'paralegal' },
    );
    silent = supervised.id;
    anas = (await desk.submit({}, { email: 'assigned@legal-aid.example' })).id;
    await desk.decide(anas, { kind: 'assign', to: 'ana@desk.example' });
    const asked = await desk.decide(paused, {
      kind: 'request-information',
      question: 'Which office decided?',
    });
    expect(asked).toMatchObject({
      status: 'awaiting-information',
      clock: { state: 'paused' },
      waitingFor: ['information'],
    });
  });

  test('months pass without anybody doing anything', async () => {
    const now = await desk.advance({ to: '2056-01-14T12:00:00-08:00' });
    expect(now.slice(0, 16)).toBe('2056-01-14T20:00');
  });

  test('Temporal’s own pages say what was recorded and what was waited for, in codes, sealed', async () => {
    const workflowId = requestWorkflowId(alone, 1);
    const { events } = await desk.wired.client.workflow.getHandle(workflowId).fetchHistory();
    const said = await summariesOf(desk, workflowId);
    const of = (kind: string) => said.filter(({ what }) => what === kind).map(({ summary }) => summary);
    const stored = (events ?? []).map(({ userMetadata }) =>
      Buffer.from(userMetadata?.summary?.data ?? []).toString('utf8'),
    );
    expect(stored.filter((data) => data !== '').length).toBeGreaterThan(6);
    expect(stored.filter((data) => /escalat|remind/.test(data))).toEqual([]);
    expect(of('timer').slice(0, 3)).toEqual(['unassigned-reminder', 'escalation', 'escalation']);
    expect(of('recordRequestEvent').slice(0, 3)).toEqual(['unassigned-reminded', 'escalated', 'escalated']);
  });

  test('a supervisor who is silent is reminded after 2 and 5 business days, by the link they have', async () => {
    const reminded = (await desk.timeline(silent)).filter((line) => line.startsWith('supervisor'));
    expect(reminded).toEqual([
      'supervisor-reminded 2055-11-10T09:00',
      // Veterans Day and a weekend lie between.
      'supervisor-reminded 2055-11-16T09:00',
    ]);
    const { items } = (await desk.api('GET', `/api/v1/messages?about=${silent}&limit=100`)).body;
    const told = items
      .filter(({ kind }: { kind: string }) => kind.startsWith('supervisor'))
      .map(({ kind, to }: { kind: string; to: string[] }) => [kind, ...to]);
    expect(told).toEqual([
      ['supervisor-confirmation', 'sue.lane@legal-aid.example'],
      ['supervisor-reminder', 'sue.lane@legal-aid.example'],
      ['supervisor-reminder', 'sue.lane@legal-aid.example'],
      ['supervisor-silent', 'supervised@legal-aid.example'],
    ]);
    const { services } = desk.wired;
    const rows = await services.db.message.findMany({
      where: { aboutId: silent, kind: { in: ['supervisor-confirmation', 'supervisor-reminder'] } },
      include: withKey,
    });
    const mails = await Promise.all(rows.map((row) => renderMessage(services, row)));
    expect(new Set(mails.map(({ text }) => /\/supervisor\/[\w-]+/.exec(text)?.[0])).size).toBe(1);
    for (const { text } of mails) expect(text).toContain('Pat Ruiz');
  });

  test('the request left alone escalates on days 16, 21, 26 … at nine', async () => {
    expect(await desk.timeline(alone)).toEqual([
      'received 2055-11-08T10:00',
      'unassigned-reminded 2055-11-10T09:00',
      'escalated 2055-12-02T09:00',
      'escalated 2055-12-09T09:00',
      'escalated 2055-12-16T09:00',
      'escalated 2055-12-23T09:00',
      'escalated 2056-01-03T09:00',
      'escalated 2056-01-10T09:00',
    ]);
    expect((await desk.api('GET', `/api/v1/ta-requests/${alone}`)).body.escalationLevel).toBe(6);
    const kinds = await desk.mails(alone);
    expect(kinds.filter((kind) => kind === 'escalation')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'delay-notice')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'unassigned-reminder')).toHaveLength(1);
  });

  test('the paused one is reminded and lapses; it never escalates', async () => {
    expect(await desk.timeline(paused)).toEqual([
      'received 2055-11-08T10:00',
      'information-requested 2055-11-08T10:00',
      'information-reminded 2055-11-12T09:00',
      'information-reminded 2055-11-16T09:00',
      'information-reminded 2055-11-23T09:00',
      'lapsed 2055-12-09T09:00',
    ]);
    expect((await desk.mails(paused)).at(-1)).toBe('lapsed');
  });

  test('the T visa review never started its clock: reminded at 3, 7, 14 and 30 days, lapsed at 60', async () => {
    expect(await desk.timeline(waiting)).toEqual([
      'received 2055-11-08T10:00',
      'prerequisites-reminded 2055-11-12T09:00',
      'prerequisites-reminded 2055-11-16T09:00',
      'prerequisites-reminded 2055-11-23T09:00',
      'prerequisites-reminded 2055-12-09T09:00',
      'lapsed 2056-01-10T09:00',
    ]);
    expect((await desk.api('GET', `/api/v1/ta-requests/${waiting}`)).body).toMatchObject({
      status: 'lapsed',
      clock: { state: 'not-started', businessDaysUsed: 0 },
    });
  });

  test('the court date is warned about at 10 days at once, then 5, 3 and 1 business days before', async () => {
    const warned = (await desk.timeline(court)).filter((line) => line.startsWith('deadline'));
    expect(warned).toEqual([
      'deadline-warned 2055-11-09T09:00',
      'deadline-warned 2055-11-17T09:00',
      'deadline-warned 2055-11-19T09:00',
      'deadline-warned 2055-11-23T09:00',
      'deadline-passed 2055-11-26T09:00',
    ]);
  });

  describe('the mail of staff', () => {
    const rowsOf = async (about: string, kind: string) => {
      const rows = await desk.wired.services.db.message.findMany({
        where: { aboutId: about, kind },
        orderBy: { queuedAt: 'asc' },
        include: withKey,
      });
      return rows.map(({ to, collectedFor, status, queuedAt, sentAt }) => ({
        to: to.map(nameIn),
        collectedFor: collectedFor.map(nameIn),
        status,
        queued: local(queuedAt),
        sent: sentAt && local(sentAt),
      }));
    };
    const digestsOf = async (name: string) => {
      const rows = await desk.wired.services.db.message.findMany({
        where: { kind: 'daily-digest', to: { has: `${name}@desk.example` } },
        orderBy: { queuedAt: 'asc' },
        include: withKey,
      });
      return rows.map((row) => ({
        row,
        at: local(row.queuedAt),
        told: mailDataOf(desk.wired.services, row).sections,
      }));
    };

    test('what can wait keeps its row and its time, and is told in that morning’s digest', async () => {
      const nine = (queued: string) => ({
        to: ['ana'],
        collectedFor: ['ana'],
        status: 'digested',
        queued,
        sent: queued,
      });
      expect(await rowsOf(anas, 'due-reminder')).toEqual([
        nine('2055-11-23 09:00'),
        nine('2055-11-30 09:00'),
      ]);
      // Assigned at ten on Monday: told the next morning.
      expect(await rowsOf(anas, 'assigned')).toEqual([
        { ...nine('2055-11-09 09:00'), queued: '2055-11-08 10:00' },
      ]);
      // Whoever reads the mail log outside knows the digest as an envelope only.
      const { items } = (await desk.api('GET', `/api/v1/messages?about=${anas}&status=sent&limit=100`)).body;
      expect(items.find(({ kind }: { kind: string }) => kind === 'assigned')).toMatchObject({
        status: 'sent',
        inDigest: true,
      });
      const first = (await digestsOf('ana'))[0];
      expect(first?.at).toBe('2055-11-09 09:00');
      expect(first?.told?.map(({ name, count }) => [name, count])).toEqual([['assigned', 1]]);
    });

    test('who wants every mail at once gets it so, and the others of its row read of it in theirs', async () => {
      expect(await rowsOf(alone, 'unassigned-reminder')).toEqual([
        {
          to: ['cora', 'otto'],
          collectedFor: ['cora'],
          status: 'sent',
          queued: '2055-11-10 09:00',
          sent: '2055-11-10 09:00',
        },
      ]);
      expect(await digestsOf('otto')).toEqual([]);
    });

    test('escalations go to directors at once, to whom it is assigned with the digest; court dates at once to all', async () => {
      const [escalated] = await rowsOf(anas, 'escalation');
      expect(escalated).toMatchObject({ to: ['dora', 'ana'], collectedFor: ['ana'], status: 'sent' });
      const warned = await rowsOf(court, 'deadline-warning');
      expect(warned.map(({ collectedFor, status }) => [collectedFor.length, status])).toEqual(
        warned.map(() => [0, 'sent']),
      );
    });

    test('there is one a day at nine, on business days alone, as long as something waits', async () => {
      for (const name of ['cora', 'ana', 'dora']) {
        const times = (await digestsOf(name)).map(({ at }) => at);
        expect(new Set(times).size).toBe(times.length);
        expect(times.filter((at) => !at.endsWith(' 09:00'))).toEqual([]);
        // A weekend, Veterans Day, Thanksgiving, Christmas as observed.
        const off = ['11-13', '11-14', '11-11', '11-25', '12-24'].map((day) => `2055-${day} 09:00`);
        expect(times.filter((at) => off.includes(at))).toEqual([]);
      }
      const quiet = (await digestsOf('ana')).map(({ at }) => at.slice(5, 10));
      // Nothing of Ana's is due soon between.
      expect(quiet.slice(0, 3)).toEqual(['11-09', '11-23', '11-24']);
    });

    test('it names what is past due, due soon and unassigned, with links and nothing of a case', async () => {
      const { services } = desk.wired;
      const past = (await digestsOf('dora'))[0];
      expect(past?.at).toBe('2055-11-22 09:00');
      const own = (await digestsOf('ana')).find(({ at }) => at === '2055-12-02 09:00');
      expect(own?.told?.map(({ name, count }) => [name, count])).toEqual([['overdue', 1]]);
      const { reference } = await services.db.taRequest.findUniqueOrThrow({
        where: { id: anas },
        include: withKey,
      });
      const { subject, text } = await renderMessage(services, own?.row as MessageRow);
      expect(subject).toBe('Your requests today: 1 past due');
      expect(text).toContain(`Past due: 1\n- ${reference}: http://localhost:3999/staff/requests/${anas}`);
    });

    test('a mentor who can’t be written to keeps neither digests nor other invitations waiting', async () => {
      const { db } = desk.wired.services;
      const [gone, here] = await Promise.all(
        invited.map((id) => db.mentor.findUniqueOrThrow({ where: { id }, include: { events: true } })),
      );
      // Reminded after ten days on a business day, over after thirty.
      const past = here?.events.map(({ type, at }) => [type, local(at)]);
      expect(past?.slice(1)).toEqual([
        ['reminded', '2055-11-18 09:00'],
        ['unanswered', '2055-12-09 09:00'],
      ]);
      expect(gone).toMatchObject({ status: 'unanswered', remindedAt: null });
    });

    test('cut off in the midst and carried out again, twice at once, nobody gets a second one', async () => {
      const { services } = desk.wired;
      const at = new Date('2056-01-18T10:00:00-08:00');
      const before = await services.db.digest.count();
      let sealed = 0;
      const vault: typeof services.vault = {
        ...services.vault,
        newDataKey(belongsTo: string) {
          sealed += 1;
          if (sealed === 2) throw new Error('killed');
          return services.vault.newDataKey(belongsTo);
        },
      };
      await expect(writeDigests({ ...services, vault }, at)).rejects.toThrow('killed');
      expect(await services.db.digest.count()).toBe(before + 1);
      await Promise.allSettled([writeDigests(services, at), writeDigests(services, at)]);
      await writeDigests(services, at);
      const day = new Date('2056-01-18T00:00:00Z');
      const written = await services.db.digest.findMany({ where: { day }, include: { staff: true } });
      expect(written.map(({ staff }) => staff.name).sort()).toEqual(['ana', 'cora', 'dora']);
      for (const { id } of written) {
        expect(await services.db.message.count({ where: { aboutId: id } })).toBe(1);
      }
    });

    test('one that has not left is replaced by the next, which takes its reminders over', async () => {
      const { services } = desk.wired;
      const { db } = services;
      const { id: staffId } = await db.staff.findUniqueOrThrow({ where: { email: 'ana@desk.example' } });
      const on = (day: string) => ({ staffId_day: { staffId, day: new Date(`${day}T00:00:00Z`) } });
      const late = await db.digest.findUniqueOrThrow({ where: on('2056-01-18') });
      const reminder = await db.message.findFirstOrThrow({
        where: { aboutId: anas, kind: 'assigned' },
        include: withKey,
      });
      await db.message.updateMany({
        where: { id: reminder.id },
        data: { queuedAt: new Date('2056-01-17T18:00:00Z') },
      });
      await db.digestLine.deleteMany({ where: { messageId: reminder.id } });
      await db.digestLine.create({ data: { digestId: late.id, messageId: reminder.id } });
      await db.message.updateMany({ where: { aboutId: late.id }, data: { status: 'queued', sentAt: null } });
      await writeDigests(services, new Date('2056-01-19T10:00:00-08:00'));
      expect(await db.message.findFirst({ where: { aboutId: late.id }, include: withKey })).toMatchObject({
        status: 'suppressed',
        code: 'overtaken',
      });
      const next = await db.digest.findUniqueOrThrow({ where: on('2056-01-19'), include: { lines: true } });
      expect(next.lines.map(({ messageId }) => messageId)).toContain(reminder.id);
    });
  });

  test('a closed chapter says nothing more', async () => {
    const before = await desk.mails(paused);
    await desk.advance({ by: 'P20D' });
    expect(await desk.mails(paused)).toEqual(before);
  });

  test('a reminder that was on its way when the chapter closed is not sent', async () => {
    const { services } = desk.wired;
    const { id, kind } = await services.db.message.findFirstOrThrow({
      where: { aboutId: paused, kind: 'information-reminder' },
      include: withKey,
    });
    const { status } = await services.db.taRequest.findUniqueOrThrow({
      where: { id: paused },
      include: withKey,
    });
    await services.db.message.update({ where: { id }, data: { status: 'queued' } });
    const delivered = await deliverMail(services)({ v: 1, messageId: id, at: new Date().toISOString() });
    expect({ kind, status, delivered }).toEqual({
      kind: 'information-reminder',
      status: 'lapsed',
      delivered: { status: 'suppressed' },
    });
  });
});

describe('a T visa review and its two courses', () => {
  const courses = ['human-trafficking-defined', 't-visas-part-1'];
  test.each([[courses], [[...courses].reverse()]])('starts its clock with the second, %s', async (order) => {
    const email = `${order[0]}@legal-aid.example`;
    const { id } = await desk.submit({ kind: 'document-review', documentKind: 't-visa-denial' }, { email });
    for (const [index, courseId] of order.entries()) {
      await desk.advance({ by: 'P1D' });
      const now = (await desk.api('GET', '/api/v1/rehearsal')).body.now;
      const told = await desk.api('POST', '/api/v1/completions', {
        body: {
          email: email.toUpperCase(),
          courseId,
          passed: true,
          score: 0.9,
          completedAt: now,
          source: 'lms',
          sourceId: `${email}-${index}`,
        },
      });
      expect(told.status).toBe(201);
      await desk.advance({ by: 'PT1M' });
      const { body } = await desk.api('GET', `/api/v1/ta-requests/${id}`);
      expect(body.status).toBe(index === 0 ? 'awaiting-prerequisites' : 'queued');
      expect(body.clock.state).toBe(index === 0 ? 'not-started' : 'running');
    }
    const types = (await desk.timeline(id)).map((line) => line.split(' ')[0]);
    expect(types).toEqual(['received', 'course-completed', 'clock-started']);
  });

  test('passed before asking, it starts at once', async () => {
    const email = `${courses[0]}@legal-aid.example`;
    const again = await desk.submit({ kind: 'document-review', documentKind: 't-visa-rfe' }, { email });
    expect(again).toMatchObject({ status: 'queued', clock: { state: 'running' }, waitingFor: [] });
  });

  test('a failed self-assessment counts for nothing', async () => {
    const email = 'failed@legal-aid.example';
    const { id } = await desk.submit({ kind: 'document-review', documentKind: 't-visa-rfe' }, { email });
    const now = (await desk.api('GET', '/api/v1/rehearsal')).body.now;
    await desk.api('POST', '/api/v1/completions', {
      body: {
        email,
        courseId: courses[0],
        passed: false,
        score: 0.2,
        completedAt: now,
        source: 'lms',
        sourceId: 'f1',
      },
    });
    await desk.advance({ by: 'PT1M' });
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.waitingFor).toEqual(courses);
  });

  test('a score that says otherwise than the result waits for a person, whose word starts the clock', async () => {
    const email = 'doubtful@legal-aid.example';
    const review = { kind: 'document-review', documentKind: 't-visa-rfe' };
    const { id } = await desk.submit(review, { email });
    const completedAt = (await desk.api('GET', '/api/v1/rehearsal')).body.now;
    const tell = (courseId: string | undefined, passed: boolean, score: number) =>
      desk.api('POST', '/api/v1/completions', {
        body: { email, courseId, passed, score, completedAt, source: 'lms', sourceId: `d-${courseId}` },
      });
    const low = await tell(courses[0], true, 0.4);
    expect(low.body).toMatchObject({ passed: false, awaitsDecision: true, score: 0.4 });
    const high = await tell(courses[1], false, 0.9);
    expect(high.body).toMatchObject({ passed: false, awaitsDecision: true });
    const waiting = async () => (await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.waitingFor;
    expect(await waiting()).toEqual(courses);
    const { services } = desk.wired;
    const cora = await services.db.staff.findUniqueOrThrow({ where: { email: 'cora@desk.example' } });
    const digest = async () =>
      (
        await digestSections(services.db, services, {
          reader: cora,
          reminders: [],
          at: new Date(completedAt),
        })
      ).filter(({ name }) => name === 'completions');
    expect(await digest()).toEqual([
      { name: 'completions', count: 2, requests: [], link: `${services.appUrl}/staff/completions#doubtful` },
    ]);
    // The API lists what waits, in the order in which it came, for those who may decide.
    const list = (query: string, as: StaffRole = 'coordinator') =>
      desk.api('GET', `/api/v1/completions?${query}`, { as });
    const first = (await list('awaitsDecision=true&limit=1')).body;
    expect(first.items).toEqual([low.body]);
    const rest = await list(`awaitsDecision=true&limit=1&cursor=${first.nextCursor}`);
    expect(rest.body).toEqual({ items: [high.body], nextCursor: null });
    const ids = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id: one }) => one);
    expect(ids(await list('awaitsDecision=false'))).not.toContain(low.body.id);
    expect(ids(await list(''))).toEqual(expect.arrayContaining([low.body.id, high.body.id]));
    expect((await list('awaitsDecision=perhaps')).status).toBe(422);
    expect((await list('cursor=eA')).status).toBe(422);
    const settle = (one: { body: { id: string } }, passed: boolean, as: 'coordinator') =>
      desk.api('POST', `/api/v1/completions/${one.body.id}/decisions`, {
        body: { kind: 'settle', passed },
        as,
      });
    const both = await Promise.all([settle(low, true, 'coordinator'), settle(low, true, 'coordinator')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await settle(high, true, 'coordinator')).toMatchObject({
      status: 200,
      body: { id: high.body.id, passed: true, awaitsDecision: false },
    });
    expect(await digest()).toEqual([]);
    await desk.advance({ by: 'PT1M' });
    expect(await waiting()).toEqual([]);
    expect((await tell(courses[0], true, 0.4)).body).toMatchObject({ passed: true, awaitsDecision: false });
  });
});

afterAnswerCases(() => desk);
taskCases(() => desk);
absenceCases(() => desk);

test('a supervisor who doesn’t know who named them is told of to directors, and the requester is not told why', async () => {
  const { id } = await desk.submit(
    { supervisor: { name: 'Lou Diaz', email: 'lou@legal-aid.example', role: 'attorney' } },
    { email: 'somebody@legal-aid.example', role: 'paralegal' },
  );
  const path = `/api/v1/ta-requests/${id}`;
  const body = { confirms: false, knows: false };
  expect((await desk.api('POST', `${path}/supervisor-confirmation`, { body })).status).toBe(200);
  expect((await desk.mails(id)).slice(-2).sort()).toEqual(['information-requested', 'supervisor-concern']);
  const { items } = (await desk.api('GET', `${path}/events`)).body;
  expect(items.at(-1).type).toBe('supervisor-refused');
  await desk.advance({ by: 'P30D' });
  expect((await desk.timeline(id)).filter((line) => line.startsWith('supervisor-reminded'))).toEqual([]);
});
