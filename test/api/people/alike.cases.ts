import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { createVault } from '../../../src/adapters/crypto/vault.js';
import { unwrap } from '../../../src/api/http/problem.js';
import type { Actor } from '../../../src/domain/people/actor.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { similarRequests } from '../../../src/usecases/requests/similar-requests.js';
import { mendSketches } from '../../../src/usecases/requests/sketch.js';
import { storedKey } from '../../support/stored-key.js';
import { app, by, staffKey } from './site.js';

// Requests in nearly the same words: staff are warned, and nobody is refused.

const staff: Actor = { kind: 'user', id: '0', role: 'coordinator', name: 'Cora', email: 'cora@desk.example' };
const TOLD = `The client was promised work in a hotel and paid the recruiter four thousand dollars. Her papers were taken on
  arrival and she cleaned rooms for fourteen hours a day during nine months without pay until a guest called the police.`;

async function send(email: string, facts: string, organization?: string): Promise<string> {
  const body = by(email, facts);
  if (organization) Object.assign(body.requester as object, { organization });
  const answer = await app.call('/api/v1/ta-requests', { key: staffKey, body });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}
const alikeTo = async (id: string) =>
  unwrap(await similarRequests(app.services, staff, id)).map((one) => [one.id, one.whose]);

test('a near copy is accepted and named to staff, with whose it is; another case is not', async () => {
  const first = await send('alike-one@legal-aid.example', TOLD, 'Harbor Defenders');
  const own = await send(
    'alike-one@legal-aid.example',
    `${TOLD} She now lives in another state.`,
    'Harbor Defenders',
  );
  const colleague = await send('alike-two@harbor.example', TOLD.replace('nine', 'ten'), 'Harbor Defenders');
  const stranger = await send('alike-three@elsewhere.example', TOLD.toUpperCase(), 'Elsewhere Advocates');
  await send(
    'alike-four@elsewhere.example',
    'We would like to know how a letter of support should be written by a counselor who met the survivor only twice.',
  );
  expect(new Set(await alikeTo(first))).toEqual(
    new Set([
      [stranger, 'another'],
      [own, 'same-person'],
      [colleague, 'same-organization'],
    ]),
  );
  const [most] = unwrap(await similarRequests(app.services, staff, first));
  expect(most).toMatchObject({ id: stranger, percent: 100 });
});

test('only staff are told', async () => {
  const id = await send('near-five@legal-aid.example', TOLD);
  const person: Actor = { kind: 'person', id: '0', name: 'Ana', email: 'near-five@legal-aid.example' };
  for (const actor of [person, { kind: 'public' } as const]) {
    expect((await similarRequests(app.services, actor, id)).ok).toBe(false);
  }
  const view = await (await app.call(`/api/v1/ta-requests/${id}`, { key: staffKey })).text();
  expect(view).not.toMatch(/alike|similar|sketch/);
});

test('a sketch goes with its request, and the one merged into another is not named beside it', async () => {
  const facts = `${TOLD.replace('hotel', 'farm')} What came of the police report is not known to us.`;
  const [one, other] = [await send('merge-a@a.example', facts), await send('merge-b@b.example', facts)];
  const { db } = app.services;
  expect((await alikeTo(one)).map(([id]) => id)).toContain(other);
  await db.taRequest.update({ where: { id: other }, data: { status: 'merged', mergedIntoId: one } });
  expect((await alikeTo(one)).map(([id]) => id)).not.toContain(other);
  await db.taRequest.delete({ where: { id: other } });
  expect(await db.requestSketch.count({ where: { requestId: other } })).toBe(0);
});

test('the same words that say too little are compared with none', async () => {
  const ids = [
    await send('short-a@a.example', 'See the letter.'),
    await send('short-b@b.example', 'See the letter.'),
  ];
  expect(await alikeTo(ids[0] ?? '')).toEqual([]);
});

test('the key was lost: requests are taken in, and mending compares them again under a new one', async () => {
  const { services } = app;
  const facts = TOLD.replace('hotel', 'nursery');
  const id = await send('key-a@a.example', facts);
  const wrongKey = createVault({
    keyRing: parseKeyRing(`k9:${randomBytes(32).toString('base64')}`),
    appSecret: 'x',
  });
  await services.db.sketchKey.create({
    data: {
      number: 2,
      dataKeyId: (await storedKey(services.db, wrongKey.newDataKey('sketch_key'))).id,
      createdAt: services.clock.now(),
    },
  });
  const other = await send('key-b@b.example', facts);
  expect(await alikeTo(other)).toEqual([]);
  const all = await services.db.taRequest.count();
  expect(await mendSketches(services)).toBe(all);
  expect(await mendSketches(services)).toBe(0);
  expect(await alikeTo(other)).toContainEqual([id, 'same-organization']);
  expect(await services.db.sketchKey.findMany({ select: { number: true } })).toEqual([{ number: 3 }]);
});

test('nobody is held up by a thousand of the same words: an index finds them, and so many are compared', async () => {
  const facts = TOLD.replace('hotel', 'casino');
  const id = await send('flood@a.example', facts);
  const { db } = app.services;
  const own = await db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
  await db.$executeRaw`INSERT INTO ta_request SELECT (json_populate_record(r, json_build_object('id', gen_random_uuid(),
    'reference', 'TA-2099-' || n))).* FROM ta_request r, generate_series(1, 1000) n WHERE r.id = ${id}::uuid`;
  await db.$executeRaw`INSERT INTO request_sketch SELECT r.id, s.key_number, s.signature, s.bands
    FROM ta_request r, request_sketch s WHERE r.reference LIKE 'TA-2099-%' AND s.request_id = ${id}::uuid`;
  expect(await alikeTo(id)).toHaveLength(5);
  await db.taRequest.deleteMany({ where: { reference: { startsWith: 'TA-2099-' } } });
  expect(own.reference).not.toContain('TA-2099');
});
