import { beforeEach, describe, expect, test } from '@jest/globals';
import { ok, refuse } from '../../src/domain/result.js';
import type { RecordServices } from '../../src/ports/services.js';
import { lock } from '../../src/usecases/lock.js';
import { type Recording, recording } from '../../src/usecases/recording.js';
import { recordingOrRefusal } from '../../src/usecases/recording-or-refusal.js';

const BEFORE = '2026-11-03T18:00:00.000Z';
const AFTER_THE_LOCK = '2026-11-03T18:00:05.000Z';

let told: { name: string; kind: string; payload: unknown; createdAt: Date }[];
let happened: string[];
let now: string;

const waitForLock = async () => {
  now = AFTER_THE_LOCK;
};

/** A database that commits what the work wrote, and an engine that says when it hears of it. */
const services = {
  clock: { now: () => new Date(now) },
  relay: { kick: async (ids: string[]) => void happened.push(`delivered ${ids.join(', ')}`) },
  db: {
    async $transaction(work: (tx: unknown) => Promise<unknown>) {
      const outbox = { create: async ({ data }: { data: never }) => told.push(data) };
      const value = await work({ outbox, $executeRaw: waitForLock });
      happened.push('committed');
      return value;
    },
  },
} as unknown as RecordServices;

beforeEach(() => {
  [told, happened, now] = [[], [], BEFORE];
});

describe('a recording', () => {
  test('has one instant', async () => {
    const instants = await recording(services, async (rec) => {
      const first = rec.at;
      now = '2026-11-03T19:00:00.000Z';
      return [first, rec.at].map((at) => at.toISOString());
    });
    expect(instants).toEqual([BEFORE, BEFORE]);
  });

  test('that waits for a lock is later than whoever held it, whatever was asked before', async () => {
    const instants = await recording(services, async (rec) => {
      const first = rec.at;
      await lock(rec.tx, 'person', 'ada@legal-aid.example');
      return [first, rec.at].map((at) => at.toISOString());
    });
    expect(instants).toEqual([BEFORE, AFTER_THE_LOCK]);
  });

  test('of what happened before has that instant, lock or no lock', async () => {
    const at = new Date('2026-11-01T00:00:00.000Z');
    const work = async (rec: Recording) => {
      await lock(rec.tx, 'person', 'ada@legal-aid.example');
      return rec.at;
    };
    expect(await recording(services, work, { at })).toBe(at);
  });

  test('tells the engine once it is committed, each workflow once', async () => {
    await recording(services, async ({ outbox }) => {
      await outbox.start('zoomMeeting', 'zoom-meeting/1', { v: 1, callId: '1' });
      await outbox.signal('meetingChanged', 'zoom-meeting/1', { v: 1 });
      await outbox.start('mailDelivery', 'mail/2', { v: 1, messageId: '2' });
      happened.push('worked');
    });
    expect(happened).toEqual(['worked', 'committed', 'delivered zoom-meeting/1, mail/2']);
    expect(told.map(({ kind, name, payload }) => [kind, name, payload])).toEqual([
      ['start', 'zoomMeeting', [{ v: 1, callId: '1' }]],
      ['signal', 'meetingChanged', [{ v: 1 }]],
      ['start', 'mailDelivery', [{ v: 1, messageId: '2' }]],
    ]);
    expect(told.every(({ createdAt }) => createdAt.toISOString() === BEFORE)).toBe(true);
  });

  test('that says so answers before the engine has heard', async () => {
    const away = { ...services, relay: { kick: () => new Promise<void>(() => undefined) } };
    const work = recording(
      away,
      async ({ outbox }) => outbox.start('mailDelivery', 'mail/1', { v: 1, messageId: '1' }),
      { awaitDelivery: false },
    );
    await expect(work).resolves.toBeUndefined();
  });

  test('that fails, or refuses, tells nothing', async () => {
    const failed = recording(services, async ({ outbox }) => {
      await outbox.start('mailDelivery', 'mail/1', { v: 1, messageId: '1' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    const refused = await recordingOrRefusal<string>(services, async ({ outbox }) => {
      await outbox.start('mailDelivery', 'mail/1', { v: 1, messageId: '1' });
      return refuse('nothing-here');
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(happened).toEqual([]);
    expect(await recordingOrRefusal(services, async () => ok('done'))).toEqual(ok('done'));
  });

  test('starts and signals what there is, with what it takes: the compiler says so', () => {
    const wrong = () =>
      recording(services, async ({ outbox }) => {
        // @ts-expect-error: no such workflow
        await outbox.start('mailDelivered', 'mail/1', { v: 1, messageId: '1' });
        // @ts-expect-error: begins with something else
        await outbox.start('mailDelivery', 'mail/1', { v: 1, callId: '1' });
        // @ts-expect-error: no such fact of a call
        await outbox.signal('callFact', 'call/1', { v: 1, kind: 'rescheduled', at: BEFORE });
      });
    expect(wrong).toBeInstanceOf(Function);
  });
});
