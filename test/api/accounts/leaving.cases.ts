import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { signedIn } from '../support/signed-in.js';
import { goodSubmission } from '../support/submission.js';
import { ada, app, colleague, eventsAbout, keyOf, opens } from './site.js';

describe('somebody who leaves', () => {
  const off = async (id: string, body: object) => {
    const { key } = await keyOf(ada.id, 'admin');
    const answer = await app.call(`/api/v1/staff/${id}/deactivation`, { key, body });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const withWork = async () => {
    const who = await colleague('attorney');
    const { key } = await keyOf(ada.id, 'admin');
    const made = await app.call('/api/v1/ta-requests', {
      key,
      body: goodSubmission({ facts: randomUUID() }),
    });
    const { id } = (await made.json()) as { id: string };
    await app.services.db.taRequest.update({ where: { id }, data: { assigneeId: who.id } });
    return who;
  };

  test('is signed out, and keys of theirs end, at once; sent twice it counts once', async () => {
    const who = await colleague('attorney');
    const [browser, key] = [await signedIn(app, who.email), await keyOf(who.id, 'attorney')];
    expect((await browser.call('/api/v1/ta-requests')).status).toBe(200);
    for (const _time of [1, 2]) {
      expect(await off(who.id, {})).toMatchObject({
        status: 200,
        body: { staff: { id: who.id, active: false }, left: 0 },
      });
    }
    expect((await browser.call('/api/v1/ta-requests')).status).toBe(401);
    expect(await opens(key.key)).toBe(false);
    expect(await eventsAbout(`user:${who.id}`)).toEqual(['colleague-deactivated']);
  });

  test('with open work is not let go before it is said who gets it', async () => {
    const who = await withWork();
    expect(await off(who.id, {})).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/to', message: expect.stringContaining('Say who gets it') }] },
    });
    expect(await off(who.id, { to: who.email })).toMatchObject({ status: 422 });
    expect(await off(who.id, { to: 'nobody@desk.example' })).toMatchObject({ status: 422 });
    expect(await app.services.db.staff.findUnique({ where: { id: who.id } })).toMatchObject({ active: true });
    expect(await off(who.id, { leavesWork: true })).toMatchObject({ status: 200, body: { left: 1 } });
  });

  test('is kept out even while nothing can be handed over; what is theirs still is told', async () => {
    const [who, taker] = [await withWork(), await colleague('attorney')];
    expect(await off(who.id, { to: taker.email })).toMatchObject({ status: 200, body: { left: 1 } });
    expect(await app.services.db.staff.findUnique({ where: { id: who.id } })).toMatchObject({
      active: false,
    });
  });

  test('is not the last admin', async () => {
    const others = { role: 'admin', active: true, id: { not: ada.id } };
    await app.services.db.staff.updateMany({ where: others, data: { active: false } });
    expect(await off(ada.id, {})).toMatchObject({ status: 409, body: { code: 'not-allowed-now' } });
  });

  test('over the API a session proves itself anew before', async () => {
    const [admin, who] = [await signedIn(app, ada.email), await colleague('attorney')];
    const long = new Date(Date.now() - 11 * 60_000);
    await app.services.db.authSession.updateMany({ data: { createdAt: long } });
    const refused = await admin.call(`/api/v1/staff/${who.id}/deactivation`, {});
    expect([refused.status, await refused.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'second-factor-required' }),
    ]);
  });
});
