import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { processes } from '../../../src/cli/doctor.js';
import type { Actor } from '../../../src/domain/people/actor.js';
import type { RequestCommand } from '../../../src/domain/requests/decisions.js';
import { requestWorkflowId } from '../../../src/domain/requests/workflow-id.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { mend } from '../../../src/usecases/mend.js';
import { reconcile } from '../../../src/usecases/reconcile/reconcile.js';
import { keepPending } from '../../../src/usecases/requests/case-text.js';
import { changeCourtDate } from '../../../src/usecases/requests/requester-actions.js';
import { desk } from './site.js';

const EDGES = ['9999-12-31', '0000-01-01', '0001-01-01'];

/** Whatever can't be planned or recorded is refused or held, and said; the process lives on. */
describe('what can’t be carried out', () => {
  const begin = async (name: string) => (await desk.submit({}, { email: `${name}@held-up.example` })).id;
  const failing = async () =>
    Number(/^ta_desk_processes_failing (\d+)$/m.exec((await desk.api('GET', '/metrics')).body)?.[1]);
  const send = (id: string, command: RequestCommand, commandId = randomUUID()) => {
    const { processes, clock } = desk.wired.services;
    return processes.decide(requestWorkflowId(id, 1), {
      v: 1,
      commandId,
      actor: 'user:u',
      role: 'director',
      notAfter: new Date(clock.now().getTime() + 60_000).toISOString(),
      onBehalfOf: null,
      command,
    });
  };

  test.each(EDGES)(
    'a court date of %s that got past every form: refused, and the next decision is taken',
    async (date) => {
      const id = await begin(`edge-${date}`);
      const { services } = desk.wired;
      const admin: Actor = { kind: 'key', id: 'k', role: 'admin', scopes: [] };
      const told = await changeCourtDate(
        services,
        admin,
        id,
        { kind: 'court', date },
        { commandId: randomUUID() },
      );
      if (!told.ok) expect(told.problem.code).toBe('invalid');
      // Straight to the process, as an older web would send it.
      const commandId = randomUUID();
      const request = await services.db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
      await keepPending(services.db, services, {
        request,
        texts: [{ field: 'court-deadline', text: JSON.stringify({ kind: 'court', date }) }],
        author: 'user:u',
        at: services.clock.now(),
        commandId,
      });
      const sent = await send(id, { kind: 'change-deadline' }, commandId);
      if (sent.outcome !== 'done') expect(sent).toMatchObject({ outcome: 'refused' });
      expect(await desk.decide(id, { kind: 'change-deadline', courtOrFilingDeadline: null })).toMatchObject({
        courtOrFilingDeadline: null,
      });
      expect(await desk.decide(id, { kind: 'assign', to: 'attorney@desk.example' })).toMatchObject({
        status: 'in-progress',
      });
      expect(await services.db.processTrouble.count()).toBe(0);
    },
  );

  test('somebody who is nobody: refused, not tried for ever', async () => {
    const id = await begin('nobody');
    expect(await send(id, { kind: 'assign', assigneeId: randomUUID() })).toMatchObject({
      outcome: 'refused',
      problem: { code: 'not-allowed-now' },
    });
    await desk.decide(id, { kind: 'close' }).catch(() => undefined);
    expect(await desk.decide(id, { kind: 'assign', to: 'attorney@desk.example' })).toBeDefined();
  });

  test('a reminder that can’t be planned is held and said; the date corrected, it goes on by itself', async () => {
    const id = await begin('reminder');
    const { services } = desk.wired;
    await services.db.$executeRaw`
      UPDATE ta_request SET court_deadline_date = '9999-12-31', court_deadline_kind = 'court' WHERE id = ${id}::uuid`;
    await desk.advance({ by: 'P4D' });
    expect(await desk.timeline(id)).toHaveLength(1);
    expect(await failing()).toBe(1);
    const { alarms } = await reconcile(services);
    expect(alarms).toEqual(expect.arrayContaining([{ id, what: 'keeps-failing' }]));
    expect(await processes(services)).toEqual([
      'wrong',
      'processes',
      expect.stringMatching(/\(cannot-plan\); then: desk mend ID$/),
    ]);
    expect(await mend(services, id)).toEqual({ outcome: 'held', code: 'cannot-plan' });

    await desk.decide(id, { kind: 'change-deadline', courtOrFilingDeadline: null });
    await desk.advance({ by: 'PT1M' });
    expect((await desk.timeline(id)).map((line) => line.split(' ')[0])).toEqual([
      'received',
      'court-deadline-changed',
      'unassigned-reminded',
    ]);
    expect(await failing()).toBe(0);
    expect(await mend(services, id)).toEqual({ outcome: 'ran' });
  });

  test('another event under its number: refused; mended, it goes on from what is written', async () => {
    const id = await begin('conflict');
    const { services } = desk.wired;
    const workflowId = requestWorkflowId(id, 1);
    await services.db.processEvent.create({
      data: {
        workflowId,
        seq: 1,
        requestId: id,
        type: 'reprioritised',
        at: services.clock.now(),
        actor: 'user:u',
        data: {},
        contentHash: 'of another life',
      },
    });
    const decide = () =>
      desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, {
        body: { kind: 'assign', to: 'attorney@desk.example' },
      });
    expect(await decide()).toMatchObject({ status: 409, body: { code: 'not-allowed-now' } });
    expect(await decide()).toMatchObject({ status: 409 });
    expect(await failing()).toBe(1);

    const row = await services.db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
    const processState = { ...(row.processState as object), seq: 1 };
    await services.db.taRequest.update({ where: { id }, data: { processState, processSeq: 1 } });
    expect(await mend(services, row.reference)).toEqual({ outcome: 'mended' });
    expect(await decide()).toMatchObject({ status: 200, body: { status: 'in-progress' } });
    expect(await failing()).toBe(0);
  });

  test('what nobody knows can’t be mended', async () => {
    expect(await mend(desk.wired.services, 'TA-0000')).toEqual({ outcome: 'unknown' });
  });
});
