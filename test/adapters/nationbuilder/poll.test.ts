import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ContactState } from '../../../src/ports/contacts.js';
import { type NationWorld, startNationWorld } from './nation-world.js';

let world: NationWorld;
beforeEach(async () => {
  world = await startNationWorld();
  await world.connect();
});
afterEach(() => world.close());

const start = '2026-11-20T00:00:00.000Z';
const at = (seconds: number) => new Date(Date.parse(start) + seconds * 1000).toISOString();
const addMany = (count: number, when: (n: number) => string) => {
  for (let n = 0; n < count; n += 1) world.nation.add({ email1: `p${n}@x.example`, updated_at: when(n) });
};

async function everything(): Promise<{ contacts: ContactState[]; rounds: number; until: string }> {
  const contacts: ContactState[] = [];
  let until = start;
  for (let rounds = 1; ; rounds += 1) {
    const polled = await world.contacts.poll(until);
    if (polled.outcome !== 'done') throw new Error(polled.code);
    contacts.push(...polled.value.contacts);
    until = polled.value.until;
    if (!polled.value.more) return { contacts, rounds, until };
  }
}
const idsOf = (contacts: ContactState[]) => new Set(contacts.map(({ contactId }) => contactId));

test('changed contacts come with what may be mailed, address by address', async () => {
  world.nation.add({ email1: 'Old@x.example', updated_at: '2026-10-01T00:00:00-07:00' });
  world.nation.add({
    email1: 'Ada@x.example',
    email2: 'a@home.example',
    email2_is_bad: true,
    updated_at: '2026-11-21T04:00:00-08:00',
  });
  expect(await world.contacts.poll(start)).toEqual({
    outcome: 'done',
    value: {
      contacts: [
        {
          contactId: '2',
          emails: ['ada@x.example', 'a@home.example'],
          mayMail: { 'ada@x.example': 'yes', 'a@home.example': 'no' },
          optedOut: false,
          updatedAt: '2026-11-21T12:00:00.000Z',
        },
      ],
      until: '2026-11-21T12:00:00.000Z',
      more: false,
    },
  });
});

test('many pages are read whole, in portions', async () => {
  addMany(1_230, (n) => at(n));
  const { contacts, rounds, until } = await everything();
  expect(idsOf(contacts).size).toBe(1_230);
  expect(rounds).toBe(3);
  expect(until).toBe(at(1_229));
});

test('an import that changed a thousand in one second is got through', async () => {
  addMany(1_050, () => at(5));
  const { contacts } = await everything();
  expect(idsOf(contacts).size).toBe(1_050);
});

test('somebody who changes while pages are read is not skipped, nor is anybody pushed over a page’s edge', async () => {
  addMany(250, (n) => at(n));
  // After the first page its first contact changes, so every later one moves up by a place.
  world.nation.afterPage = () => {
    const [first] = world.nation.signups;
    if (first) first.updated_at = at(10_000);
  };
  const { contacts } = await everything();
  expect(idsOf(contacts).size).toBe(250);
});

test('the first time nobody is read: it begins now', async () => {
  addMany(3, (n) => at(n));
  expect(await world.contacts.poll(null)).toEqual({
    outcome: 'done',
    value: { contacts: [], until: '2026-12-02T17:59:00.000Z', more: false },
  });
});

test('nothing new: the same place to begin the next time', async () => {
  expect(await world.contacts.poll(start)).toEqual({
    outcome: 'done',
    value: { contacts: [], until: start, more: false },
  });
});

test('a change of this very moment is asked for again, lest a slower one of the same second be missed', async () => {
  world.nation.add({ email1: 'now@x.example', updated_at: new Date(world.time.now()).toISOString() });
  const polled = await world.contacts.poll(start);
  expect(polled).toMatchObject({ value: { until: '2026-12-02T17:59:00.000Z' } });
});

test('an outage in the middle hands nothing over; the next poll begins where the last one did', async () => {
  addMany(250, (n) => at(n));
  const away = { kind: 'reply', status: 503 } as const;
  world.nation.failNext({ path: /signups/ }, { kind: 'reply', status: 429, headers: { 'retry-after': '1' } });
  expect(idsOf((await everything()).contacts).size).toBe(250);
  world.nation.setOutage(away);
  expect(await world.contacts.poll(start)).toMatchObject({ outcome: 'retry', code: 'unavailable' });
});

describe('people merged in the nation', () => {
  test('the one who stays has both addresses and the stricter word; the other is gone', async () => {
    const loser = world.nation.add({
      email1: 'a@home.example',
      email_opt_in: false,
      unsubscribed_at: '2026-10-01T00:00:00Z',
    });
    const winner = world.nation.add({ email1: 'ada@x.example' });
    expect(await world.contacts.mayMail('ada@x.example')).toBe('yes');
    world.nation.merge(loser, winner, '2026-11-21T12:00:00Z');

    expect(await world.contacts.poll(start)).toMatchObject({
      value: { contacts: [{ contactId: '2', mayMail: { 'ada@x.example': 'no', 'a@home.example': 'no' } }] },
    });
    expect(await world.contacts.read(loser.id)).toEqual({ outcome: 'done', value: null });
    expect(await world.contacts.read(winner.id)).toMatchObject({
      value: { emails: ['ada@x.example', 'a@home.example'] },
    });
    expect(await world.contacts.mayMail('a@home.example')).toBe('no');
  });

  test('asking to stop by the address that was merged in opts the one who stays out', async () => {
    const winner = world.nation.add({ email1: 'ada@x.example' });
    world.nation.merge(world.nation.add({ email1: 'a@home.example' }), winner, '2026-11-21T12:00:00Z');
    await world.contacts.push({ email: 'a@home.example', name: 'Ada', emailUpdates: false });
    expect(await world.contacts.mayMail('ada@x.example')).toBe('no');
  });
});
