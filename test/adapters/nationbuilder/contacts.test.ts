import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FakeSignup } from '../../support/fake-nationbuilder.js';
import { type NationWorld, startNationWorld } from './nation-world.js';

let world: NationWorld;
beforeEach(async () => {
  world = await startNationWorld();
  await world.connect();
});
afterEach(() => world.close());

const email1 = 'ada@legal-aid.example';
const changes = () => world.nation.seen.filter(({ method }) => method === 'PATCH');

describe('may we mail', () => {
  test.each<[string, Partial<FakeSignup>, 'yes' | 'no']>([
    ['opted in', {}, 'yes'],
    ['not opted in', { email_opt_in: false }, 'no'],
    ['unsubscribed', { unsubscribed_at: '2026-10-01T00:00:00Z' }, 'no'],
    ['not to be contacted', { do_not_contact: true }, 'no'],
    ['the address bounces', { email1_is_bad: true }, 'no'],
    ['another address bounces', { email2: 'old@legal-aid.example', email2_is_bad: true }, 'yes'],
  ])('%s', async (_, change, answer) => {
    world.nation.add({ email1, ...change });
    expect(await world.contacts.mayMail(' Ada@Legal-Aid.example ')).toBe(answer);
  });

  test('a second address that bounces itself: no', async () => {
    world.nation.add({ email1: 'new@legal-aid.example', email2: email1, email2_is_bad: true });
    expect(await world.contacts.mayMail(email1)).toBe('no');
  });

  test.each<[string, Partial<FakeSignup> | null, Partial<FakeSignup>, 'yes' | 'no']>([
    ['opted in by another address of the same person', null, {}, 'yes'],
    ['opted out by another address', {}, { email_opt_in: false }, 'no'],
    ['another address alone bounces', {}, { email1_is_bad: true }, 'yes'],
    ['the address itself bounces', { email1_is_bad: true }, {}, 'no'],
  ])('%s', async (_, own, other, answer) => {
    const another = 'a@home.example';
    if (own) world.nation.add({ email1, ...own });
    world.nation.add({ email1: another, ...other });
    expect(await world.contacts.mayMail(email1, [another])).toBe(answer);
  });

  test('a stranger: no', async () => {
    expect(await world.contacts.mayMail(email1)).toBe('no');
  });

  test('two contacts nobody merged, one of whom unsubscribed: no', async () => {
    world.nation.add({ email1 });
    world.nation.add({ email1: 'a@home.example', email2: email1, email_opt_in: false });
    expect(await world.contacts.mayMail(email1)).toBe('no');
  });

  test('changes count at once: nothing is remembered between two questions', async () => {
    const ada = world.nation.add({ email1 });
    expect(await world.contacts.mayMail(email1)).toBe('yes');
    ada.unsubscribed_at = '2026-12-02T18:00:00Z';
    expect(await world.contacts.mayMail(email1)).toBe('no');
  });

  test.each([
    ['an outage', { kind: 'reply', status: 503 }],
    ['a broken connection', { kind: 'hang-up' }],
    ['a refusal', { kind: 'reply', status: 403, body: { code: 'forbidden' } }],
    ['no JSON', { kind: 'reply', status: 200, body: '<html>' }],
    [
      'an answer without consent in it',
      {
        kind: 'reply',
        status: 200,
        body: { data: [{ type: 'signups', id: '1', attributes: { email1, email_opt_in: true } }] },
      },
    ],
  ] as const)('unknown after %s', async (_, fault) => {
    world.nation.add({ email1 });
    world.nation.setOutage(fault);
    expect(await world.contacts.mayMail(email1)).toBe('unknown');
  });

  test('unknown when the nation answers with other people', async () => {
    world.nation.add({ email1: 'somebody@else.example' });
    world.nation.ignoreFilters = true;
    expect(await world.contacts.mayMail(email1)).toBe('unknown');
  });

  test('only what consent needs is asked for', async () => {
    world.nation.add({ email1 });
    await world.contacts.mayMail(email1);
    expect(world.nation.seen.at(-1)?.query.get('fields[signups]')).not.toMatch(/note|name|phone|address/);
  });
});

