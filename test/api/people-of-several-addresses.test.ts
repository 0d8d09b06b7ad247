import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mailedLink } from './pages/calls/calls-site.js';
import {
  address,
  app,
  asStaff,
  passed,
  request,
  signedIn,
  startSite,
  T_VISA_REVIEW,
  told,
} from './people-of-several-addresses/site.js';
import './people-of-several-addresses/at-once.cases.js';
import './people-of-several-addresses/organizations.cases.js';
import './people-of-several-addresses/own-supervisor.cases.js';
import './people-of-several-addresses/what-comes-along.cases.js';
import { goodRegistration } from './support/calls.js';
import { createVisitor } from './support/form-visitor.js';
import { goodSubmission } from './support/submission.js';

/** One person, several addresses: by staff, by a link, and two records that become one. */

beforeAll(startSite);
afterAll(() => app.close());

describe('staff read a person', () => {
  test('by the id a request carries for them, and for nobody else', async () => {
    const email = address('ana');
    const made = await request(email);
    expect(made.requester.id).toMatch(/^[0-9a-f-]{36}$/);
    const ana = await signedIn(email);
    const own = (await (await ana.call(`/api/v1/ta-requests/${made.id}`)).json()) as {
      requester: { id: string | null };
    };
    expect(own.requester.id).toBeNull();
    const { body } = await asStaff(`/people/${made.requester.id}`);
    expect(body).toMatchObject({
      name: 'Ada Attorney',
      addresses: [{ email, proved: true }],
      requests: [{ id: made.id, as: 'requester', reference: made.reference }],
      mergedInto: null,
    });
    expect((await ana.call(`/api/v1/people/${made.requester.id}`)).status).toBe(403);
    expect((await app.call(`/api/v1/people/${made.requester.id}`)).status).toBe(401);
    expect((await asStaff(`/people/${crypto.randomUUID()}`)).status).toBe(404);
  });
});

describe('staff add an address', () => {
  test('nobody’s: it counts as proved, once', async () => {
    const { requester } = await request(address('bea'));
    const email = address('bea-too');
    const path = `/people/${requester.id}/addresses`;
    const added = await asStaff(path, { email: email.toUpperCase() });
    expect([added.status, added.body.addresses.at(-1)]).toEqual([201, { email, proved: true }]);
    expect((await asStaff(path, { email })).status).toBe(200);
    expect(added.body.history).toMatchObject([{ type: 'address-added', email }]);
  });

  test('under which courses were passed: the request that waited for them goes on', async () => {
    const other = address('cal-lms');
    await passed(other, 'human-trafficking-defined');
    await passed(other, 't-visas-part-1');
    const made = await request(address('cal'), T_VISA_REVIEW);
    expect(made.status).toBe('awaiting-prerequisites');
    const { status, body } = await asStaff(`/people/${made.requester.id}/addresses`, { email: other });
    expect(status).toBe(201);
    expect(body.completions.map((one: { courseId: string }) => one.courseId).sort()).toEqual([
      'human-trafficking-defined',
      't-visas-part-1',
    ]);
    expect(await told(made.id)).toEqual(['human-trafficking-defined', 't-visas-part-1']);
    // What comes in under it later is theirs as well.
    await passed(other, 'emp-analysis-workshop');
    const later = await asStaff(`/people/${made.requester.id}`);
    expect(later.body.completions).toHaveLength(3);
  });

  test.each([
    ['asked for something', async (email: string) => void (await request(email))],
    ['signed in', async (email: string) => void (await signedIn(email)).call('/my/requests')],
    [
      'is asked to be a mentor',
      async (email: string) =>
        void (await asStaff('/mentors', { email, name: 'Dee', topics: ['immigration'], capacity: 1 })),
    ],
  ])('under which somebody %s: they are to be merged', async (_how, did) => {
    const other = address('dee');
    await did(other);
    const { requester } = await request(address('dan'));
    const { status, body } = await asStaff(`/people/${requester.id}/addresses`, { email: other });
    expect([status, body.code]).toEqual([409, 'not-allowed-now']);
    expect((await asStaff(`/people/${requester.id}`)).body.addresses).toHaveLength(1);
  });

  test.each([
    ['no address', { email: 'nobody' }],
    ['nothing', {}],
    ['a list', { email: ['a@legal-aid.example'] }],
  ])('%s: 422', async (_what, body) => {
    const { requester } = await request(address('eve'));
    expect((await asStaff(`/people/${requester.id}/addresses`, body)).status).toBe(422);
  });
});

