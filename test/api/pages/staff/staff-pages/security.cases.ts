import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { admin, ana, aRequest, cora, rob, site } from './site.js';

const db = () => site.desk.wired.services.db;

describe('the page of security', () => {
  test('shows the director readings and what is unusual, and an admin events alone', async () => {
    const dina = await site.person('Dina Directs', 'director');
    const lena = await site.person('Lena Looks', 'coordinator');
    expect((await site.get(lena, '/staff/security')).status).toBe(403);
    const id = await aRequest();
    const { reference } = await db().taRequest.findUniqueOrThrow({ where: { id } });
    await site.get(lena, `/staff/requests/${id}`);
    const at = new Date('2055-01-05T19:30:00.000Z');
    const look = { what: 'request', whence: 'api', notTheirs: true };
    await db().caseAccess.createMany({
      data: Array.from({ length: 20 }, () => ({
        ...look,
        actor: `user:${rob.id}`,
        requestId: randomUUID(),
        at,
      })),
    });
    await db().caseAccess.create({
      data: { ...look, actor: `user:${ana.id}`, requestId: id, at: new Date('2055-01-05T07:30:00.000Z') },
    });

    const { html } = await site.get(
      dina,
      `/staff/security?tab=readings&reference=${reference.toLowerCase()}`,
    );
    expect(html).toContain('Lena Looks');
    expect(html).toContain('Rob Reviewer read 20 cases that nothing says to be theirs');
    expect(html).toContain('Ana Attorney read 1 case in the night');
    expect((await site.get(dina, '/staff')).html).toContain('in the security record this week');
    expect((await site.get(admin, '/staff')).html).not.toContain('in the security record this week');

    const others = await site.get(
      dina,
      `/staff/security?tab=readings&who=user:${cora.id}&from=2054-01-01&to=2054-01-02`,
    );
    expect(others.html).toContain('Nothing of that kind is recorded.');
    const page = await site.get(dina, `/staff/security?tab=readings&who=user:${rob.id}&kind=not-theirs`);
    expect(page.html.match(/Not theirs/g)?.length).toBeGreaterThanOrEqual(20);

    const forAdmin = await site.get(admin, '/staff/security?tab=readings');
    expect(forAdmin.status).toBe(200);
    expect(forAdmin.html).toContain('Refused');
    expect(forAdmin.html).not.toContain('Not theirs');
    expect(forAdmin.html).not.toContain('read 20 cases');
  });

  test('goes from page to page by its cursor, and passes over what can’t be understood', async () => {
    const dina = await site.person('Dina Pages', 'director');
    const actor = `user:${dina.id}`;
    await db().securityEvent.createMany({
      data: Array.from({ length: 60 }, () => ({
        kind: 'backup-begun',
        actor,
        at: new Date('2055-01-05T12:00:00.000Z'),
        whence: 'command',
        data: {},
      })),
    });
    const first = await site.get(dina, `/staff/security?who=${actor}&kind=backup-begun`);
    const rows = (html: string) => html.match(/A backup was begun\./g)?.length ?? 0;
    expect(rows(first.html)).toBe(50);
    const older = /href="([^"]*cursor=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(rows((await site.get(dina, older)).html)).toBe(10);
    const odd = await site.get(dina, '/staff/security?who=x&kind=nothing&from=2055-02-31&cursor=abc');
    expect([odd.status, odd.html.includes('was not understood')]).toEqual([200, true]);
  });
});
