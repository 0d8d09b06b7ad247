import { describe, expect, test } from '@jest/globals';
import { resetFactorHere } from '../../../src/usecases/factors/reset-factor.js';
import { allTheWay, app, byLink, goesTo, newColleague, post, setUpApp } from './site.js';

const has = async (owner: string) =>
  (await app.services.db.appFactor.count({ where: { owner } })) +
  (await app.services.db.recoveryCode.count({ where: { owner } }));

const ofUser = (email: string) => ({ user: { email } });
const tiesOf = (email: string) => app.services.db.authAccount.count({ where: ofUser(email) });
async function tieToProvider(email: string): Promise<void> {
  const { id } = await app.services.db.authUser.findUniqueOrThrow({ where: { email } });
  const at = new Date();
  await app.services.db.authAccount.create({
    data: { id, accountId: 's', providerId: 'oidc', userId: id, createdAt: at, updatedAt: at },
  });
}

describe('a lost second factor', () => {
  test('is reset by two admins, neither of them whose it is; all are told, and sessions end', async () => {
    const [one, two, lost] = [await allTheWay('admin'), await allTheWay('admin'), await allTheWay('admin')];
    const page = `/staff/people/${lost.id}/reset`;
    // By a form token of another page: this one has no form for whom it refuses.
    const sent = async ({ visitor }: typeof one) =>
      post(visitor, page, await (await visitor.open('/sign-out')).text(), {});
    const words = async (answer: Response) => [answer.status, /two other admins/i.test(await answer.text())];
    expect(await words(await sent(lost))).toEqual([403, true]);
    expect(goesTo(await one.visitor.send(page, {}))).toBe('/staff/people?done=reset-asked');
    expect((await sent(one)).status).toBe(409);
    expect(await words(await sent(lost))).toEqual([403, true]);
    expect(await has(lost.ref)).toBe(11);
    await tieToProvider(lost.email);
    expect(goesTo(await two.visitor.send(page, {}))).toBe('/staff/people?done=reset');
    expect(await has(lost.ref)).toBe(0);
    expect(await tiesOf(lost.email)).toBe(0);
    expect((await lost.visitor.open('/staff')).status).toBe(303);
    const link = await byLink(lost.email);
    expect(goesTo(await link.open('/account'))).toMatch(/^\/sign-in\/set-up/);
    for (const kind of ['factor-reset-asked', 'factor-reset'])
      for (const { email } of [one, two, lost]) {
        const mails = await app.services.db.message.count({ where: { kind, to: { has: email } } });
        expect([kind, email, mails]).toEqual([kind, email, 1]);
      }
  });

  test('is not confirmed by an admin of today, whom the one who asked may have made for it', async () => {
    const [one, made, lost] = [await allTheWay('admin'), await allTheWay('admin'), await allTheWay()];
    const page = `/staff/people/${lost.id}/reset`;
    const { db, clock } = app.services;
    const became = { kind: 'role-changed', actor: `user:${one.id}`, about: made.ref, whence: 'page' };
    const at = (hoursAgo: number) => new Date(clock.now().getTime() - hoursAgo * 3_600_000);
    const { id } = await db.securityEvent.create({ data: { ...became, at: at(23), data: {} } });
    await one.visitor.send(page, {});
    const html = await (await made.visitor.open(page)).text();
    expect([html.includes('within the last day'), html.includes('Confirm and reset it')]).toEqual([
      true,
      false,
    ]);
    const refused = await post(made.visitor, page, await (await made.visitor.open('/sign-out')).text(), {});
    expect([refused.status, await has(lost.ref)]).toEqual([409, 11]);
    await db.securityEvent.update({ where: { id }, data: { at: at(25) } });
    expect(goesTo(await made.visitor.send(page, {}))).toBe('/staff/people?done=reset');
    expect(await has(lost.ref)).toBe(0);
  });

  test('its page offers a button to whom the reset would be granted, and tells anybody else why not', async () => {
    const [one, two, lost] = [await allTheWay('admin'), await allTheWay('admin'), await allTheWay()];
    const none = await newColleague();
    const page = (id: string) => `/staff/people/${id}/reset`;
    const shown = async ({ visitor }: typeof one, id: string) => {
      const html = await (await visitor.open(page(id))).text();
      return [/Ask for a reset|Confirm and reset it/.exec(html)?.[0] ?? null, html] as const;
    };
    expect((await shown(one, lost.id))[0]).toBe('Ask for a reset');
    await one.visitor.send(page(lost.id), {});
    const [button, html] = await shown(one, lost.id);
    expect([button, html.includes('Another admin has to confirm it')]).toEqual([null, true]);
    expect((await shown(two, lost.id))[0]).toBe('Confirm and reset it');
    expect((await shown(one, one.id))[0]).toBeNull();
    expect((await shown(one, none.id))[0]).toBeNull();
    await app.services.db.staff.update({ where: { id: one.id }, data: { active: false } });
    expect((await shown(two, lost.id))[0]).toBe('Ask for a reset');
  });

  test('is not reset on the word of an admin who is none any more, nor a day later', async () => {
    const [gone, late, last, lost] = [
      ...[await allTheWay('admin'), await allTheWay('admin'), await allTheWay('admin'), await allTheWay()],
    ];
    const page = `/staff/people/${lost?.id}/reset`;
    const where = { staffId: lost?.id ?? '' };
    await gone?.visitor.send(page, {});
    await app.services.db.staff.update({ where: { id: gone?.id ?? '' }, data: { role: 'attorney' } });
    expect(goesTo((await late?.visitor.send(page, {})) as Response)).toBe('/staff/people?done=reset-asked');
    const askedAt = new Date(Date.now() - 25 * 60 * 60_000);
    await app.services.db.factorReset.update({ where, data: { askedAt } });
    expect(goesTo((await last?.visitor.send(page, {})) as Response)).toBe('/staff/people?done=reset-asked');
    expect(await has(lost?.ref ?? '')).toBe(11);
  });

  test('is reset at the machine only where no two other admins are there', async () => {
    const lost = await allTheWay('attorney');
    const refused = await resetFactorHere(app.services, lost.email);
    expect(refused).toMatchObject({ ok: false, problem: { reason: 'reset-by-two-admins' } });
    const { db } = app.services;
    const admins = await db.staff.findMany({ where: { role: 'admin' }, skip: 1 });
    const where = { id: { in: admins.map(({ id }) => id) } };
    await db.staff.updateMany({ where, data: { active: false } });
    expect(await resetFactorHere(app.services, lost.email)).toMatchObject({ ok: true });
    expect(await has(lost.ref)).toBe(0);
    expect(await resetFactorHere(app.services, lost.email)).toMatchObject({
      ...{ ok: false, problem: { reason: 'no-factor-to-reset' } },
    });
    await db.staff.updateMany({ where, data: { active: true } });
  });

  test('of a requester is reset at the machine, and their link alone signs them in again', async () => {
    const email = 'lost.phone@legal-aid.example';
    const visitor = await byLink(email);
    await setUpApp(visitor, '/account/add');
    const { db } = app.services;
    const { personId } = await db.personEmail.findUniqueOrThrow({ where: { email } });
    expect(await has(`person:${personId}`)).toBe(11);
    expect(await resetFactorHere(app.services, email)).toMatchObject({ ok: true });
    expect(await has(`person:${personId}`)).toBe(0);
    expect((await visitor.open('/account')).status).toBe(303);
    expect((await (await byLink(email)).open('/account')).status).toBe(200);
    expect(await db.message.count({ where: { kind: 'factor-reset', to: { has: email } } })).toBe(1);
    expect(await resetFactorHere(app.services, 'nobody@legal-aid.example')).toMatchObject({ ok: false });
  });
});
