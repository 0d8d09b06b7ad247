import { describe, expect, test } from '@jest/globals';
import { recordRequestEvent } from '../../../src/activities/requests/record-request-event.js';
import { carryOut as decideRequest } from '../../../src/domain/requests/decide.js';
import type { RequestState } from '../../../src/domain/requests/state.js';
import { envelopeOf } from '../../domain/requests/request-states.js';
import { ADA, app, aRequest, decide, figures, keys, person, viewOf } from './site.js';

describe('a message that comes in while the end is on its way into the database', () => {
  /** Declined at one moment, and recorded when `meanwhile` is done. */
  async function decline(id: string, at: string, meanwhile: () => Promise<unknown>) {
    const { processState } = await app.services.db.taRequest.findUniqueOrThrow({ where: { id } });
    const decline = { kind: 'decline', policy: 'scope' } as const;
    const state = processState as unknown as RequestState;
    const decided = decideRequest(state, envelopeOf(decline, { commandId: crypto.randomUUID() }), at);
    await meanwhile();
    await recordRequestEvent(app.services)({ v: 1, ...decided });
  }

  test('waits for a reply all the same, and can have one; what was there before is settled', async () => {
    await app.services.db.rateCount.deleteMany();
    const [late, early] = [await aRequest(), await aRequest()];
    const ada = await person(ADA);
    const write = (path: string) => ada.call(`${path}/correspondence`, { body: 'One more thing.' });
    const figure = async () => (await figures())['message-waiting'];
    const before = await figure();
    for (const { path } of [late, early]) await write(path);
    app.setNow('2026-11-02T18:05:02.000Z');
    await decline(late.id, '2026-11-02T18:05:00.000Z', () => write(late.path));
    await decline(early.id, '2026-11-02T18:05:00.000Z', async () => undefined);
    expect(await viewOf(early.path)).toMatchObject({ status: 'declined', messageWaitingSince: null });
    expect(await viewOf(late.path)).toMatchObject({
      status: 'declined',
      messageWaitingSince: '2026-11-02T18:05:02.000Z',
    });
    const waiting = await app.call('/api/v1/ta-requests?status=message-waiting', { key: keys.admin });
    expect(((await waiting.json()) as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(
      late.id,
    );
    expect((await figure()) - before).toBe(1);
    expect((await decide(late.path, 'coordinator', { kind: 'reply', body: 'We saw it.' })).status).toBe(200);
    expect((await decide(late.path, 'coordinator', { kind: 'reply', body: 'Again.' })).status).toBe(409);
    expect((await viewOf(late.path)).messageWaitingSince).toBeNull();
    app.setNow('2026-11-02T18:00:00.000Z');
  });
});

describe('the same letter', () => {
  test('under one key is written once, and other words under it are refused', async () => {
    const { id, path } = await aRequest();
    const ada = await person(ADA);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answers = await Promise.all(
      [1, 2, 3].map(() => ada.call(`${path}/correspondence`, { body: 'Once.' }, key)),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect((await ada.call(`${path}/correspondence`, { body: 'Twice.' }, key)).status).toBe(422);
    expect(await app.services.db.caseText.count({ where: { requestId: id, field: 'message' } })).toBe(1);
  });

  test('of five who reply to one version, one is let through', async () => {
    const { path } = await aRequest();
    const { version } = await viewOf(path);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((k) =>
        decide(path, 'attorney', { kind: 'reply', body: `Reply ${k}.` }, { 'if-match': `"${version}"` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
  });

  test('a form sent again with other words is another letter', async () => {
    const { id } = await aRequest();
    const ada = await person(ADA);
    const path = `/my/requests/${id}/message`;
    const page = await (await ada.visitor.open(path)).text();
    const commandId = /name="commandId" value="([^"]+)"/.exec(page)?.[1] ?? '';
    for (const words of ['First.', 'First.', 'Second.']) {
      expect((await ada.visitor.send(path, { commandId, words })).status).toBe(303);
    }
    const shown = await (await ada.visitor.open(`/my/requests/${id}`)).text();
    expect([shown.split('First.').length - 1, shown.split('Second.').length - 1]).toEqual([1, 1]);
    expect(shown).toContain('A message to us');
  });
});
