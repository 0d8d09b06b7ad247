import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/people/actor.js';
import { unreadMentions } from '../../../src/usecases/requests/mentions.js';
import { requestContent } from '../../../src/usecases/requests/request-content.js';
import { app, aRequest, attorneyId, decide, mails } from './site.js';

const ana: Actor = { kind: 'user', id: '', role: 'attorney', name: 'Ana', email: 'ana@desk.example' };

async function unread() {
  const found = await unreadMentions(app.services, { ...ana, id: attorneyId } as Actor);
  return found.ok ? found.value.items.map(({ requestId }) => requestId) : [];
}

describe('a note names a colleague', () => {
  test('they are told once, without a word of it, until they have read it', async () => {
    const { id, path } = await aRequest();
    const body = { kind: 'note', body: 'Please look at the second entry, @ana. wordsecret' };
    const key = { 'idempotency-key': crypto.randomUUID() };
    expect((await decide(path, 'coordinator', body, key)).status).toBe(200);
    await decide(path, 'coordinator', body, key);
    const [mail, ...others] = await mails(id, 'mentioned');
    expect([mail?.to, mail?.status, others]).toEqual([['ana@desk.example'], 'collected', []]);
    expect(JSON.stringify(mail)).not.toContain('wordsecret');
    expect(await unread()).toContain(id);
    await requestContent(app.services, { ...ana, id: attorneyId } as Actor, id);
    expect(await unread()).not.toContain(id);
  });

  test('of an urgent request at once', async () => {
    const { id, path } = await aRequest({ urgent: true });
    await decide(path, 'coordinator', { kind: 'note', body: 'Look.', mentions: [attorneyId] });
    expect(await mails(id, 'mentioned')).toMatchObject([{ to: ['ana@desk.example'], status: 'sent' }]);
  });

  test('whoever is not on staff is named by nobody', async () => {
    const { id, path } = await aRequest();
    const asked = { kind: 'note', body: 'Look.', mentions: [attorneyId, crypto.randomUUID()] };
    const refused = await decide(path, 'coordinator', asked);
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/mentions/1' }] },
    ]);
    expect(await mails(id, 'mentioned')).toEqual([]);
    const texts = await app.services.db.caseText.count({ where: { requestId: id, field: 'note' } });
    expect(texts).toBe(0);
  });
});
