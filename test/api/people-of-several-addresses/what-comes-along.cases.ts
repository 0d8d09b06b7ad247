import { afterEach, describe, expect, test } from '@jest/globals';
import { actorRef } from '../../../src/domain/people/actor.js';
import { pollVoter } from '../../../src/usecases/calls/answer-poll.js';
import { pollToken } from '../../../src/usecases/calls/poll.js';
import { notePresence } from '../../../src/usecases/calls/presence.js';
import { knownPeople } from '../../../src/usecases/calls/write-attendance.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { keepForm, openKeptForm } from '../../../src/usecases/kept-forms/kept-form-store.js';
import { goodQuestion, goodRegistration } from '../support/calls.js';
import { address, app, asStaff, passed, request, signedIn } from './site.js';

const CALL = 'legal-working-group-2026-11-04';
const SERIES = 'legal-working-group';

const idOf = async (email: string) =>
  (await app.services.db.personEmail.findUniqueOrThrow({ where: { email } })).personId;

const merge = (from: string, into: string) => asStaff(`/people/${from}/merge`, { into });

describe('what comes along when two records become one', () => {
  describe('a question of each for one call', () => {
    const NON_LEGAL = 'legal-working-group-2026-11-18';
    const [DURING, AFTER, NOW] = ['2026-11-16', '2026-11-19', '2026-11-02'].map(
      (day) => `${day}T18:00:00.000Z`,
    );

    async function asked() {
      app.setNow(DURING ?? '');
      const question = goodQuestion();
      const { status, body } = await asStaff(`/calls/${NON_LEGAL}/questions`, question);
      expect(status).toBe(201);
      const person = await idOf((question.asker as { email: string }).email);
      return { question: body.id as string, person };
    }
    const whose = async (id: string) =>
      (await app.services.db.callQuestion.findUniqueOrThrow({ where: { id }, include: withKey })).personId;
    afterEach(() => app.setNow(NOW ?? ''));

    test('both can’t stay while it is to come, and nothing is moved until one is taken back', async () => {
      const [from, into] = [await asked(), await asked()];
      const refused = await merge(from.person, into.person);
      expect([refused.status, refused.body.code]).toEqual([409, 'not-allowed-now']);
      expect(await whose(from.question)).toBe(from.person);
      await app.services.db.callQuestion.update({
        where: { id: from.question },
        data: { status: 'withdrawn' },
      });
      expect((await merge(from.person, into.person)).status).toBe(200);
      expect(await whose(from.question)).toBe(into.person);
    });

    test('keeps nobody from becoming one once it is over', async () => {
      const [from, into] = [await asked(), await asked()];
      app.setNow(AFTER ?? '');
      expect((await merge(from.person, into.person)).status).toBe(200);
    });
  });

  test('what a lost session kept of a form, before and after', async () => {
    const [old, current] = [address('kim-old'), address('kim')];
    const [from, into] = [await request(old), await request(current)];
    const kim = { kind: 'person', id: into.requester.id, name: 'Kim', email: current } as const;
    const form = {
      page: '/my/addresses',
      action: '/my/addresses',
      fields: { email: 'typed@legal-aid.example' },
    };
    const before = await keepForm(app.services, `person:${from.requester.id}`, form);
    expect((await merge(from.requester.id, into.requester.id)).status).toBe(200);
    // The page was open in a browser meanwhile.
    const after = await keepForm(app.services, `person:${from.requester.id}`, form);
    for (const id of [before, after]) {
      expect(await openKeptForm(app.services, actorRef(kim), id)).toEqual(form);
    }
  });

  test('what the one that goes wrote about a request stays the requester’s own', async () => {
    const [old, current] = [address('wes-old'), address('wes')];
    const made = await request(old);
    const wes = await signedIn(old);
    const sent = await wes.call(`/api/v1/ta-requests/${made.id}/correspondence`, {
      body: 'My client moved.',
    });
    expect(sent.status).toBe(201);
    await request(current);
    expect((await merge(await idOf(old), await idOf(current))).status).toBe(200);
    const read = await asStaff(`/ta-requests/${made.id}/correspondence`);
    expect(read.body.items.map(({ from }: { from: string }) => from)).toEqual(['requester']);
  });

  test('who registered twice is known by either registration, and by the link of either mail about a call', async () => {
    const { db } = app.services;
    const registered = async (email: string, registrantId: string) => {
      const { body } = await asStaff('/registrations', goodRegistration({ email, series: SERIES }));
      await db.callRegistrant.create({
        data: {
          id: crypto.randomUUID(),
          callId: CALL,
          registrationId: body.id,
          email,
          status: 'added',
          registrantId,
        },
      });
      return idOf(email);
    };
    const from = await registered(address('xia-old'), 'z-old');
    const into = await registered(address('xia'), 'z-new');
    expect((await merge(from, into)).status).toBe(200);
    const call = await db.call.findUniqueOrThrow({ where: { id: CALL }, include: withKey });
    const known = (await knownPeople(db, call)).filter(({ personId }) => [from, into].includes(personId));
    expect(known).toMatchObject([
      { personId: into, registrantIds: expect.arrayContaining(['z-old', 'z-new']) },
    ]);
    const came = {
      kind: 'participant-joined',
      participantId: 'p1',
      registrantId: 'z-old',
      email: null,
      name: 'Xia',
    };
    // biome-ignore lint/suspicious/noExplicitAny: what presence reads of the fact
    await notePresence(db, app.services, call, { ...came, at: call.startsAt.toISOString() } as any);
    const where = { callId_participantId: { callId: CALL, participantId: 'p1' } };
    expect((await db.callPresence.findUniqueOrThrow({ where })).personId).toBe(into);
    const token = pollToken(app.services, CALL, from);
    const polled = { id: CALL, series: SERIES, endsAt: call.endsAt.toISOString() };
    expect(await pollVoter(app.services, { kind: 'public' }, polled, token)).toBe(into);
  });

  test('whoever was let in to a series stays in, though the registration of the one that stays still waits', async () => {
    const registered = async (email: string, change: Record<string, unknown> = {}) => {
      const { body } = await asStaff(
        '/registrations',
        goodRegistration({ email, series: SERIES, ...change }),
      );
      return { id: body.id as string, status: body.status as string, person: await idOf(email) };
    };
    const from = await registered(address('una-old'));
    const into = await registered(address('una'), { role: 'Friend of the office' });
    expect([from.status, into.status]).toEqual(['approved', 'pending']);
    expect((await merge(from.person, into.person)).status).toBe(200);
    const rows = await app.services.db.callRegistration.findMany({
      where: { id: { in: [from.id, into.id] } },
      include: withKey,
    });
    expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({
      [from.id]: 'revoked',
      [into.id]: 'approved',
    });
    expect(
      await app.services.db.message.count({ where: { aboutId: into.id, kind: 'registration-approved' } }),
    ).toBe(1);
  });

  test('an id of before leads to the one that stays, over whatever it became one with', async () => {
    const ids: string[] = [];
    for (const name of ['yan-1', 'yan-2', 'yan-3']) ids.push((await request(address(name))).requester.id);
    const [first = '', second = '', third = ''] = ids;
    await merge(first, second);
    await merge(second, third);
    expect((await asStaff(`/people/${first}`)).body.mergedInto).toBe(third);
    expect((await merge(first, third)).status).toBe(200);
    expect((await merge(first, second)).status).toBe(422);
    expect((await asStaff(`/people/${third}`)).body.requests).toHaveLength(3);
  });

  test('a course that is told again is answered under the address it was told under', async () => {
    const [lms, current] = [address('zoe-lms'), address('a-zoe')];
    const course = {
      email: lms,
      courseId: 't-visas-part-1',
      passed: true,
      completedAt: '2026-11-01T10:00:00.000Z',
      source: 'test',
      sourceId: lms,
    };
    const first = await asStaff('/completions', course);
    const { requester } = await request(current);
    await asStaff(`/people/${requester.id}/addresses`, { email: lms });
    const again = await asStaff('/completions', course);
    expect([again.status, again.body]).toEqual([200, first.body]);
    await passed(lms, 'human-trafficking-defined');
  });
});
