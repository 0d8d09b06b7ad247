import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { STAFF_ROLES } from '../../../src/domain/people/actor.js';
import { adoptKeys } from '../../../src/usecases/keys/adopt-keys.js';
import { issueKey } from '../../../src/usecases/keys/issue-key.js';
import { type MadeKey, newKeySchema } from '../../../src/usecases/keys/key.schema.js';
import { tellOfEndingKeys } from '../../../src/usecases/keys/tell-of-ending-keys.js';
import { changeStaffUser } from '../../../src/usecases/people/staff-users.js';
import { signedIn } from '../support/signed-in.js';
import { goodSubmission } from '../support/submission.js';
import { ada, app, colleague, eventsAbout, keyOf, mailsOf, opens } from './site.js';

const DAY = 24 * 60 * 60_000;
const SYSTEM = { kind: 'system' } as const;
const key = async () => (await keyOf(ada.id, 'admin')).key;
const daysUntil = (at: string) => Math.round((Date.parse(at) - Date.now()) / DAY);
const change = (id: string, to: { role: 'attorney' | 'coordinator' | 'director'; active: boolean }) =>
  changeStaffUser(app.services, SYSTEM, id, { name: 'N', leavesWork: true, ...to });

describe('an API key', () => {
  test('made over the API hangs on the owner of the key that asks, for a year; its secret is said once', async () => {
    const asker = await key();
    const body = { name: 'Website', role: 'coordinator' };
    const headers = { 'idempotency-key': randomUUID() };
    const made = await app.call('/api/v1/api-keys', { key: asker, body, headers });
    const view = (await made.json()) as MadeKey;
    expect(made.status).toBe(201);
    expect(view).toMatchObject({ owner: { id: ada.id }, state: 'active', scopes: ['read', 'write'] });
    expect(daysUntil(view.expiresAt)).toBe(365);
    expect(await opens(String(view.secret))).toBe(true);
    const again = await app.call('/api/v1/api-keys', { key: asker, body, headers });
    expect(await again.json()).toEqual({ ...view, secret: null });
    const read = (await (
      await app.call(made.headers.get('location') ?? '', { key: asker })
    ).json()) as MadeKey;
    expect(read).toMatchObject({ id: view.id, lastUsedAt: expect.any(String) });
    const list = await (await app.call('/api/v1/api-keys?limit=100', { key: asker })).text();
    expect(list).toContain(view.id);
    expect(list).not.toContain(String(view.secret));
    expect((await app.call(`/api/v1/api-keys/${view.id}`, { key: asker, method: 'DELETE' })).status).toBe(
      204,
    );
    expect(await opens(String(view.secret))).toBe(false);
    expect(await eventsAbout(`key:${view.id}`)).toEqual(['key-made', 'key-revoked']);
  });

  test.each([
    ['longer than two years', { days: 731 }, '/days'],
    ['of nobody on staff', { owner: 'nobody@desk.example' }, '/owner'],
    ['with a field more', { ownerId: randomUUID() }, '/ownerId'],
  ])('is not made %s', async (_what, more, pointer) => {
    const body = { name: 'Website', role: 'coordinator', ...more };
    const refused = await app.call('/api/v1/api-keys', { key: await key(), body });
    expect(refused.status).toBe(422);
    expect((await refused.json()) as object).toMatchObject({ errors: [{ pointer }] });
  });

  test('does no more than its owner may: an attorney’s are an attorney’s or a reviewer’s', async () => {
    const ann = await colleague('attorney');
    for (const role of STAFF_ROLES) {
      const made = await issueKey(
        app.services,
        SYSTEM,
        newKeySchema.parse({ name: 'a program', role, owner: ann.email }),
      );
      expect([role, made.ok]).toEqual([role, ['attorney', 'reviewer'].includes(role)]);
    }
  });

  test('stops at once as its owner is given another role or leaves, and doesn’t come back', async () => {
    const dora = await colleague('director');
    const [asDirector, asCoordinator] = [
      await keyOf(dora.id, 'director'),
      await keyOf(dora.id, 'coordinator'),
    ];
    await change(dora.id, { role: 'coordinator', active: true });
    expect([await opens(asDirector.key), await opens(asCoordinator.key)]).toEqual([false, true]);
    await change(dora.id, { role: 'coordinator', active: false });
    expect(await opens(asCoordinator.key)).toBe(false);
    await change(dora.id, { role: 'director', active: true });
    expect([await opens(asDirector.key), await opens(asCoordinator.key)]).toEqual([false, false]);
    expect(await eventsAbout(`key:${asCoordinator.id}`)).toEqual(['key-revoked']);
    // Whoever changes the table by hand changes what its keys open as well.
    const direct = await keyOf(dora.id, 'coordinator');
    await app.services.db.staff.update({ where: { id: dora.id }, data: { active: false } });
    expect(await opens(direct.key)).toBe(false);
  });

  test('stands behind the conflict walls of its owner', async () => {
    const cora = await colleague('coordinator');
    const { key: secret } = await keyOf(cora.id, 'coordinator');
    const { db } = app.services;
    const made = await app.call('/api/v1/ta-requests', { key: await key(), body: goodSubmission() });
    const { id, reference } = (await made.json()) as { id: string; reference: string };
    const look = async (by: string) => [
      (await app.call(`/api/v1/ta-requests/${id}`, { key: by })).status,
      (await (await app.call('/api/v1/ta-requests?limit=100', { key: by })).text()).includes(reference),
    ];
    expect(await look(secret)).toEqual([200, true]);
    const wall = { id: randomUUID(), setBy: 'system', setAt: new Date() };
    await db.conflictWall.create({ data: { ...wall, requestId: id, staffId: cora.id } });
    await db.staff.update({ where: { id: cora.id }, data: { walled: true } });
    expect([await look(secret), await look(await key())]).toEqual([
      [404, false],
      [200, true],
    ]);
  });

  test('made where nobody is an admin is the first admin’s who is', async () => {
    const { key: secret, id } = await keyOf(null, 'admin');
    expect(await opens(secret)).toBe(true);
    await adoptKeys(app.services.db, ada.id);
    expect(await app.services.db.apiKey.findUnique({ where: { id } })).toMatchObject({ ownerId: ada.id });
  });

  test('that is over opens nothing, to the moment', async () => {
    const { key: secret, id } = await keyOf(ada.id, 'admin');
    await app.services.db.apiKey.update({ where: { id }, data: { expiresAt: new Date() } });
    expect(await opens(secret)).toBe(false);
    const rotated = await app.call(`/api/v1/api-keys/${id}/rotation`, { key: await key(), body: {} });
    expect(rotated.status).toBe(409);
  });
});

