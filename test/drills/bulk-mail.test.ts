import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BulkMail } from '../../src/domain/calls/bulk-mail.js';
import { LIVE_STATUSES } from '../../src/domain/calls/call-statuses.js';
import type { Services } from '../../src/ports/services.js';
import { batchIdOf, startBulkMail } from '../../src/usecases/calls/bulk-mail.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { recording } from '../../src/usecases/recording.js';
import type { Wired } from '../../src/wire.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { storedKey } from '../support/stored-key.js';
import { startSystem, type TestSystem, until } from '../support/system.js';

/** A few in every run, since each kill costs the time it takes to be noticed; BULK_LISTENERS=5000 before a release. */
const LISTENERS = Number(process.env.BULK_LISTENERS ?? 300);
const SERIES = 'legal-working-group';
/** Mails at the mail server when the worker is killed. */
const KILLED_AT = (LISTENERS < 1_000 ? [0.15, 0.55] : [0.08, 0.24, 0.4, 0.56, 0.72]).map((share) =>
  Math.round(share * LISTENERS),
);

describe(`a reminder to ${LISTENERS}, the worker killed ${KILLED_AT.length} times`, () => {
  let sink: SmtpSink;
  let system: TestSystem;
  let wired: Wired;
  let batchId: string;
  const began = Date.now();

  beforeAll(async () => {
    sink = await startSmtpSink();
    system = await startSystem({ SMTP_URL: sink.url });
    wired = await system.wired();
    await until(
      async () => (await wired.services.db.call.count({ where: { seriesId: SERIES } })) > 0,
      () => 'the series has planned its calls',
    );
    await addListeners(wired.services);
  }, 180_000);
  afterAll(async () => {
    await system?.close();
    await sink?.close();
  }, 90_000);

  test('it begins', async () => {
    const { services } = wired;
    const call = await services.db.call.findFirstOrThrow({
      where: { seriesId: SERIES, status: { in: [...LIVE_STATUSES] }, startsAt: { gt: system.now() } },
      orderBy: { startsAt: 'desc' },
      include: withKey,
    });
    const bulk: BulkMail = { kind: 'call-reminder', occasion: 'today' };
    batchId = batchIdOf(call.id, bulk);
    await recording(services, (rec) => startBulkMail(rec, { callId: call.id, bulk }));
    await until(
      () => sink.received.length > 0,
      () => 'the first mail',
      200_000,
    );
  }, 240_000);

  test.each(KILLED_AT)(
    'kill -9 with %d mails sent',
    async (count) => {
      await until(
        () => sink.received.length >= count,
        () => `${count} mails; ${sink.received.length} by now`,
        240_000,
      );
      const before = system.pid('worker');
      await system.kill('worker');
      await system.back({ worker: before });
    },
    360_000,
  );

  test('every mail is sent, failed or of unknown fate; none has arrived twice', async () => {
    const { db } = wired.services;
    const waiting = () => db.message.count({ where: { batchId, status: { in: ['queued', 'sending'] } } });
    await until(
      async () => (await waiting()) === 0,
      () => 'nothing queued or sending',
      400_000,
    );
    const arrived = sink.received.map(({ messageId }) => messageId);
    expect(new Set(arrived).size).toBe(arrived.length);

    const ledger = await db.message.findMany({
      where: { batchId },
      select: { messageId: true, status: true, attempts: true },
    });
    expect(ledger).toHaveLength(LISTENERS);
    const of = (status: string) => ledger.filter((row) => row.status === status);
    const unknown = of('unknown');
    expect(of('sent').length + of('failed').length + unknown.length).toBe(LISTENERS);
    expect(of('failed')).toEqual([]);
    const there = new Set(arrived);
    expect(of('sent').filter(({ messageId }) => !there.has(messageId))).toEqual([]);
    expect(unknown.length).toBeLessThanOrEqual(KILLED_AT.length * sink.peak);
    expect(ledger.filter(({ attempts }) => attempts > 1)).toEqual([]);
    report({ sent: of('sent').length, unknown: unknown.length, peak: sink.peak, ms: Date.now() - began });
  }, 460_000);
});

/** Approved and opted in, as registration and subscription would have left them. */
async function addListeners({ db, vault, clock }: Services): Promise<void> {
  const at = clock.now();
  const dataKey = await storedKey(db, vault.newDataKey('call_registration'));
  const people = Array.from({ length: LISTENERS }, (_, index) => ({
    id: randomUUID(),
    email: `listener-${index}@legal-aid.example`,
    name: 'Ana Ortiz',
    role: 'attorney',
  }));
  await db.person.createMany({
    data: people.map(({ id, name, role }) => ({ id, name, role, licensedIn: ['CA'], createdAt: at })),
  });
  await db.personEmail.createMany({ data: people.map(({ id, email }) => ({ personId: id, email })) });
  await db.callRegistration.createMany({
    data: people.map(({ id, email, name, role }) => ({
      id: randomUUID(),
      seriesId: SERIES,
      personId: id,
      email,
      name,
      role,
      licensedIn: ['CA'],
      reasons: [],
      status: 'approved',
      dataKeyId: dataKey.id,
      createdAt: at,
    })),
  });
  await db.subscription.createMany({
    data: people.map(({ email, name }) => ({
      id: randomUUID(),
      email,
      name,
      lists: [],
      emailUpdates: true,
      status: 'confirmed',
      unsubscribeTokenHash: randomUUID(),
      createdAt: at,
      confirmedAt: at,
    })),
  });
}

/** Figures for whoever runs it with CHAOS_REPORT=1. */
function report(figures: Record<string, number>): void {
  if (process.env.CHAOS_REPORT) process.stderr.write(`${JSON.stringify(figures)}\n`);
}
