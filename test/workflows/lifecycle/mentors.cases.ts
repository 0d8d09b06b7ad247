import { describe, expect, test } from '@jest/globals';
import { introductionWorkflowId } from '../../../src/domain/mentors/workflow-id.js';
import type { Actor } from '../../../src/domain/people/actor.js';
import { loadCalendar } from '../../../src/usecases/calendar/load-calendar.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { nextDigestAt } from '../../../src/usecases/digest/next-digest.js';
import { renderMessage } from '../../../src/usecases/mail/render-message.js';
import { mend } from '../../../src/usecases/mend.js';
import { introductionByLink, mentorByLink } from '../../../src/usecases/mentors/by-link.js';
import { offeredOnIntroductionTo } from '../../../src/usecases/mentors/decide-on-introduction.js';
import { decideOnMentor } from '../../../src/usecases/mentors/decide-on-mentor.js';
import { introductionPast } from '../../../src/usecases/mentors/introduction-past.js';
import { inviteMentor } from '../../../src/usecases/mentors/invite-mentor.js';
import { tendInvitations } from '../../../src/usecases/mentors/tend-invitations.js';
import { purgeDue } from '../../../src/usecases/purge-due.js';
import { reconcileIntroduction } from '../../../src/usecases/reconcile/reconcile-introductions.js';
import { emptyReport } from '../../../src/usecases/reconcile/report.js';
import { somebodyWaits } from '../../api/support/somebody-waits.js';
import { headersOf } from '../../support/sign-in.js';
import { desk } from './site.js';

