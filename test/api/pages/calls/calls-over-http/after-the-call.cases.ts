import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { pollToken } from '../../../../../src/usecases/calls/poll.js';
import { withKey } from '../../../../../src/usecases/data-keys.js';
import { createVisitor } from '../../../support/form-visitor.js';
import { FIRST, LWG, newEmail, signedIn, wordsOf } from '../calls-site.js';
import { app, MONDAY, pageOf, registration } from './site.js';

describe('after the call', () => {
  test('the recap is for approved registrants', async () => {
    const { db, vault } = app.services;
    const id = `${LWG}-2026-10-21`;
    const call = await db.call.findUniqueOrThrow({ where: { id }, include: withKey });
    const field = { table: 'call', rowId: id, field: 'recap' };
    await db.call.update({
      where: { id },
      data: {
        status: 'held',
        recapPublishedAt: new Date(MONDAY),
        sealedRecap: vault.seal(
          call.dataKey,
          field,
          'We spoke of secondary trauma: https://a.example/guide.',
        ),
      },
    });
    expect(await pageOf(`/calls/${id}`)).toContain('Approved registrants read it here');
    expect(await pageOf(`/calls/${id}`)).not.toContain('secondary trauma');
    expect(await (await app.call(`/calls/${id}`)).text()).toContain(`/sign-in?next=%2Fcalls%2F${id}"`);
    const visitor = await signedIn(app, newEmail());
    await visitor.send(`/calls/register/${LWG}`, registration);
    const recap = await (await visitor.open(`/calls/${id}`)).text();
    expect(recap).toContain('secondary trauma');
    expect(recap).toContain('href="https://a.example/guide"');
  });

  describe('the poll', () => {
    const call = `${LWG}-2026-10-28`;
    const path = `/calls/${call}/poll`;
    const answers = () => app.services.db.callPollAnswer.findMany({ where: { callId: call } });
    const answer = (useful: string) => ({ useful, easyToFollow: '5' });
    async function registered() {
      const visitor = await signedIn(app, newEmail());
      await visitor.send(`/calls/register/${LWG}`, registration);
      return visitor;
    }
    /** Whether there is a form or not: with the token of another one. */
    async function post(visitor: ReturnType<typeof createVisitor>, to: string, form = '/subscribe') {
      const page = await (await visitor.open(form)).text();
      const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      return app.call(to, {
        method: 'POST',
        body: new URLSearchParams({ ...answer('3'), _csrf }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: visitor.cookie() },
      });
    }
    const idOf = async (email: string) =>
      (await app.services.db.personEmail.findUniqueOrThrow({ where: { email } })).personId;

    test('counts each registrant once, by their last word, and keeps no person and no time', async () => {
      const visitor = await registered();
      expect((await visitor.send(path, { useful: '9' })).status).toBe(422);
      for (const useful of ['1', '4']) expect((await visitor.send(path, answer(useful))).status).toBe(200);
      const [row, ...more] = await answers();
      expect([row?.useful, row?.easyToFollow, more]).toEqual([4, 5, []]);
      expect(row?.at.toISOString()).toBe('2026-10-28T20:00:00.000Z');
      await (await registered()).send(path, answer('2'));
      expect(await answers()).toHaveLength(2);
      expect(await pageOf(`/calls/${FIRST}/poll`)).toContain('This call is not over yet');
    });

    test('takes the link of somebody’s own mail without sign-in, as the same person', async () => {
      const email = newEmail();
      const visitor = await signedIn(app, email);
      await visitor.send(`/calls/register/${LWG}`, registration);
      const before = (await answers()).length;
      const link = `${path}/${pollToken(app.services, call, await idOf(email))}`;
      expect((await createVisitor(app).send(link, answer('3'))).status).toBe(200);
      await visitor.send(path, answer('2'));
      expect(await answers()).toHaveLength(before + 1);
      const elsewhere = link.replace(call, `${LWG}-2026-10-21`);
      expect(wordsOf(await (await post(createVisitor(app), elsewhere)).text())).toContain('were invited');
      expect(app.logged.join('\n')).not.toContain(link.split('/').at(-1));
    });

    test('takes who was there though not registered', async () => {
      const email = newEmail();
      const visitor = await signedIn(app, email);
      expect(wordsOf(await (await post(visitor, path, '/my/subscription')).text())).toContain('were invited');
      const [was, before] = [await idOf(email), (await answers()).length];
      await app.services.db.callAttendance.create({
        data: {
          id: randomUUID(),
          callId: call,
          personId: was,
          name: 'Ana',
          intervals: [],
          minutes: 5,
          source: 'staff',
        },
      });
      expect((await visitor.send(path, answer('3'))).status).toBe(200);
      expect(await answers()).toHaveLength(before + 1);
    });

    test('ends two weeks after the call or its recap: page, link and answer say so, and the call’s page leads nowhere', async () => {
      const email = newEmail();
      const visitor = await signedIn(app, email);
      await visitor.send(`/calls/register/${LWG}`, registration);
      const link = `${path}/${pollToken(app.services, call, await idOf(email))}`;
      const { endsAt } = await app.services.db.call.findUniqueOrThrow({
        where: { id: call },
        include: withKey,
      });
      const lastDay = endsAt.getTime() + 14 * 86_400_000;
      app.setNow(new Date(lastDay).toISOString());
      expect(wordsOf(await (await visitor.open(link)).text())).toContain(
        'You can answer until Wednesday, November 11, 2026.',
      );
      expect(await pageOf(`/calls/${call}`)).toContain('30 seconds how the call went');
      app.setNow(new Date(lastDay + 86_400_000).toISOString());
      const before = await answers();
      for (const answered of [
        await visitor.open(link),
        await visitor.open(path),
        await post(visitor, link),
      ]) {
        expect([answered.status, wordsOf(await answered.text())]).toEqual([
          410,
          expect.stringContaining('These questions are closed'),
        ]);
      }
      expect(await answers()).toEqual(before);
      expect(await pageOf(`/calls/${call}`)).not.toContain('30 seconds how the call went');
      app.setNow(MONDAY);
    });

    test.each([
      ['a stranger is asked to sign in', path, 200, 'Sign in'],
      ['a made-up link is refused', `${path}/made-up`, 403, 'were invited'],
    ])('%s, and nothing is kept', async (_who, to, status, words) => {
      const before = await answers();
      const sent = await post(createVisitor(app), to);
      expect([sent.status, wordsOf(await sent.text())]).toEqual([status, expect.stringContaining(words)]);
      expect(await answers()).toEqual(before);
    });
  });
});
