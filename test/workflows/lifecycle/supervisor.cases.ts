import { describe, expect, test } from '@jest/globals';
import { withKey } from '../../../src/usecases/data-keys.js';
import { renderMessage } from '../../../src/usecases/mail/render-message.js';
import { headersOf } from '../../support/sign-in.js';
import { desk, types } from './site.js';

const ASKER = 'names.another@legal-aid.example';
const FIRST = { name: 'Ann Lane', email: 'ann.lane@legal-aid.example', role: 'attorney' };
const SECOND = { name: 'Bo Park', email: 'bo.park@legal-aid.example', role: 'attorney' };

/** Named while the one before is silent, or wrong. */
describe('another supervisor', () => {
  let id: string;
  const put = async (body: object, as: string | null = ASKER) => {
    const headers = as ? await headersOf(desk, as) : null;
    const path = `/api/v1/ta-requests/${id}/supervisor`;
    if (!headers) return (await desk.api('PUT', path, { body })).status;
    const sent = {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answered = await fetch(`${desk.url}${path}`, sent);
    return answered.status === 200 ? 200 : ((await answered.json()) as { code: string }).code;
  };
  const confirm = (confirms: boolean) =>
    desk.api('POST', `/api/v1/ta-requests/${id}/supervisor-confirmation`, { body: { confirms } });
  /** By whom they were mailed, the links in those mails, and whether each still works. */
  const links = async () => {
    const { services } = desk.wired;
    const rows = await services.db.message.findMany({
      where: { aboutId: id, kind: { in: ['supervisor-confirmation', 'supervisor-reminder'] } },
      orderBy: { queuedAt: 'asc' },
      include: withKey,
    });
    return Promise.all(
      rows.map(async (row) => {
        const link = /\/supervisor\/[\w-]+/.exec((await renderMessage(services, row)).text)?.[0];
        const { status } = await fetch(`${desk.url}${link}`);
        return `${row.kind} ${row.to.join()} ${status}`;
      }),
    );
  };

  test('is asked by a link of their own, and the link before ends', async () => {
    const asked = await desk.submit({ supervisor: FIRST }, { email: ASKER, role: 'paralegal' });
    id = asked.id;
    await desk.decide(id, { kind: 'assign', to: 'attorney@desk.example' });
    await desk.advance({ by: 'P7D' });
    expect(await put(SECOND)).toBe(200);
    const view = (await desk.api('GET', `/api/v1/ta-requests/${id}`)).body;
    expect(view).toMatchObject({
      status: 'in-progress',
      supervisor: { ...SECOND, status: 'unconfirmed' },
      waitingFor: ['supervisor-confirmation'],
      dueAt: asked.dueAt,
    });
    // Reminded once or twice, as the week has holidays.
    expect(new Set(await links())).toEqual(
      new Set([
        'supervisor-confirmation ann.lane@legal-aid.example 404',
        'supervisor-reminder ann.lane@legal-aid.example 404',
        'supervisor-confirmation bo.park@legal-aid.example 200',
      ]),
    );
    // Their own change is no news to them.
    expect((await desk.mails(id)).filter((kind) => kind === 'supervisor-changed')).toEqual([]);
  });

  test('is reminded from that day on', async () => {
    await desk.advance({ by: 'P7D' });
    const reminders = (await links()).filter((line) => line.startsWith('supervisor-reminder bo.park'));
    expect(new Set(reminders)).toEqual(new Set(['supervisor-reminder bo.park@legal-aid.example 200']));
    const told = await types(id);
    expect(told.slice(told.indexOf('supervisor-named') + 1)).toEqual(
      reminders.map(() => 'supervisor-reminded'),
    );
  });

  test('is not whoever asked, has a role that may supervise, and is named by nobody else', async () => {
    expect(await put({ ...SECOND, email: ASKER })).toBe('invalid');
    expect(await put({ ...SECOND, role: 'paralegal' })).toBe('invalid');
    expect(await put(FIRST, 'nobody.here@legal-aid.example')).toBe('not-found');
    expect(await put(FIRST, FIRST.email)).toBe('not-found');
  });

  test('named by staff for the requester, who hears of it', async () => {
    expect(await put(FIRST, null)).toBe(200);
    expect((await desk.mails(id)).filter((kind) => kind === 'supervisor-changed')).toEqual([
      'supervisor-changed',
    ]);
  });

  test('after a no, ends the wait for one', async () => {
    await confirm(false);
    expect(await put(SECOND)).toBe(200);
    const { status, supervisor } = (await desk.api('GET', `/api/v1/ta-requests/${id}`)).body;
    expect([status, supervisor.status]).toEqual(['in-progress', 'unconfirmed']);
    // Whoever works on it hears that the clock runs again.
    expect(await desk.mails(id)).toContain('information-answered');
  });

  test('is not named once one has confirmed, and has read the request', async () => {
    await confirm(true);
    expect(await put(FIRST)).toBe('not-allowed-now');
  });
});