/** From the invitation of a mentor to how it went with whom they were introduced to. */
describe('a mentor', () => {
  const as = async (email: string, method: string, path: string, body?: unknown) =>
    desk.api(method, `/api/v1${path}`, { as: null, headers: await headersOf(desk, email), body });
  const staff = (method: string, path: string, body?: unknown) =>
    desk.api(method, `/api/v1${path}`, { as: 'coordinator', body });
  const decide = (email: string, id: string, decision: object) =>
    as(email, 'POST', `/introductions/${id}/decisions`, decision);
  const mails = async (id: string) =>
    (await staff('GET', `/messages?about=${id}&limit=100`)).body.items.map(
      ({ kind }: { kind: string }) => kind,
    );
  const rowOf = (id: string) =>
    desk.wired.services.db.introduction.findUniqueOrThrow({ where: { id }, include: withKey });

  let n = 0;
  /** In the pool: invited, and agreed. */
  async function mentor(over: object = {}) {
    n += 1;
    const email = `mentor.${n}@field.example`;
    const invited = await staff('POST', '/mentors', {
      ...{ email, name: 'Mina Ortiz', topics: ['immigration', 'civil'], states: ['CA'], capacity: 1 },
      ...over,
    });
    expect(invited).toMatchObject({ status: 201, body: { status: 'invited', load: 0 } });
    const { id } = invited.body;
    await as(email, 'POST', `/mentors/${id}/decisions`, { kind: 'agree' });
    return { id, email };
  }
  async function asker(name: string) {
    const email = `${name}@seeks.example`;
    const { id, requester } = await desk.submit({}, { email, organization: 'Seekers Legal Aid' });
    return { email, requestId: id, personId: requester.id };
  }
  async function proposed(to: { requestId: string }, { id: mentorId }: { id: string }, over: object = {}) {
    const body = { requestId: to.requestId, mentorId, topic: 'immigration', ...over };
    return staff('POST', '/introductions', body);
  }

  /** One of staff who has left, and one who is away and has the request; `su` stands in. */
  async function leftAndAway(requestId: string) {
    const { db } = desk.wired.services;
    const [left = '', mo = '', su = ''] = await Promise.all(
      ['left', 'mo', 'su'].map(async (name) => {
        const one = { id: crypto.randomUUID(), email: `${name}@desk.example`, name, active: name !== 'left' };
        const { id } = await db.staff.create({ data: { ...one, role: 'attorney', createdAt: new Date() } });
        return id;
      }),
    );
    await desk.decide(requestId, { kind: 'assign', to: 'mo@desk.example' });
    const id = crypto.randomUUID();
    const [from, until] = [new Date('2054-01-01'), new Date('2059-01-01')];
    await db.absence.create({
      data: {
        ...{
          id,
          personId: mo,
          standInId: su,
          firstDay: from,
          lastDay: until,
          beginsAt: from,
          returnsAt: until,
        },
        ...{ work: 'mails', takeBack: false, status: 'under-way', setBy: `user:${mo}`, setAt: from },
      },
    });
    const isBack = async () => {
      await db.absence.delete({ where: { id } });
      await db.staff.updateMany({ where: { id: { in: [mo, su] } }, data: { active: false } });
    };
    return { left, away: { isBack } };
  }

  test('joins by their own yes; both consent; each learns who the other is, and later says how it went', async () => {
    const { db } = desk.wired.services;
    const mina = await mentor();
    const ada = await asker('ada');
    const { items } = (await staff('GET', `/ta-requests/${ada.requestId}/mentors`)).body;
    expect(items).toMatchObject([{ id: mina.id, sameOrganization: false, why: { free: 1 } }]);
    const { status, body: made } = await proposed(ada, mina);
    expect([status, made.status]).toEqual([201, 'requester-asked']);
    const { id } = made;
    // The mentor knows of nothing yet; the requester not whom; staff agree for nobody.
    expect((await as(mina.email, 'GET', `/introductions/${id}`)).status).toBe(404);
    const seen = await as(ada.email, 'GET', `/introductions/${id}`);
    expect(seen.body).toMatchObject({ side: 'requester', mentor: null, mentorId: null });
    expect((await staff('POST', `/introductions/${id}/decisions`, { kind: 'consent' })).status).toBe(403);
    expect((await decide(ada.email, id, { kind: 'consent' })).body.status).toBe('mentor-asked');
    // What runs is mended and reconciled as other processes are.
    expect(await mend(desk.wired.services, id)).toEqual({ outcome: 'ran' });
    const before = await as(mina.email, 'GET', `/introductions/${id}`);
    expect(before.body).toMatchObject({
      side: 'mentor',
      requester: null,
      request: null,
      topic: 'immigration',
    });
    expect(JSON.stringify(before.body)).not.toContain(ada.email);
    const introduced = await decide(mina.email, id, { kind: 'consent' });
    expect(introduced.body).toMatchObject({ status: 'introduced', requester: { email: ada.email } });
    expect((await staff('GET', `/mentors/${mina.id}`)).body).toMatchObject({ load: 1, asked: 0 });
    // Full: proposed to nobody else.
    const bea = await asker('bea');
    expect((await staff('GET', `/ta-requests/${bea.requestId}/mentors`)).body.items).toEqual([]);
    expect(await proposed(bea, mina)).toMatchObject({ status: 409, body: { code: 'not-allowed-now' } });

    await desk.advance({ by: 'P35D' });
    expect((await as(ada.email, 'GET', `/introductions/${id}`)).body.status).toBe('following-up');
    const said = { kind: 'answer', met: true, useful: 'partly', comment: 'Once, for an hour.' };
    expect((await decide(ada.email, id, { kind: 'answer', met: true })).status).toBe(422);
    expect((await decide(ada.email, id, said)).body).toMatchObject({ status: 'following-up' });
    expect((await decide(ada.email, id, said)).status).toBe(409);
    expect((await as(mina.email, 'GET', `/introductions/${id}`)).body).toMatchObject({
      answers: { requester: null },
      texts: [],
    });
    const closed = await decide(mina.email, id, { kind: 'answer', met: false });
    expect(closed.body).toMatchObject({
      status: 'closed',
      answers: { mentor: { met: false, useful: null } },
    });
    const all = (await staff('GET', `/introductions/${id}`)).body;
    expect(all.answers.requester).toEqual({ met: true, useful: 'partly' });
    expect(all.texts).toMatchObject([{ field: 'requester-comment', body: said.comment }]);
    expect((await staff('GET', `/mentors/${mina.id}`)).body.load).toBe(0);
    expect(await mails(id)).toEqual([
      'introduction-asked',
      'mentoring-asked',
      'introduction-made',
      'mentoring-made',
      'introduction-follow-up',
      'mentoring-follow-up',
    ]);
    const rendered = await Promise.all(
      (
        await db.message.findMany({ where: { aboutId: id }, orderBy: { queuedAt: 'asc' }, include: withKey })
      ).map(async (row) => [row.kind, (await renderMessage(desk.wired.services, row)).text] as const),
    );
    const withAddress = rendered.filter(([kind, text]) =>
      text.includes(kind.startsWith('mentoring') ? ada.email : mina.email),
    );
    expect(withAddress.map(([kind]) => kind)).toEqual(['introduction-made', 'mentoring-made']);
    for (const [kind, text] of rendered) {
      expect([kind, text.includes('/mentoring/')]).toEqual([kind, kind.startsWith('mentoring')]);
    }
  });

  test('silence: reminded after 2 and 5 business days, over after 10; staff hear of it in the digest', async () => {
    const mina = await mentor();
    const cy = await asker('cy');
    const { id } = (await proposed(cy, mina)).body;
    await decide(cy.email, id, { kind: 'consent' });
    const asked = await staff('POST', '/mentors', {
      ...{ email: 'silent@field.example', name: 'Sil', topics: ['civil'], capacity: 1 },
    });
    const { left, away } = await leftAndAway(cy.requestId);
    await desk.wired.services.db.introduction.update({ where: { id }, data: { proposedBy: `user:${left}` } });
    await desk.advance({ by: 'P20D' });
    expect((await rowOf(id)).status).toBe('unanswered');
    expect(await mails(id)).toEqual([
      'introduction-asked',
      'mentoring-asked',
      'mentoring-reminder',
      'mentoring-reminder',
      'introduction-not-made',
    ]);
    const told = await desk.wired.services.db.message.findFirst({
      where: { kind: 'introduction-outcome', aboutId: cy.requestId },
      include: withKey,
    });
    // Whoever proposed it has left, and whoever has the request is away.
    expect(told).toMatchObject({ status: 'collected', to: ['su@desk.example'] });
    await away.isBack();
    // Another may be proposed, and the same once more.
    expect((await proposed(cy, mina)).status).toBe(201);
    // An invitation is reminded once, and ends.
    const { services } = desk.wired;
    const invitation = ['mentor-invitation', 'mentor-invitation-reminder'];
    const nextMorning = async () => {
      const [calendar, after] = [
        await loadCalendar(services.db, services),
        services.clock.now().toISOString(),
      ];
      return new Date(nextDigestAt({ calendar, remindersAt: '09:00', after }));
    };
    const morning = await nextMorning();
    for (const at of [morning, morning]) await tendInvitations(services, at);
    expect(await mails(asked.body.id)).toEqual(invitation);
    await desk.advance({ by: 'P16D' });
    await tendInvitations(services, await nextMorning());
    expect(await mails(asked.body.id)).toEqual(invitation);
    const over = await staff('GET', `/mentors/${asked.body.id}`);
    expect(over.body).toMatchObject({ status: 'unanswered', endedAt: expect.any(String) });
    const yes = await as('silent@field.example', 'POST', `/mentors/${asked.body.id}/decisions`, {
      kind: 'agree',
    });
    expect(yes.status).toBe(409);
  });

  test.each([
    [
      'the requester declines, and why is staff’s alone',
      async (id: string, { email }: { email: string }) =>
        decide(email, id, { kind: 'decline', reason: 'I have one.' }),
      'declined',
      ['introduction-asked'],
    ],
    [
      'the requester takes it back while the mentor is asked',
      async (id: string, { email }: { email: string }) => {
        await decide(email, id, { kind: 'consent' });
        await decide(email, id, { kind: 'withdraw' });
      },
      'withdrawn',
      ['introduction-asked', 'mentoring-asked', 'mentoring-ended'],
    ],
    [
      'the mentor declines: the requester hears only that it did not work out',
      async (id: string, { email }: { email: string }, mina: { email: string }) => {
        await decide(email, id, { kind: 'consent' });
        await decide(mina.email, id, { kind: 'decline', reason: 'I know them.' });
        expect((await as(email, 'GET', `/introductions/${id}`)).body.texts).toEqual([]);
        expect((await staff('GET', `/introductions/${id}`)).body.texts).toMatchObject([
          { field: 'mentor-reason', body: 'I know them.' },
        ]);
      },
      'declined',
      ['introduction-asked', 'mentoring-asked', 'introduction-not-made'],
    ],
    [
      'the mentor leaves while being asked',
      async (id: string, { email }: { email: string }, mina: { id: string; email: string }) => {
        await decide(email, id, { kind: 'consent' });
        await as(mina.email, 'POST', `/mentors/${mina.id}/decisions`, { kind: 'leave' });
        expect(await mails(mina.id)).toEqual(['mentor-invitation', 'mentor-joined', 'mentor-left']);
      },
      'unavailable',
      ['introduction-asked', 'mentoring-asked', 'introduction-not-made'],
    ],
    [
      'the mentor has paused before being asked',
      async (id: string, { email }: { email: string }, mina: { id: string }) => {
        const { now } = (await desk.api('GET', '/api/v1/rehearsal')).body;
        const pausedUntil = new Date(Date.parse(now) + 9 * 86_400_000).toISOString().slice(0, 10);
        await staff('PUT', `/mentors/${mina.id}`, {
          ...{ topics: ['civil'], states: [], capacity: 2, pausedUntil },
        });
        await decide(email, id, { kind: 'consent' });
      },
      'unavailable',
      ['introduction-asked', 'introduction-not-made'],
    ],
    [
      'staff end it, with a reason',
      async (id: string) => {
        await staff('POST', `/introductions/${id}/decisions`, { kind: 'end', reason: 'not-a-match' });
        expect((await staff('GET', `/introductions/${id}`)).body.endReason).toBe('not-a-match');
      },
      'ended',
      ['introduction-asked', 'introduction-ended'],
    ],
  ])('%s', async (_name, does, status, told) => {
    const mina = await mentor();
    const one = await asker(`one.${n}`);
    const { id } = (await proposed(one, mina)).body;
    await does(id, one, mina);
    // What is told to a process arrives in its own time.
    await desk.advance({ by: 'PT1M' });
    expect((await rowOf(id)).status).toBe(status);
    expect(await mails(id)).toEqual(told);
    await staff('POST', `/mentors/${mina.id}/decisions`, { kind: 'remove' });
  });

  test('of two yeses at once only as many count as they agreed to', async () => {
    const mina = await mentor({ capacity: 2 });
    const ids: string[] = [];
    for (const name of ['dee', 'eli']) {
      const one = await asker(name);
      const { id } = (await proposed(one, mina)).body;
      await decide(one.email, id, { kind: 'consent' });
      ids.push(id);
    }
    await staff('PUT', `/mentors/${mina.id}`, {
      ...{ topics: ['civil'], states: [], capacity: 1, pausedUntil: null },
    });
    const answers = await Promise.all(ids.map((id) => decide(mina.email, id, { kind: 'consent' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await staff('GET', `/mentors/${mina.id}`)).body.load).toBe(1);
    // The other can't be answered with a yes now: no page offers one, and nobody is reminded to give it.
    const refused = ids[answers.findIndex(({ status }) => status === 409)] ?? '';
    const { personId } = (await staff('GET', `/mentors/${mina.id}`)).body;
    const own = { kind: 'person', id: personId, name: '', email: mina.email } as const;
    expect(await offeredOnIntroductionTo(desk.wired.services, own, refused)).toMatchObject({
      value: ['decline'],
    });
    await desk.advance({ by: 'P8D' });
    expect(await mails(refused)).toEqual(['introduction-asked', 'mentoring-asked']);
    const director: Actor = { kind: 'key', id: 'k', role: 'director', scopes: [] };
    const past = await introductionPast(desk.wired.services, director, refused);
    expect(past.ok && past.value.filter(({ data }) => data.withoutMail).length).toBeGreaterThan(0);
    // What was sent stays so when the mail log has forgotten it; whoever waits for a requester is reminded all the same.
    const { id: waits } = (await proposed(await asker('flo'), await mentor())).body;
    await desk.advance({ by: 'P8D' });
    expect((await mails(waits)).slice(0, 2)).toEqual(['introduction-asked', 'introduction-reminder']);
    await desk.wired.services.db.message.deleteMany({ where: { aboutId: waits } });
    const later = await introductionPast(desk.wired.services, director, waits);
    const sent = later.ok ? later.value.filter(({ type }) => type === 'reminded') : [];
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ data }) => data.withoutMail)).toEqual([]);
    await staff('POST', `/mentors/${mina.id}/decisions`, { kind: 'remove' });
  });

  test('of two who agree at once to a mentor with one place one is asked about, and the other told', async () => {
    const mina = await mentor();
    const both = await Promise.all(
      ['ivy', 'jon'].map(async (name) => {
        const { email, requestId } = await asker(name);
        return { email, id: (await proposed({ requestId }, mina)).body.id };
      }),
    );
    const answers = await Promise.all(both.map(({ email, id }) => decide(email, id, { kind: 'consent' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.status).sort()).toEqual(['mentor-asked', 'unavailable']);
    expect((await staff('GET', `/mentors/${mina.id}`)).body).toMatchObject({ load: 0, asked: 1 });
    // Taken off while they agree: nobody is introduced to somebody who is no mentor any more.
    const asked = both[answers.findIndex(({ body }) => body.status === 'mentor-asked')]?.id;
    await desk.wired.services.db.mentor.update({ where: { id: mina.id }, data: { status: 'removed' } });
    expect((await decide(mina.email, asked, { kind: 'consent' })).status).toBe(409);
    expect((await rowOf(asked)).introducedAt).toBeNull();
  });

  test('never the requester, of the same organization only if staff say so, nobody who is refused assistance', async () => {
    const email = 'both@seeks.example';
    const own = await asker('both');
    const theirs = await staff('POST', '/mentors', { email, topics: ['civil'], capacity: 1 });
    expect(theirs.body).toMatchObject({ organization: 'Seekers Legal Aid' });
    await as(email, 'POST', `/mentors/${theirs.body.id}/decisions`, { kind: 'agree' });
    expect(await proposed(own, theirs.body)).toMatchObject({ status: 422 });
    const other = await asker('fay');
    expect(await proposed(other, theirs.body)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/sameOrganization' }] },
    });
    // An active refusal of either: nobody is introduced, and nobody learns why.
    const review = async (personId: string) => {
      const grounds = { personId, grounds: 'plagiarism', evidence: 'Seen.' };
      const { id } = (await desk.api('POST', '/api/v1/conduct-reviews', { as: 'director', body: grounds }))
        .body;
      const { now } = (await desk.api('GET', '/api/v1/rehearsal')).body;
      const until = new Date(Date.parse(now) + 30 * 86_400_000).toISOString().slice(0, 10);
      for (const body of [{ kind: 'notify' }, { kind: 'refuse', until, reason: 'So.' }]) {
        await desk.api('POST', `/api/v1/conduct-reviews/${id}/decisions`, { as: 'director', body });
      }
    };
    await review(theirs.body.personId);
    const suggested = (await staff('GET', `/ta-requests/${other.requestId}/mentors`)).body.items;
    expect(suggested.map(({ id }: { id: string }) => id)).not.toContain(theirs.body.id);
    expect((await proposed(other, theirs.body, { sameOrganization: true })).status).toBe(409);
    const mina = await mentor();
    // Who withdrew is proposed nobody.
    await desk.api('POST', `/api/v1/ta-requests/${own.requestId}/withdrawal`);
    expect(await proposed(own, mina)).toMatchObject({ status: 409, body: { code: 'not-allowed-now' } });
    expect((await staff('GET', `/ta-requests/${own.requestId}/mentors`)).body.items).toEqual([]);
    const { id } = (await proposed(other, mina)).body;
    await decide(other.email, id, { kind: 'consent' });
    await review(other.personId);
    // Refused since they agreed: the mentor can't agree now, and learns no more.
    expect(await decide(mina.email, id, { kind: 'consent' })).toMatchObject({
      status: 409,
      body: {
        detail: 'That is not possible as things stand now. Open the page again to see how they stand.',
      },
    });
    expect((await rowOf(id)).status).toBe('mentor-asked');
    await staff('POST', `/introductions/${id}/decisions`, { kind: 'end', reason: 'other' });
    expect((await proposed(other, mina)).status).toBe(409);
    await staff('POST', `/mentors/${mina.id}/decisions`, { kind: 'remove' });
  });

  test('a button pressed twice counts once; an old page invites nobody again', async () => {
    const { services } = desk.wired;
    const mina = await mentor({ role: 'attorney' });
    expect((await staff('GET', `/mentors/${mina.id}`)).body.role).toBe('attorney');
    const odd = { email: 'odd@field.example', name: 'Odd', role: 'wizard', topics: ['civil'], capacity: 1 };
    expect(await staff('POST', '/mentors', odd)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/role' }] },
    });
    const coordinator: Actor = { kind: 'key', id: 'k', role: 'coordinator', scopes: [] };
    await decideOnMentor(services, coordinator, mina.id, {
      kind: 'remove',
      commandId: crypto.randomUUID(),
    });
    const { version } = (await staff('GET', `/mentors/${mina.id}`)).body;
    const pressed = { kind: 'invite-again', commandId: crypto.randomUUID(), ifMatch: version } as const;
    for (const again of [pressed, pressed]) {
      const done = await decideOnMentor(services, coordinator, mina.id, again);
      expect(done).toMatchObject({ ok: true, value: { status: 'invited' } });
    }
    const old = { ...pressed, commandId: crypto.randomUUID() };
    expect(await decideOnMentor(services, coordinator, mina.id, old)).toMatchObject({
      problem: { code: 'version-mismatch' },
    });
    expect((await mails(mina.id)).filter((kind: string) => kind === 'mentor-invitation')).toHaveLength(2);
  });

  test('two records of one mentor: one introduction of the same two, and every link ever mailed leads somewhere', async () => {
    const { services } = desk.wired;
    const { db } = services;
    const [one, two] = [await mentor({ capacity: 3 }), await mentor({ capacity: 3 })];
    // Invited once more: the first link was of an earlier invitation.
    await staff('POST', `/mentors/${two.id}/decisions`, { kind: 'remove' });
    await staff('POST', `/mentors/${two.id}/decisions`, { kind: 'invite-again' });
    await as(two.email, 'POST', `/mentors/${two.id}/decisions`, { kind: 'agree' });
    const kim = await asker('kim');
    const first = (await proposed(kim, one)).body.id;
    const further = (await proposed(kim, two)).body.id;
    await decide(kim.email, further, { kind: 'consent' });
    const links = async (about: string, page: string) => {
      const rows = await db.message.findMany({
        where: { aboutId: about },
        orderBy: { queuedAt: 'asc' },
        include: withKey,
      });
      const texts = await Promise.all(rows.map(async (row) => (await renderMessage(services, row)).text));
      const found = texts.flatMap((text) => [...text.matchAll(new RegExp(`/${page}/([\\w-]+)`, 'g'))]);
      return [...new Set(found.map(([, token = '']) => token))];
    };
    const ofTwo = await links(two.id, 'mentoring');
    expect(ofTwo).toHaveLength(2);
    const [ofFirst = ''] = await links(first, 'introduction');
    const [mentorOne, mentorTwo] = await Promise.all(
      [one, two].map(({ id }) => db.mentor.findUniqueOrThrow({ where: { id } })),
    );

    // One order of locks: whoever merges waits for the mentors before any introduction is theirs.
    const merging = await db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT id FROM mentor WHERE id = ${two.id}::uuid FOR UPDATE`;
        const merged = desk.api('POST', `/api/v1/people/${mentorTwo?.personId}/merge`, {
          as: 'admin',
          body: { into: mentorOne?.personId },
        });
        await somebodyWaits(db);
        const free = await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM introduction WHERE id = ${further}::uuid FOR UPDATE SKIP LOCKED`;
        expect(free).toHaveLength(1);
        return { merged };
      },
      { timeout: 60_000 },
    );
    expect((await merging.merged).status).toBe(200);
    await desk.advance({ by: 'PT1M' });
    expect([(await rowOf(first)).status, (await rowOf(further)).status]).toEqual(['ended', 'mentor-asked']);
    expect(await mails(first)).toEqual(['introduction-asked']);
    // Each as whoever has that mailbox; the other introduction's link leads to the one that goes on.
    for (const token of ofTwo) {
      expect(await mentorByLink(services, token)).toMatchObject({
        value: { id: one.id, personId: mentorOne?.personId, email: two.email },
      });
    }
    expect(await introductionByLink(services, ofFirst)).toMatchObject({
      value: { id: further, side: 'requester' },
    });
    // Asked how it went, the link that asked for consent leads there too.
    await decide(one.email, further, { kind: 'consent' });
    const [consent = ''] = await links(further, 'introduction');
    await desk.advance({ by: 'P35D' });
    expect((await links(further, 'introduction')).length).toBeGreaterThan(2);
    expect(await introductionByLink(services, consent)).toMatchObject({ value: { id: further } });
    expect((await rowOf(further)).status).toBe('following-up');
    await staff('POST', `/mentors/${one.id}/decisions`, { kind: 'remove' });
  });

  test('a yes that comes while two records of the mentor become one counts for the place that stays', async () => {
    const { db } = desk.wired.services;
    const [mina, other] = [await mentor(), await mentor()];
    const lou = await asker('lou');
    const { id } = (await proposed(lou, mina)).body;
    await decide(lou.email, id, { kind: 'consent' });
    const { personId } = await db.mentor.findUniqueOrThrow({ where: { id: mina.id } });
    const { said } = await db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT id FROM mentor WHERE id = ${mina.id}::uuid FOR UPDATE`;
        const yes = decide(mina.email, id, { kind: 'consent' });
        await somebodyWaits(db);
        const [from, to] = [{ mentorId: mina.id }, { mentorId: other.id }];
        await tx.introduction.updateMany({ where: from, data: to });
        await tx.mentoringLink.updateMany({ where: from, data: to });
        await tx.mentorEvent.updateMany({ where: from, data: to });
        await tx.mentor.delete({ where: { id: mina.id } });
        await tx.mentor.update({ where: { id: other.id }, data: { personId } });
        return { said: yes };
      },
      { timeout: 60_000 },
    );
    expect((await said).body).toMatchObject({ status: 'introduced' });
    expect((await staff('GET', `/mentors/${other.id}`)).body.load).toBe(1);
  });

  test('is not proposed for a request that ends meanwhile', async () => {
    const { db } = desk.wired.services;
    const [mina, max] = [await mentor(), await asker('max')];
    const { sent } = await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM mentor WHERE id = ${mina.id}::uuid FOR UPDATE`;
      const proposing = proposed(max, mina);
      await somebodyWaits(db);
      await desk.api('POST', `/api/v1/ta-requests/${max.requestId}/withdrawal`);
      return { sent: proposing };
    });
    expect(await sent).toMatchObject({ status: 409, body: { code: 'not-allowed-now' } });
    expect((await sent).body.detail).toContain('The status of this one: Withdrawn.');
    expect(await db.introduction.count({ where: { requestId: max.requestId } })).toBe(0);
  });

  test('a closure moves what waits; what Temporal lost goes on; erased with its request', async () => {
    const { services } = desk.wired;
    const mina = await mentor();
    const gus = await asker('gus');
    const { id } = (await proposed(gus, mina)).body;
    const row = await rowOf(id);
    await services.db.introduction.update({ where: { id }, data: { nextDueAt: null } });
    const report = emptyReport();
    await reconcileIntroduction(services, id, report);
    expect(report).toMatchObject({ mended: [id], restarted: [], alarms: [] });
    expect((await rowOf(id)).nextDueAt).toEqual(row.nextDueAt);
    await decide(gus.email, id, { kind: 'decline', reason: 'A word.' });
    await desk.decide(gus.requestId, { kind: 'redirect', to: 'mentor', note: 'Asked.' });
    await services.db.taRequest.update({
      where: { id: gus.requestId },
      data: { endedAt: new Date('2044-01-01') },
    });
    await purgeDue(services);
    expect(await services.db.introduction.count({ where: { id } })).toBe(0);
    expect(await services.db.introductionText.count({ where: { introductionId: id } })).toBe(0);
    expect(await services.db.message.count({ where: { aboutId: id } })).toBe(0);
    const workflowId = introductionWorkflowId(id);
    expect(await services.db.processEvent.count({ where: { workflowId } })).toBe(0);
  });

  test('one invitation sent twice is one mail with one link, also of somebody who had left', async () => {
    const { services } = desk.wired;
    const coordinator = {
      kind: 'key' as const,
      id: crypto.randomUUID(),
      role: 'coordinator' as const,
      scopes: [],
    };
    const { id, email } = await mentor();
    await as(email, 'POST', `/mentors/${id}/decisions`, { kind: 'leave' });
    const asked = { email, topics: ['civil'], states: [], capacity: 2 };
    const commandId = crypto.randomUUID();
    const linkAfter = async (sent: () => Promise<unknown>) => {
      expect(await Promise.all([sent(), sent()])).toMatchObject([{ ok: true }, { ok: true }]);
      return (await services.db.mentor.findUniqueOrThrow({ where: { id } })).linkNumber;
    };
    expect(await linkAfter(() => inviteMentor(services, coordinator, asked, { commandId }))).toBe(2);
    const again = { kind: 'invite-again' as const, commandId: crypto.randomUUID() };
    expect(await linkAfter(() => decideOnMentor(services, coordinator, id, again))).toBe(3);
    expect((await mails(id)).filter((kind: string) => kind === 'mentor-invitation')).toHaveLength(3);
  });

  test('is proposed to whoever the requester has become meanwhile', async () => {
    const { db } = desk.wired.services;
    const mina = await mentor();
    const [before, now] = [await asker('before'), await asker('now')];
    // Somebody else holds the mentor’s place while two records become one, so that what was read of the request is old.
    const proposing = await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM mentor WHERE id = ${mina.id}::uuid FOR UPDATE`;
      const sent = proposed(before, mina);
      await somebodyWaits(db);
      const merged = desk.api('POST', `/api/v1/people/${before.personId}/merge`, {
        as: 'admin',
        body: { into: now.personId },
      });
      await Promise.race([merged, somebodyWaits(db, 2)]);
      return { sent, merged };
    });
    const [sent, merged] = await Promise.all([proposing.sent, proposing.merged]);
    expect([sent.status, merged.status]).toEqual([201, 200]);
    expect(await rowOf(sent.body.id)).toMatchObject({ requesterId: now.personId });
    expect((await as(now.email, 'GET', `/introductions/${sent.body.id}`)).status).toBe(200);
  });
});