describe('staff make two people one', () => {
  test('who has everything of both from then on, and is found by both addresses', async () => {
    const [old, current] = [address('fay-old'), address('fay')];
    const before = await request(old);
    const after = await request(current);
    const path = `/people/${before.requester.id}/merge`;
    const { status, body } = await asStaff(path, { into: after.requester.id });
    expect(status).toBe(200);
    expect(body.addresses.map((one: { email: string }) => one.email)).toEqual([current, old].sort());
    expect(body.requests.map((one: { id: string }) => one.id).sort()).toEqual([before.id, after.id].sort());
    for (const email of [old, current]) {
      const fay = await signedIn(email);
      const mine = (await (await fay.call('/api/v1/ta-requests')).json()) as { items: { id: string }[] };
      expect([email, mine.items.map(({ id }) => id).sort()]).toEqual([email, [before.id, after.id].sort()]);
    }
    // Said again it changes nothing; the row that went says where.
    expect((await asStaff(path, { into: after.requester.id })).status).toBe(200);
    expect((await asStaff(`/people/${before.requester.id}`)).body).toMatchObject({
      mergedInto: after.requester.id,
      addresses: [],
      requests: [],
    });
  });

  test('the promise of one person’s duplicates holds for both addresses', async () => {
    const [one, other] = [address('gus'), address('gus-too')];
    const made = await request(one, { facts: 'The very same facts.' });
    const { requester } = await request(other);
    await asStaff(`/people/${requester.id}/merge`, { into: made.requester.id });
    const again = goodSubmission({
      facts: 'The very same facts.',
      requester: { ...(goodSubmission().requester as object), email: other },
    });
    expect((await asStaff('/ta-requests', again)).body.code).toBe('duplicate-request');
  });

  test('registered twice for one series: the one that stays counts, the other is over', async () => {
    const registered = async (email: string) => {
      const body = goodRegistration({ email, series: 'legal-working-group' });
      expect((await asStaff('/registrations', body)).body.status).toBe('approved');
      const { personId } = await app.services.db.personEmail.findUniqueOrThrow({ where: { email } });
      return personId;
    };
    const from = await registered(address('hal'));
    const into = await registered(address('hal-too'));
    expect((await asStaff(`/people/${from}/merge`, { into })).status).toBe(200);
    const rows = await app.services.db.callRegistration.findMany({
      where: { personId: { in: [from, into] } },
    });
    expect(Object.fromEntries(rows.map((row) => [row.personId, row.status]))).toEqual({
      [from]: 'revoked',
      [into]: 'approved',
    });
  });

  test('not if one supervises the other, and nothing is moved', async () => {
    const sue = address('sue');
    const { requester: supervisor } = await request(sue);
    const made = await request(address('ivo'), {
      requester: { ...(goodSubmission().requester as object), email: address('ivo'), role: 'paralegal' },
      supervisor: { name: 'Sue', email: sue, role: 'attorney' },
    });
    const { status, body } = await asStaff(`/people/${supervisor.id}/merge`, { into: made.requester.id });
    expect([status, body.code]).toEqual([409, 'not-allowed-now']);
    expect((await asStaff(`/people/${supervisor.id}`)).body.addresses).toEqual([
      { email: sue, proved: false },
    ]);
  });

  test.each([
    ['themself', (id: string) => id, 422],
    ['nobody', () => crypto.randomUUID(), 422],
    ['no id', () => 'x', 422],
  ])('not into %s', async (_whom, into, status) => {
    const { requester } = await request(address('joy'));
    const answered = await asStaff(`/people/${requester.id}/merge`, { into: into(requester.id) });
    expect(answered.status).toBe(status);
  });

  test('two into each other at once: one of them stays, with everything', async () => {
    const [one, other] = [await request(address('kim')), await request(address('kim-too'))];
    const ids = [one.requester.id, other.requester.id] as const;
    const answers = await Promise.all([
      asStaff(`/people/${ids[0]}/merge`, { into: ids[1] }),
      asStaff(`/people/${ids[1]}/merge`, { into: ids[0] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const people = await Promise.all(ids.map((id) => asStaff(`/people/${id}`)));
    expect(people.map(({ body }) => body.requests.length).sort()).toEqual([0, 2]);
  });

  test('while a request of the one that goes is taken in: it is found with the one that stays', async () => {
    for (let round = 0; round < 4; round += 1) {
      const email = address('lou');
      const { requester: from } = await request(email);
      const { requester: into } = await request(address('lou-too'));
      await Promise.all([
        asStaff(`/people/${from.id}/merge`, { into: into.id }),
        request(email),
        request(email),
      ]);
      expect((await asStaff(`/people/${into.id}`)).body.requests).toHaveLength(4);
      expect((await asStaff(`/people/${from.id}`)).body.requests).toHaveLength(0);
    }
  });
});

describe('people add an address of their own', () => {
  const claim = async (browser: Awaited<ReturnType<typeof signedIn>>, email: string) => {
    const response = await browser.call('/api/v1/me/addresses', { email });
    return { status: response.status, body: (await response.json()) as { status: string } };
  };
  const linkOf = async (email: string) => new URL(await mailedLink(app, email, 'address-claimed')).pathname;

  test('a link goes there, and the answer is the same whosever it is', async () => {
    const [own, free, taken] = [address('mia'), address('mia-too'), address('max')];
    await request(taken);
    const mia = await signedIn(own);
    expect(await claim(mia, free)).toEqual({ status: 202, body: { email: free, status: 'asked' } });
    expect(await claim(mia, taken)).toEqual({ status: 202, body: { email: taken, status: 'asked' } });
    expect(await claim(mia, own)).toEqual({ status: 200, body: { email: own, status: 'proved' } });
  });

  test('nobody adds one from a session they proved long ago', async () => {
    const own = address('ola');
    const ola = await signedIn(own);
    await app.services.db.authSession.updateMany({
      where: { user: { email: own } },
      data: { createdAt: new Date(Date.now() - 11 * 60_000) },
    });
    const other = address('ola');
    expect((await claim(ola, other)).status).toBe(403);
    const visitor = createVisitor(app);
    visitor.adopt(ola.cookies());
    const sent = await visitor.send('/my/addresses', { email: other });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/sign-in\?next=%2Fkept%2F/),
    ]);
    expect(await app.services.db.message.count({ where: { to: { has: other } } })).toBe(0);
  });

  test('keys and strangers have none', async () => {
    expect((await asStaff('/me/addresses', { email: address('ned') })).status).toBe(403);
    const body = { email: address('ned') };
    expect((await app.call('/api/v1/me/addresses', { body })).status).toBe(401);
  });

  test('no link goes out that could add none', async () => {
    const own = address('may');
    const { requester } = await request(own);
    const emails = Array.from({ length: 19 }, () => ({ email: address('may'), personId: requester.id }));
    await app.services.db.personEmail.createMany({ data: emails });
    const may = await signedIn(own);
    const oneMore = address('may');
    expect((await claim(may, oneMore)).status).toBe(409);
    expect(await app.services.db.message.count({ where: { to: { has: oneMore } } })).toBe(0);
    expect((await claim(may, own)).status).toBe(200);
  });

  test('fills nobody’s mailbox', async () => {
    const victim = address('victim');
    const nia = await signedIn(address('nia'));
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) statuses.push((await claim(nia, victim)).status);
    expect(statuses.slice(5)).toEqual([429, 429]);
    const mails = { kind: 'address-claimed', to: { has: victim } };
    expect(await app.services.db.message.count({ where: mails })).toBe(5);
    // Nor does whoever makes themself many people, and none of them sees it.
    for (let other = 0; other < 4; other += 1) {
      const another = await signedIn(address('nia'));
      for (let i = 0; i < 4; i += 1) expect((await claim(another, victim)).status).toBe(202);
    }
    expect(await app.services.db.message.count({ where: mails })).toBe(20);
  });

  test('whoever uses the link signed in has both: courses passed under it open the door', async () => {
    const [own, lms] = [address('oda'), address('oda-lms')];
    await passed(lms, 'human-trafficking-defined');
    await passed(lms, 't-visas-part-1');
    const made = await request(own, T_VISA_REVIEW);
    const oda = await signedIn(own);
    await claim(oda, lms);
    const { proveAddress } = await import('../../src/usecases/people/claim-address.js');
    const token = (await linkOf(lms)).split('/').at(-1) ?? '';
    const person = { kind: 'person', id: made.requester.id, name: 'Oda', email: own } as const;
    // Neither whoever reads mail there alone, nor a third.
    const stranger = { ...person, id: crypto.randomUUID() };
    expect((await proveAddress(app.services, stranger, token)).ok).toBe(false);
    expect((await proveAddress(app.services, { kind: 'public' }, token)).ok).toBe(false);
    expect((await proveAddress(app.services, person, token)).ok).toBe(true);
    expect(await told(made.id)).toEqual(['human-trafficking-defined', 't-visas-part-1']);
    // Opened or pressed once more, it says the same, and nothing is done twice.
    expect((await proveAddress(app.services, person, token)).ok).toBe(true);
    expect(await told(made.id)).toHaveLength(2);
    const opened = await oda.call(await linkOf(lms));
    expect(opened.headers.get('location')).toBe('/my/addresses?done=already');
    const page = await (await oda.call('/my/addresses')).text();
    expect([page.includes(lms), page.includes('Waiting for you to open')]).toEqual([true, false]);
  });

  test('two people who are one become one by it', async () => {
    const [own, other] = [address('pia'), address('pia-too')];
    const [first, second] = [await request(own), await request(other)];
    const pia = await signedIn(own);
    await claim(pia, other);
    const { proveAddress } = await import('../../src/usecases/people/claim-address.js');
    const token = (await linkOf(other)).split('/').at(-1) ?? '';
    const person = { kind: 'person', id: first.requester.id, name: 'Pia', email: own } as const;
    expect((await proveAddress(app.services, person, token)).ok).toBe(true);
    const { body } = await asStaff(`/people/${first.requester.id}`);
    expect(body.requests.map((one: { id: string }) => one.id).sort()).toEqual([first.id, second.id].sort());
    expect((await asStaff(`/people/${second.requester.id}`)).body.mergedInto).toBe(first.requester.id);
  });

  test('a link lives a week', async () => {
    const [own, other] = [address('quy'), address('quy-too')];
    const { requester } = await request(own);
    const quy = await signedIn(own);
    await claim(quy, other);
    const { proveAddress } = await import('../../src/usecases/people/claim-address.js');
    const token = (await linkOf(other)).split('/').at(-1) ?? '';
    app.setNow('2026-11-09T18:00:01.000Z');
    const person = { kind: 'person', id: requester.id, name: 'Quy', email: own } as const;
    expect((await proveAddress(app.services, person, token)).ok).toBe(false);
    app.setNow('2026-11-02T18:00:00.000Z');
  });
});
