import { describe, expect, test } from '@jest/globals';
import { addPasskey } from '../../../src/usecases/factors/passkey-factors.js';
import { allTheWay, app, byLink, codeOf, newColleague, type Visitor } from './site.js';

const keyOn = async (visitor: Visitor) => {
  const html = await (await visitor.open('/sign-in/set-up')).text();
  return /<code class="desk-key">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
};

// Whoever reads somebody's mail has a link, and so a session that waits. What they could do with it beforehand.
describe('factor bypass by whoever came by a link before its owner set one up', () => {
  test('the secret they were shown is not the one its owner is shown, and none of their codes is taken later', async () => {
    const { email, ref } = await newColleague();
    const [thief, owner] = [await byLink(email), await byLink(email)];
    const seen = await keyOn(thief);
    const shown = await keyOn(owner);
    expect(seen).toMatch(/^[A-Z2-7]{32}$/);
    expect(shown).not.toBe(seen);
    // The page may be loaded again: an app that has the secret already stays right.
    expect(await keyOn(owner)).toBe(shown);
    expect((await owner.send('/sign-in/set-up', { way: 'code', code: codeOf(shown) })).status).toBe(200);
    await app.services.db.appFactor.updateMany({ where: { owner: ref }, data: { lastStep: 0 } });
    const tried = await (await byLink(email)).send('/sign-in/code', { way: 'code', code: codeOf(seen) });
    expect(tried.status).toBe(422);
  });

  test('a code of what somebody else was shown sets nothing up, though it is right', async () => {
    const { email, ref } = await newColleague();
    const [thief, owner] = [await byLink(email), await byLink(email)];
    await keyOn(thief);
    const shown = await keyOn(owner);
    const page = await thief.send('/sign-in/set-up', { way: 'code', code: codeOf(shown) });
    expect(page.status).toBe(422);
    expect(await app.services.db.appFactor.count({ where: { owner: ref, confirmedAt: { not: null } } })).toBe(
      0,
    );
  });

  test('a first factor is set up once: what was asked before another came is refused', async () => {
    const { id, ref } = await allTheWay();
    const { services } = app;
    await services.db.authSession.updateMany({ data: { challenge: 'asked' } });
    const { id: sessionId } = await services.db.authSession.findFirstOrThrow();
    const made = { credentialId: `made-${id}`, publicKey: new Uint8Array(1), signCount: 0 };
    const passkeys = { ...app.deps.auth.passkeys, added: async () => made };
    const actor = { kind: 'user', id, role: 'attorney', name: 'N', email: 'n@desk.example' } as const;
    const asked = { answer: '{}', session: { sessionId }, first: true };
    const refused = await addPasskey(services, passkeys, actor, asked);
    expect(refused).toMatchObject({ ok: false, problem: { reason: 'factor-there-already' } });
    expect(await services.db.passkey.count({ where: { owner: ref } })).toBe(0);
  });

  test('a session keeps who it is as it passes the factor: it is ended as the one that was listed', async () => {
    const { email } = await newColleague();
    const visitor = await byLink(email);
    const key = await keyOn(visitor);
    const { db } = app.services;
    const before = await db.authSession.findMany({ where: { user: { email: { contains: email } } } });
    await visitor.send('/sign-in/set-up', { way: 'code', code: codeOf(key) });
    const after = await db.authSession.findMany({ where: { user: { email: { contains: email } } } });
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[0]?.token).not.toBe(before[0]?.token);
  });
});
