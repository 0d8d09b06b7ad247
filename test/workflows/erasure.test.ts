import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dailyErasureWorkflowId, requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import type { Transaction } from '../../src/ports/database.js';
import { ERASURES, ensureErasures, restartErasures } from '../../src/usecases/erasure/ensure-erasures.js';
import { eraseByHand, previewErasure } from '../../src/usecases/erasure/erase-by-hand.js';
import { liftHold, setHold } from '../../src/usecases/erasure/holds.js';
import { purgeDue } from '../../src/usecases/purge-due.js';
import { local } from '../support/desk.js';
import { until } from '../support/system.js';
import { desk, startLife } from './lifecycle/site.js';
import './erasure/wishes.cases.js';

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

// A desk of its own: days pass on it, which is slow among the hundreds of requests that other tests make.
beforeAll(startLife, 120_000);
afterAll(() => desk?.close());

/** Everything of a request or person goes, and nothing else; each day what its time is up for. */
describe('erasure', () => {
  const SYSTEM = { kind: 'system' } as const;
  const services = () => desk.wired.services;

  /** Tables with a row that names it anywhere, by how many. */
  async function whereFound(word: string): Promise<Record<string, number>> {
    const { db } = services();
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`;
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await db.$queryRawUnsafe<[{ count: number }]>(
        `SELECT count(*)::int AS count FROM "${name}" x WHERE x::text ILIKE '%' || $1 || '%'`,
        word,
      );
      if (row.count > 0) found[name] = row.count;
    }
    return found;
  }

  test('an open request goes with all of it: its process ends where it stands, and nothing is mailed', async () => {
    const { db, processes } = services();
    const { id, reference } = await desk.submit({}, { email: 'erase-me@legal-aid.example' });
    await desk.decide(id, { kind: 'assign', to: 'attorney@desk.example' });
    await desk.api('GET', `/api/v1/ta-requests/${id}`, { as: 'coordinator' });
    const ofIt = await db.message.count({ where: { aboutId: id } });
    expect(ofIt).toBeGreaterThan(0);

    const preview = await previewErasure(services(), SYSTEM, { request: reference.toLowerCase() });
    expect(preview).toMatchObject({ ok: true, value: { counts: { requests: 1, mails: ofIt } } });
    expect(await db.taRequest.count({ where: { id } })).toBe(1);

    const done = await eraseByHand(services(), SYSTEM, { request: id });
    expect(done).toEqual(preview);
    await services().relay.sweep();
    expect(await processes.stateOf(requestWorkflowId(id, 1))).not.toBe('running');
    await desk.advance({ by: 'P6D' });
    expect(await db.message.count({ where: { to: { has: 'erase-me@legal-aid.example' } } })).toBe(0);
    const { case_access: _reads, ...left } = await whereFound(id);
    expect(left).toEqual({});
    expect(await whereFound(reference)).toEqual({});
    expect(await db.erasure.findMany({ where: { kind: 'request' } })).toMatchObject([
      { actor: 'system', counts: { requests: 1 }, digests: [expect.stringMatching(/^[0-9a-f]{64}$/)] },
    ]);
    expect(await eraseByHand(services(), SYSTEM, { request: id })).toMatchObject({
      ok: false,
      problem: { reason: 'no-such-request-to-erase' },
    });
  });

  test('a person goes with requests, subscription, sign-in and every address; a course stays under the name alone', async () => {
    const { db, clock } = services();
    const email = 'gone-person@gone-org.example';
    const { id, requester } = await desk.submit(
      {},
      { email, name: 'Vanessa Gone', organization: 'Gone Org' },
    );
    await desk.api('POST', `/api/v1/people/${requester.id}/addresses`, {
      body: { email: 'second@gone-org.example' },
    });
    const at = clock.now();
    await db.authUser.create({
      data: { id: randomUUID(), email, name: '', emailVerified: true, createdAt: at, updatedAt: at },
    });
    await db.subscription.create({
      data: {
        id: randomUUID(),
        email,
        name: 'Vanessa Gone',
        lists: [],
        emailUpdates: true,
        status: 'confirmed',
        unsubscribeTokenHash: randomUUID(),
        createdAt: at,
      },
    });
    const subject = { person: 'Second@Gone-Org.example' };
    const done = await eraseByHand(services(), SYSTEM, subject);
    expect(done).toMatchObject({
      ok: true,
      value: {
        counts: { requests: 1, people: 1, addresses: 2, signIns: 1, subscriptions: 1, organizations: 1 },
      },
    });
    await services().relay.sweep();
    for (const word of [email, 'second@gone-org.example', 'Vanessa', 'Gone Org', requester.id]) {
      const { case_access: _reads, ...left } = await whereFound(word);
      expect([word, left]).toEqual([word, {}]);
    }
    const { case_access: _reads, ...left } = await whereFound(id);
    expect([left, await db.outbox.findMany({ where: { workflowId: { contains: id } } })]).toEqual([{}, []]);
    expect(await eraseByHand(services(), SYSTEM, subject)).toMatchObject({
      ok: false,
      problem: { reason: 'nothing-of-this-address' },
    });

    const learner = await desk.submit({}, { email: 'learner@gone-org.example', name: 'Lena Learner' });
    await db.completion.create({
      data: {
        id: randomUUID(),
        personId: learner.requester.id,
        courseId: 'course',
        passed: true,
        completedAt: at,
        recordedAt: at,
        source: 'csv',
        sourceId: randomUUID(),
      },
    });
    expect(await eraseByHand(services(), SYSTEM, { person: 'learner@gone-org.example' })).toMatchObject({
      ok: true,
      value: { counts: { requests: 1 }, kept: { completions: 1 } },
    });
    expect(await whereFound('learner@gone-org.example')).toEqual({});
    expect(Object.keys(await whereFound('Lena Learner'))).toEqual(['person']);
  });

  test('staff, whoever supervises an open request, and what a hold keeps are refused', async () => {
    const { db, vault, clock } = services();
    const refusedFor = async (person: string) => {
      const done = await eraseByHand(services(), SYSTEM, { person });
      return done.ok ? 'erased' : done.problem.reason;
    };
    expect(await refusedFor('director@desk.example')).toBe('erases-no-staff');
    const { id, requester } = await desk.submit({}, { email: 'held@legal-aid.example' });
    await db.taRequest.update({ where: { id }, data: { supervisorEmail: 'boss@legal-aid.example' } });
    expect(await refusedFor('boss@legal-aid.example')).toBe('erases-no-supervisor');
    const key = vault.newDataKey('legal_hold');
    await db.dataKey.create({ data: { ...key } });
    const hold = await db.legalHold.create({
      data: {
        id: randomUUID(),
        personId: requester.id,
        dataKeyId: key.id,
        sealed: new Uint8Array(1),
        setAt: clock.now(),
        setBy: 'system',
      },
    });
    expect(await refusedFor('held@legal-aid.example')).toBe('under-legal-hold');
    expect(await eraseByHand(services(), SYSTEM, { request: id })).toMatchObject({ ok: false });
    const old = new Date('2010-01-01T00:00:00Z');
    await db.taRequest.update({ where: { id }, data: { status: 'closed', endedAt: old } });
    const read = { requestId: id, actor: 'user:x', what: 'request', at: old };
    await db.caseAccess.create({ data: read });
    await purgeDue(services());
    expect(await db.taRequest.count({ where: { id } })).toBe(1);
    expect(await db.caseAccess.count({ where: read })).toBe(1);
    await db.legalHold.update({ where: { id: hold.id }, data: { liftedAt: clock.now() } });
    await purgeDue(services());
    expect(await db.taRequest.count({ where: { id } })).toBe(0);
    expect(await db.caseAccess.count({ where: read })).toBe(0);
    expect(await purgeDue(services())).toMatchObject({ requests: 0, people: 0 });
  });

  // Found by what it waits for: the hold is written, and not committed, when the erasing begins.
  test.each(['request', 'person'] as const)(
    'a hold on a %s that is set at the moment of erasing keeps it all',
    async (kind) => {
      const { db } = services();
      const { id, requester } = await desk.submit({}, { email: `race-of-${kind}@legal-aid.example` });
      const director = await db.staff.findFirstOrThrow({ where: { role: 'director' } });
      const actor = { kind: 'user', ...director, role: 'director' } as const;
      const written = signal();
      const mayCommit = signal();
      const slow = {
        ...services(),
        db: new Proxy(db, {
          get: (of, name) =>
            name === '$transaction'
              ? (work: (tx: Transaction) => Promise<unknown>, options: object) =>
                  db.$transaction(async (tx) => {
                    const done = await work(tx);
                    written.give();
                    await mayCommit.given;
                    return done;
                  }, options)
              : Reflect.get(of, name),
        }),
      };
      const about = { kind, id: kind === 'request' ? id : requester.id };
      const setting = setHold(slow, actor, about, { reason: 'A suit.', commandId: randomUUID() });
      await written.given;
      const erasing = [
        eraseByHand(services(), SYSTEM, { request: id }),
        eraseByHand(services(), SYSTEM, { person: `race-of-${kind}@legal-aid.example` }),
      ];
      const waiting = until(
        async () => {
          const [row] = await db.$queryRaw<[{ count: number }]>`
          SELECT count(*)::int AS count FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
          return row.count >= erasing.length;
        },
        () => 'both wait for the hold',
      );
      await Promise.race([waiting, Promise.all(erasing)]);
      mayCommit.give();
      expect(await setting).toMatchObject({ ok: true });
      for (const done of await Promise.all(erasing)) {
        expect(done).toMatchObject({ ok: false, problem: { reason: 'under-legal-hold' } });
      }
      expect(await db.taRequest.count({ where: { id } })).toBe(1);
      expect(await liftHold(services(), actor, about)).toMatchObject({ ok: true });
      expect(await eraseByHand(services(), SYSTEM, { request: id })).toMatchObject({ ok: true });
    },
  );

  test('killed in the middle of a night, it leaves nothing half, and the next one erases the rest', async () => {
    const { db } = services();
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      const { id } = await desk.submit({}, { email: `killed-${n}@legal-aid.example` });
      ids.push(id);
    }
    const ended = { status: 'withdrawn', endedAt: new Date('2010-01-01T00:00:00Z') };
    await db.taRequest.updateMany({ where: { id: { in: ids } }, data: ended });
    const left = () => db.taRequest.count({ where: { id: { in: ids } } });
    const texts = () => db.caseText.findMany({ where: { requestId: { in: ids } }, distinct: ['requestId'] });
    let beats = 0;
    const beat = () => {
      beats += 1;
      // The first request is counted by four kinds; then comes the end.
      if (beats === 5) throw new Error('killed');
    };
    await expect(purgeDue(services(), { beat })).rejects.toThrow('killed');
    expect(await left()).toBe(1);
    expect(await texts()).toHaveLength(1);
    expect(await purgeDue(services())).toMatchObject({ requests: 1 });
    expect([await left(), (await texts()).length]).toEqual([0, 0]);
  });

  test('each night at the program’s hour what is due goes, people without anything left with it; lost or ended it begins anew', async () => {
    const { db, processes } = services();
    const { id, requester } = await desk.submit(
      {},
      { email: 'night@night-org.example', organization: 'Night Org' },
    );
    await db.taRequest.update({
      where: { id },
      data: { status: 'withdrawn', endedAt: new Date('2010-01-01T00:00:00Z') },
    });
    await db.person.update({
      where: { id: requester.id },
      data: { createdAt: new Date('2010-01-01T00:00:00Z') },
    });
    await db.organization.updateMany({
      where: { name: 'Night Org' },
      data: { createdAt: new Date('2010-01-01T00:00:00Z') },
    });
    await ensureErasures(services());
    await ensureErasures(services());
    const { nextDueAt } = await db.erasureProcess.findUniqueOrThrow({ where: { id: ERASURES } });
    expect(local(nextDueAt.toISOString()).slice(11)).toBe('03:00');
    expect(await db.taRequest.count({ where: { id } })).toBe(1);
    await desk.advance({ by: 'P1D' });
    expect(await whereFound('night-org.example')).toEqual({});
    expect(await whereFound('Night Org')).toEqual({});
    const next = await db.erasureProcess.findUniqueOrThrow({ where: { id: ERASURES } });
    expect(next.nextDueAt.getTime()).toBeGreaterThan(nextDueAt.getTime());
    expect(
      await db.erasure.findFirstOrThrow({ where: { kind: 'due' }, orderBy: { at: 'desc' } }),
    ).toMatchObject({
      digests: [],
      counts: { requests: 1, people: expect.any(Number), organizations: expect.any(Number) },
    });
    // Ended, as by somebody at Temporal's own pages: another takes its place, and only that one erases.
    await desk.wired.client.workflow.getHandle(dailyErasureWorkflowId(1)).terminate();
    expect(await restartErasures(services(), 'ended')).toBe(dailyErasureWorkflowId(2));
    expect(await processes.stateOf(dailyErasureWorkflowId(2))).toBe('running');
    await desk.advance({ by: 'P1D' });
    await desk.wired.client.workflow.getHandle(dailyErasureWorkflowId(2)).terminate();
    await db.erasureProcess.deleteMany();
  });
});