describe('a rotated key', () => {
  const rotate = async (id: string, body: object) => {
    const answer = await app.call(`/api/v1/api-keys/${id}/rotation`, { key: await key(), body });
    return { status: answer.status, made: (await answer.json()) as MadeKey };
  };

  test('has a new secret; the one of before works for its overlap, and no longer than it would have', async () => {
    const { key: before, id } = await keyOf(ada.id, 'admin');
    const { db } = app.services;
    await db.apiKey.update({ where: { id }, data: { expiresAt: new Date(Date.now() + DAY / 2) } });
    const { made } = await rotate(id, { days: 30, overlapHours: 168 });
    expect(daysUntil(made.expiresAt)).toBe(30);
    expect(Date.parse(made.overlapUntil ?? '') - Date.now()).toBeLessThanOrEqual(DAY / 2);
    expect([await opens(before), await opens(String(made.secret))]).toEqual([true, true]);
    await db.apiKey.update({ where: { id }, data: { oldUntil: new Date() } });
    expect([await opens(before), await opens(String(made.secret))]).toEqual([false, true]);
  });

  test('rotated again, or without overlap, ends what was before at once', async () => {
    const { key: first, id } = await keyOf(ada.id, 'admin');
    const second = (await rotate(id, {})).made.secret ?? '';
    expect([await opens(first), await opens(second)]).toEqual([true, true]);
    const third = (await rotate(id, { overlapHours: 0 })).made.secret ?? '';
    expect([await opens(first), await opens(second), await opens(third)]).toEqual([false, false, true]);
    expect((await rotate(id, { overlapHours: 169 })).status).toBe(422);
  });
});

test('over the API a session proves itself anew before keys; who has signed in long ago is asked', async () => {
  const admin = await signedIn(app, ada.email);
  const made = await admin.call('/api/v1/api-keys', { name: 'Website', role: 'coordinator' });
  expect(made.status).toBe(201);
  const { id } = (await made.json()) as MadeKey;
  const long = new Date(Date.now() - 11 * 60_000);
  await app.services.db.authSession.updateMany({ data: { createdAt: long } });
  for (const refused of [
    await admin.call('/api/v1/api-keys', { name: 'Website', role: 'coordinator' }),
    await admin.call(`/api/v1/api-keys/${id}/rotation`, {}),
    await admin.delete(`/api/v1/api-keys/${id}`),
  ]) {
    expect([refused.status, await refused.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'second-factor-required' }),
    ]);
  }
});

test('whoever answers for a key is told two weeks before it ends, once, and again after it was rotated', async () => {
  const cora = await colleague('coordinator');
  const { id } = await keyOf(cora.id, 'coordinator');
  const { db } = app.services;
  const ends = (days: number) =>
    db.apiKey.update({ where: { id }, data: { expiresAt: new Date(Date.now() + days * DAY) } });
  const told = async () => (await mailsOf('key-ending', cora.email)).length;
  await ends(15);
  await tellOfEndingKeys(app.services);
  expect(await told()).toBe(0);
  await ends(13);
  for (const _time of [1, 2]) await tellOfEndingKeys(app.services);
  expect(await told()).toBe(1);
  await app.call(`/api/v1/api-keys/${id}/rotation`, { key: await key(), body: { days: 7 } });
  await tellOfEndingKeys(app.services);
  expect(await told()).toBe(2);
});
