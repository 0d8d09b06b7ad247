import { describe, expect, test } from '@jest/globals';
import { createZone } from '../../../src/domain/time/zone.js';
import { insertableBody, insertables } from '../../../src/usecases/answers/insertables.js';
import { digestSections } from '../../../src/usecases/digest/digest-sections.js';
import { answersOn } from '../../../src/usecases/precedents/read-precedents.js';
import { app, aRequest, attorneyId, keys } from './site.js';

interface Seen {
  id: string;
  code?: string;
  requestId?: string | null;
  items: { id: string }[];
}

const API = '/api/v1/precedents';
const soon = () => new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
const typed = (change: object = {}) => ({
  question: 'May a derivative apply from abroad?',
  answer: 'Yes: see the **regulation**.',
  kind: 'general-information',
  topics: ['immigration'],
  audience: 'public',
  reviewBy: soon(),
  ...change,
});

const call = async (role: string | null, method: string, path: string, body?: object) => {
  const key = role === null ? {} : { key: keys[role] as string };
  const answer = await app.call(path, { method, ...key, ...(body ? { body } : {}) });
  return { status: answer.status, body: (await answer.json()) as Seen };
};
const decide = (role: string, id: string, decision: object) =>
  call(role, 'POST', `${API}/${id}/decisions`, decision);
const found = async (role: string | null, query = '') => {
  const { body } = await call(role, 'GET', `${API}${query}`);
  return body.items.map(({ id }) => id);
};