describe('telling the nation', () => {
  const ada = { email: 'Ada@legal-aid.example', name: 'Ada Maria Attorney' };

  test('a new person who asked for updates is made known, with the opt-in said out loud', async () => {
    const pushed = await world.contacts.push({ ...ada, emailUpdates: true });
    expect(pushed).toMatchObject({
      outcome: 'done',
      value: { contacts: [{ contactId: '1' }], mayMail: 'yes' },
    });
    expect(JSON.parse(changes()[0]?.body ?? '').data).toEqual({
      type: 'signups',
      attributes: { email: email1, first_name: 'Ada Maria', last_name: 'Attorney', email_opt_in: true },
    });
  });

  test('again: the same contact, and no second change', async () => {
    for (const _ of [1, 2]) await world.contacts.push({ ...ada, emailUpdates: true });
    expect(world.nation.signups).toHaveLength(1);
    expect(changes()).toHaveLength(1);
  });

  test.each<[string, Partial<FakeSignup>]>([
    ['unsubscribed', { unsubscribed_at: '2026-10-01T00:00:00Z', email_opt_in: false }],
    ['opted out by staff', { email_opt_in: false }],
    ['not to be contacted', { do_not_contact: true }],
  ])('somebody %s stays so, whatever was ticked here', async (_, change) => {
    const before = { ...world.nation.add({ email1, ...change }) };
    const pushed = await world.contacts.push({ ...ada, emailUpdates: true });
    expect(pushed).toMatchObject({
      outcome: 'done',
      value: { contacts: [{ contactId: '1' }], mayMail: 'no' },
    });
    expect(world.nation.signups[0]).toEqual(before);
  });

  test('the nation’s last word counts, when somebody unsubscribed in between', async () => {
    world.nation.failNext(
      { method: 'GET', path: /signups$/ },
      { kind: 'reply', status: 200, body: { data: [] } },
    );
    world.nation.add({ email1, email_opt_in: false, unsubscribed_at: '2026-12-02T17:59:59Z' });
    expect(await world.contacts.push({ ...ada, emailUpdates: true })).toMatchObject({
      value: { mayMail: 'no' },
    });
    expect(world.nation.signups[0]).toMatchObject({ email_opt_in: false });
  });

  test('who asks to stop is opted out everywhere the address stands', async () => {
    world.nation.add({ email1 });
    world.nation.add({ email1: 'a@home.example', email2: email1 });
    expect(await world.contacts.push({ ...ada, emailUpdates: false })).toMatchObject({
      value: { mayMail: 'no' },
    });
    expect(world.nation.signups.map(({ email_opt_in }) => email_opt_in)).toEqual([false, false]);
    for (const { body } of changes())
      expect(JSON.parse(body).data.attributes).toEqual({ email_opt_in: false });
  });

  test('an address that bounces is marked, with the opt-in said out loud; who opted out is left alone', async () => {
    world.nation.add({ email1: 'a@home.example', email2: email1 });
    world.nation.add({ email1, email_opt_in: false });
    const pushed = await world.contacts.push({ ...ada, emailUpdates: null, bounces: true });
    expect(pushed).toMatchObject({ value: { mayMail: 'no' } });
    expect(changes().map(({ path, body }) => [path, JSON.parse(body).data.attributes])).toEqual([
      ['/api/v2/signups/1', { email2_is_bad: true, email_opt_in: true }],
    ]);
    await world.contacts.push({ ...ada, emailUpdates: null, bounces: true });
    expect(changes()).toHaveLength(1);
  });

  test('an opt-out that the nation doesn’t carry out is a refusal', async () => {
    const stays = world.nation.add({ email1 });
    world.nation.failNext(
      { method: 'PATCH', path: /signups/ },
      { kind: 'reply', status: 200, body: { data: { type: 'signups', id: '1', attributes: { ...stays } } } },
    );
    const pushed = await world.contacts.push({ ...ada, emailUpdates: false });
    expect(pushed).toEqual({ outcome: 'refused', code: 'change-ignored' });
  });

  test.each([
    ['who said nothing and is unknown', null],
    ['who wants nothing and is unknown', false],
  ])('a person %s is not made known', async (_, emailUpdates) => {
    const pushed = await world.contacts.push({ ...ada, emailUpdates });
    expect(pushed).toEqual({ outcome: 'done', value: { contacts: [], mayMail: 'no' } });
    expect(changes()).toHaveLength(0);
  });

  test('saying nothing does not unsubscribe somebody who is opted in', async () => {
    world.nation.add({ email1 });
    expect(await world.contacts.push({ ...ada, emailUpdates: null })).toMatchObject({
      value: { mayMail: 'yes' },
    });
    expect(changes()).toHaveLength(0);
  });

  test('what can’t be read is not written over', async () => {
    world.nation.failNext(
      { method: 'GET', path: /signups$/ },
      ...Array.from({ length: 4 }, () => ({ kind: 'reply', status: 500 }) as const),
    );
    expect(await world.contacts.push({ ...ada, emailUpdates: true })).toMatchObject({
      outcome: 'retry',
      code: 'unavailable',
    });
    expect(changes()).toHaveLength(0);
  });

  test('an address the nation doesn’t take is a refusal, without its words', async () => {
    const pushed = await world.contacts.push({ email: 'ada', name: 'Ada', emailUpdates: true });
    expect(pushed).toEqual({ outcome: 'refused', code: 'invalid' });
  });
});

describe('limits', () => {
  test('a 429 is waited out by its Retry-After, or by the end of the window it names', async () => {
    world.nation.add({ email1 });
    const reset = String(Math.floor(world.time.now() / 1000) + 5);
    world.nation.failNext(
      { path: /signups/ },
      { kind: 'reply', status: 429, headers: { 'retry-after': '3' } },
      { kind: 'reply', status: 429, headers: { 'ratelimit-reset': reset } },
    );
    expect(await world.contacts.mayMail(email1)).toBe('yes');
    expect(world.time.slept).toEqual([3_000, 2_000]);
  });

  test('we ourselves stay below 250 in ten seconds', async () => {
    const start = world.time.now();
    for (let n = 0; n < 251; n += 1) await world.contacts.read('999');
    expect(world.time.now() - start).toBe(10_000);
  });
});

test('names and addresses stay out of the log', async () => {
  world.nation.add({ email1 });
  for (const status of [400, 401, 403, 404, 422, 429, 500]) {
    const message = `Ada Attorney <${email1}> is not welcome`;
    world.nation.setOutage({
      kind: 'reply',
      status,
      body: { code: 'x', message, errors: [{ detail: message }] },
    });
    await world.contacts.mayMail(email1);
    await world.contacts.push({ email: email1, name: 'Ada Attorney', emailUpdates: true });
  }
  expect(world.logged.length).toBeGreaterThan(10);
  expect(world.logged.join('\n')).not.toMatch(/ada|attorney|legal-aid|access-|refresh-|secret|127\.0\.0\.1/i);
});
