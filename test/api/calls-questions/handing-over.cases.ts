import { afterEach, describe, expect, test } from '@jest/globals';
import { hashToken } from '../../../src/usecases/tokens.js';
import { stranger } from '../support/calls.js';
import { signedIn } from '../support/signed-in.js';
import { goodSubmission } from '../support/submission.js';
import { type Answer, app, ask, call, GENERAL, key } from './site.js';

describe('handing over by one click', () => {
  async function notSelected(change: Record<string, unknown> = {}): Promise<string> {
    const { body } = await ask(GENERAL, change);
    await app.services.db.callQuestion.update({
      where: { id: body.id },
      data: { status: 'not-selected', handoverTokenHash: hashToken(`link-of-${body.id}`) },
    });
    await app.services.db.call.update({ where: { id: GENERAL }, data: { status: 'confirmed' } });
    app.setNow('2026-11-25T01:30:00.000Z');
    return body.id;
  }
  afterEach(async () => {
    await app.services.db.call.update({ where: { id: GENERAL }, data: { status: 'planned' } });
  });

  test('makes one request of the same words and asker, however often and by whichever way', async () => {
    const asker = stranger();
    const id = await notSelected({ asker, question: 'What of this?' });
    const first = await call('POST', `/calls/${GENERAL}/questions/${id}/request`);
    expect(first.status).toBe(201);
    const link = await (await signedIn(app, asker.email)).call(`/api/v1/handover/link-of-${id}`, {});
    expect(link.status).toBe(201);
    const requests = await app.services.db.taRequest.findMany({ where: { requesterEmail: asker.email } });
    expect(requests.map((request) => request.id)).toEqual([(await link.json()).requestId]);
    expect((await call('GET', `/calls/${GENERAL}/questions/${id}`)).body).toMatchObject({
      status: 'converted',
      requestId: requests[0]?.id,
      links: { request: `/api/v1/ta-requests/${requests[0]?.id}` },
    });
    const made = (await call('GET', `/ta-requests/${requests[0]?.id}`)).body as unknown as {
      fromCall: object;
      receivedAt: string;
    };
    const { askedAt } = await app.services.db.callQuestion.findUniqueOrThrow({ where: { id } });
    expect(made.fromCall).toMatchObject({ callId: GENERAL, questionId: id });
    expect(made.receivedAt).toBe(askedAt.toISOString());
  });

  test('what came as a request has no call behind it', async () => {
    const { body } = await call('POST', '/ta-requests', goodSubmission());
    expect(body).toMatchObject({ fromCall: null });
  });

  test('a role that needs a supervisor names one on the way', async () => {
    const id = await notSelected({ asker: stranger('paralegal') });
    const path = `/api/v1/handover/link-of-${id}`;
    const send = async (body: unknown) =>
      (await app.call(path, { method: 'POST', key, body })).json() as Promise<Answer>;
    expect((await send({})).code).toBe('supervisor-required');
    const supervisor = { name: 'Sue', email: 'sue@office.example', role: 'paralegal' };
    expect((await send({ supervisor })).errors[0]?.pointer).toBe('/supervisor/role');
    expect(await send({ supervisor: { ...supervisor, role: 'attorney' } })).toMatchObject({ questionId: id });
  });

  test('not while the call may still take it up, and not by a wrong link', async () => {
    const { body } = await ask(GENERAL);
    expect((await call('POST', `/calls/${GENERAL}/questions/${body.id}/request`)).body.code).toBe(
      'not-allowed-now',
    );
    expect((await app.call('/api/v1/handover/nothing', { method: 'POST', key })).status).toBe(404);
  });

  test('the link alone acts for nobody: its asker signs in, or staff act for them', async () => {
    const asker = stranger();
    const id = await notSelected({ asker });
    const path = `/api/v1/handover/link-of-${id}`;
    expect((await app.call(path, { method: 'POST' })).status).toBe(401);
    const other = await signedIn(app, stranger().email);
    expect((await other.call(path, {})).status).toBe(404);
    expect(await app.services.db.taRequest.count({ where: { fromQuestionId: id } })).toBe(0);
    const made = await call('POST', `/handover/link-of-${id}`);
    expect(made.status).toBe(201);
    const event = await app.services.db.processEvent.findFirstOrThrow({
      where: { request: { fromQuestionId: id }, type: 'received' },
    });
    // Staff did it, and the audit says so.
    expect(event).toMatchObject({
      actor: expect.stringMatching(/^key:/),
      onBehalfOf: expect.stringMatching(/^person:/),
    });
  });
});

test('reading a question is written down, by whichever way', async () => {
  const asker = stranger();
  const { body } = await ask(GENERAL, { asker });
  const at = `/calls/${GENERAL}/questions/${body.id}`;
  const reads = async () =>
    (
      await app.services.db.caseAccess.findMany({
        where: { requestId: body.id, what: 'question' },
        orderBy: { id: 'asc' },
      })
    ).map(({ actor }) => actor.split(':')[0]);
  expect(await reads()).toEqual([]);
  await call('GET', at);
  expect(await reads()).toEqual(['key']);
  await (await signedIn(app, asker.email)).call(`/api/v1${at}`);
  expect(await reads()).toEqual(['key', 'person']);
  // Answers that hold the words again are readings too.
  await call('POST', `${at}/organization`, { name: 'Another office' });
  await call('DELETE', at);
  expect(await reads()).toEqual(['key', 'person', 'key', 'key']);
  expect((await call('GET', `${at.slice(0, -36)}${crypto.randomUUID()}`)).status).toBe(404);
});