describe('a precedent', () => {
  test('is found by everybody once a second person has published it, and no more when it is withdrawn', async () => {
    const made = await call('attorney', 'POST', API, typed());
    expect(made.status).toBe(201);
    const { id } = made.body;
    expect(await found(null)).not.toContain(id);
    expect(await found('coordinator')).toContain(id);
    expect((await decide('attorney', id, { kind: 'submit' })).status).toBe(200);
    const own = await decide('attorney', id, { kind: 'publish' });
    expect([own.status, own.body.code]).toEqual([403, 'own-draft']);
    expect((await decide('coordinator', id, { kind: 'publish' })).status).toBe(403);
    expect((await decide('reviewer', id, { kind: 'publish' })).status).toBe(200);
    expect(await found(null, '?q=derivatives%20applying&topic=immigration')).toContain(id);
    expect(await found(null, '?q=waiver')).not.toContain(id);
    const list = await (await app.call('/answers?q=derivative')).text();
    expect(list).toContain(`/answers/${id}`);
    const page = await app.call(`/answers/${id}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<strong>regulation</strong>');
    expect((await decide('attorney', id, { kind: 'withdraw' })).status).toBe(200);
    expect((await app.call(`/answers/${id}`)).status).toBe(404);
  });

  test('for staff is found by staff alone, and a new wording is reviewed anew', async () => {
    const { id } = (await call('attorney', 'POST', API, typed({ audience: 'staff' }))).body;
    await decide('attorney', id, { kind: 'submit' });
    await decide('director', id, { kind: 'return', comment: 'Name the rule.' });
    const returned = await call('attorney', 'GET', `${API}/${id}`);
    expect(returned.body).toMatchObject({ status: 'draft', comment: 'Name the rule.' });
    await decide('attorney', id, { kind: 'submit' });
    await decide('director', id, { kind: 'publish' });
    expect((await call(null, 'GET', `${API}/${id}`)).status).toBe(404);
    const revised = await call(
      'director',
      'PUT',
      `${API}/${id}`,
      typed({ audience: 'staff', answer: 'No.' }),
    );
    expect(revised.body).toMatchObject({ status: 'draft', answer: 'No.', publishedAt: null });
    await decide('director', id, { kind: 'submit' });
    expect((await decide('director', id, { kind: 'publish' })).status).toBe(403);
    const past = await app.services.db.precedentEvent.findMany({
      where: { precedentId: id },
      orderBy: { seq: 'asc' },
    });
    expect(past[0]?.answer).toContain('regulation');
  });

  test.each([
    [
      'what looks like a client’s name',
      { answer: 'Our client Maria Lopez may apply.' },
      '/identifiersChecked',
    ],
    ['a topic the program has not', { topics: ['no-such'] }, '/topics'],
    ['a review date long ahead', { reviewBy: '2999-01-01' }, '/reviewBy'],
  ])('is refused with %s', async (_name, change, pointer) => {
    const refused = await call('attorney', 'POST', API, typed(change));
    expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer }] });
    if (pointer !== '/identifiersChecked') return;
    const checked = await call('attorney', 'POST', API, typed({ ...change, identifiersChecked: true }));
    expect(checked.status).toBe(201);
  });

  test('comes from an answered request, stays when that is erased, and leads there no more', async () => {
    const open = await aRequest();
    const early = await call('attorney', 'POST', API, typed({ requestId: open.id }));
    expect(early.status).toBe(409);
    const answered = await aRequest({ respondedAt: new Date() });
    const made = await call('attorney', 'POST', API, typed({ requestId: answered.id }));
    const { id } = made.body;
    expect(made.body.requestId).toBe(answered.id);
    await app.services.db.taRequest.delete({ where: { id: answered.id } });
    expect((await call('attorney', 'GET', `${API}/${id}`)).body.requestId).toBeNull();
  });

  test('with facts in it that slipped is erased by a director: its older wordings, and once withdrawn all of it', async () => {
    const { id } = (await call('attorney', 'POST', API, typed({ answer: 'A slipped fact.' }))).body;
    await call('attorney', 'PUT', `${API}/${id}`, typed());
    expect((await decide('reviewer', id, { kind: 'erase-wordings' })).status).toBe(403);
    expect((await decide('director', id, { kind: 'erase' })).status).toBe(409);
    const kept = await decide('director', id, { kind: 'erase-wordings' });
    expect(kept.body).toMatchObject({ status: 'draft', answer: typed().answer });
    const wordings = () =>
      app.services.db.precedentEvent.findMany({ where: { precedentId: id }, orderBy: { seq: 'asc' } });
    expect((await wordings()).map(({ type, answer }) => [type, answer])).toEqual([
      ['suggested', ''],
      ['changed', ''],
      ['wordings-erased', typed().answer],
    ]);
    await decide('attorney', id, { kind: 'withdraw' });
    const gone = await decide('director', id, { kind: 'erase' });
    expect(gone.body).toMatchObject({ status: 'erased', question: '', answer: '', requestId: null });
    expect((await wordings()).map(({ question, answer }) => question + answer).join('')).toBe('');
    expect((await call('attorney', 'PUT', `${API}/${id}`, typed())).status).toBe(409);
  });

  test('past its review date by the program’s day is told to its owner in the digest', async () => {
    const { db, programs } = app.services;
    const { zone } = programs.current().program;
    const owner = await db.staff.findUniqueOrThrow({ where: { id: attorneyId } });
    const at = new Date('2030-03-04T12:00:00Z');
    const row = {
      ...{ status: 'published', audience: 'staff', kind: 'general-information', author: `user:${owner.id}` },
      ...{
        topics: ['immigration'],
        question: 'Q',
        answer: 'A',
        createdAt: at,
        changedAt: at,
        publishedAt: at,
      },
    };
    const reviewBy = new Date('2030-03-04T00:00:00Z');
    await db.precedent.create({ data: { id: crypto.randomUUID(), ownerId: owner.id, ...row, reviewBy } });
    const told = async (moment: Date) => {
      const found = await digestSections(db, app.services, { reader: owner, reminders: [], at: moment });
      return found.filter(({ name }) => name === 'precedents');
    };
    const midnight = new Date(createZone(zone).at('2030-03-05', '00:00'));
    expect(await told(new Date(midnight.getTime() - 1))).toEqual([]);
    expect(await told(midnight)).toEqual([
      {
        name: 'precedents',
        count: 1,
        requests: [],
        link: expect.stringContaining('/staff/precedents?status=published'),
      },
    ]);
  });

  test('for everybody is offered on its topics before a question is written, until its review date is past', async () => {
    const { id } = (await call('attorney', 'POST', API, typed())).body;
    const { services } = app;
    const offered = async (...topics: string[]) =>
      (await answersOn(services, { topics, kind: undefined })).filter((one) => one.id === id);
    await decide('attorney', id, { kind: 'submit' });
    expect(await offered('immigration')).toEqual([]);
    await decide('reviewer', id, { kind: 'publish' });
    expect(await offered('immigration')).toEqual([{ id, question: typed().question }]);
    expect([await offered('civil'), await offered()]).toEqual([[], []]);
    await services.db.precedent.update({ where: { id }, data: { reviewBy: new Date('2020-01-01') } });
    expect(await offered('immigration')).toEqual([]);
  });

  test('can be put into the answer of a request on its topic, marked once it may be out of date', async () => {
    const { id } = (await call('attorney', 'POST', API, typed({ audience: 'staff' }))).body;
    const { services } = app;
    const person = {
      id: crypto.randomUUID(),
      role: 'attorney' as const,
      name: 'Ana',
      email: 'ana@ta-desk.example',
    };
    const me = { kind: 'user' as const, ...person };
    const [on, off] = [await aRequest({ topics: ['immigration'] }), await aRequest({ topics: ['civil'] })];
    const offered = async (request: string) => {
      const found = await insertables(services, me, request);
      return (found.ok ? found.value : []).filter((one) => one.id === `precedent:${id}`);
    };
    expect(await offered(on.id)).toEqual([]);
    await decide('attorney', id, { kind: 'submit' });
    await decide('reviewer', id, { kind: 'publish' });
    expect(await offered(on.id)).toMatchObject([{ title: typed().question, note: { outdated: false } }]);
    expect(await offered(off.id)).toEqual([]);
    const item = `precedent:${id}`;
    expect(await insertableBody(services, me, { id: on.id, item })).toEqual({
      ok: true,
      value: typed().answer,
    });
    expect((await insertableBody(services, me, { id: off.id, item })).ok).toBe(false);
    await services.db.precedent.update({ where: { id }, data: { reviewBy: new Date('2020-01-01') } });
    expect(await offered(on.id)).toMatchObject([{ note: { outdated: true } }]);
  });
});
