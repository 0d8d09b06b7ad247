import { describe, expect, test } from '@jest/globals';
import { callSeriesWorkflowId, callWorkflowId } from '../../../src/domain/calls/workflow-id.js';
import { mend } from '../../../src/usecases/mend.js';
import { reconcile } from '../../../src/usecases/reconcile/reconcile.js';
import { desk } from './site.js';

const cancel = { kind: 'cancel', reason: 'Ill.' };

/** The same for calls and series as for requests: one of several decides, and what can't be recorded is refused. */
describe('what can’t be carried out', () => {
  const planned = async () => {
    const { db } = desk.wired.services;
    const rows = await db.call.findMany({ where: { status: 'planned' }, orderBy: { startsAt: 'desc' } });
    return rows.map(({ id }) => id);
  };
  const decide = (about: string, body: object, headers: Record<string, string> = {}) =>
    desk.api('POST', `/api/v1/${about}/decisions`, { body, headers });
  /** Something else stands under the next number, as when the database was restored. */
  const otherEvent = (workflowId: string, seq: number) => {
    const { db, clock } = desk.wired.services;
    const data = {
      workflowId,
      seq,
      type: 'planned',
      at: clock.now(),
      actor: 'user:u',
      data: {},
      contentHash: '-',
    };
    return db.processEvent.create({ data });
  };

  test('decided by several on one version: one is taken', async () => {
    const [id] = await planned();
    const version = (await desk.api('GET', `/api/v1/calls/${id}`)).headers.get('etag') ?? '';
    const answers = await Promise.all(
      [cancel, { kind: 'confirm' }, cancel, { kind: 'confirm' }].map((body) =>
        decide(`calls/${id}`, body, { 'if-match': version }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  test('another event under a call’s number: refused and said; mended, it is decided', async () => {
    const { services } = desk.wired;
    const [, id = ''] = await planned();
    const row = await services.db.call.findUniqueOrThrow({ where: { id } });
    await otherEvent(callWorkflowId(id), row.processSeq + 1);
    expect(await decide(`calls/${id}`, cancel)).toMatchObject({ status: 409 });
    expect((await reconcile(services)).alarms).toEqual([{ id, what: 'keeps-failing' }]);
    const processState = { ...(row.processState as object), seq: row.processSeq + 1 };
    await services.db.call.update({ where: { id }, data: { processState } });
    expect(await mend(services, id)).toEqual({ outcome: 'mended' });
    expect(await decide(`calls/${id}`, cancel)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  });

  test('and of a series', async () => {
    const { services } = desk.wired;
    const id = 'social-services';
    const row = await services.db.callSeries.findUniqueOrThrow({ where: { id } });
    await otherEvent(callSeriesWorkflowId(id), row.processSeq + 1);
    expect(await decide(`series/${id}`, { kind: 'pause' })).toMatchObject({ status: 409 });
    const processState = { ...(row.processState as object), seq: row.processSeq + 1 };
    await services.db.callSeries.update({ where: { id }, data: { processState } });
    expect(await mend(services, id)).toEqual({ outcome: 'mended' });
    expect(await decide(`series/${id}`, { kind: 'pause' })).toMatchObject({
      status: 200,
      body: { paused: true },
    });
  });
});
