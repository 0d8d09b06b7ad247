import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { listQueryOf } from '../../../src/api/pages/staff/queue/queue-list.js';
import { readQueueQuery } from '../../../src/api/pages/staff/queue/queue-query.js';
import { workloadTexts } from '../../../src/api/text/en/pages/staff/workload.js';
import { listRequests } from '../../../src/usecases/requests/list-requests.js';
import { app, aRequest, attorneyId, person } from './site.js';

const { columns } = workloadTexts.workload;

const aTask = (requestId: string, assigneeId: string, dueOn: Date) =>
  app.services.db.requestTask.create({
    data: {
      ...{ id: randomUUID(), requestId, assigneeId, dueOn, textId: randomUUID() },
      ...{ addedBy: 'test', addedAt: app.services.clock.now() },
    },
  });

const day = (n: number) => new Date(app.services.clock.now().getTime() + n * 86_400_000);

/** Somebody on staff with something in every column. */
async function somebodyBusy(name: string): Promise<{ id: string; request: string }> {
  const id = randomUUID();
  const email = `${name.toLowerCase()}@desk.example`;
  await app.services.db.staff.create({
    data: { id, name, email, role: 'attorney', createdAt: new Date() },
  });
  const of = { assigneeId: id, clockState: 'running' };
  const near = { dueAt: day(3), targetAt: day(3) };
  const { id: request } = await aRequest({ ...of, ...near, status: 'in-progress' });
  await aRequest({ ...of, ...near, status: 'in-review' });
  await aRequest({ ...of, dueAt: day(9), targetAt: day(9), status: 'in-progress' });
  await aRequest({ ...of, dueAt: day(-1), targetAt: day(-1), status: 'in-progress' });
  await aRequest({ ...of, dueAt: day(20), targetAt: day(20), status: 'awaiting-information' });
  await aRequest({ ...of, status: 'closed', clockState: 'stopped' });
  await aRequest({ ...of, status: 'responded', clockState: 'stopped', followUpAskedAt: day(0) });
  await aTask(request, id, day(-3));
  // Two of one request are one request with a task.
  await aTask(request, id, day(30));
  const elsewhere = await aRequest({ assigneeId: attorneyId, status: 'in-progress' });
  await aTask(elsewhere.id, id, day(30));
  return { id, request };
}

describe('who has how much', () => {
  test('each number is that of the list it leads to, and nobody else reads them', async () => {
    await somebodyBusy('Busy');
    const cora = await person('cora@desk.example');
    const html = await (await cora.visitor.open('/staff/workload')).text();
    const links = [
      ...html.matchAll(
        /href="(\/staff\?[^"]+)">(?:<strong class="desk-trouble">)?(\d+)(?:<\/strong>)?<span class="govuk-visually-hidden"> ([^<,]+), ([^<]+)<\/span>/g,
      ),
    ];
    const busy = links.filter(([, , , , name]) => name === 'Busy').map(([, , n, column]) => [column, n]);
    expect(Object.fromEntries(busy)).toEqual({
      ...{ [columns.open]: '5', [columns.inProgress]: '3', [columns.inReview]: '1', [columns.waiting]: '1' },
      ...{ [columns.overdue]: '1', [columns.week]: '2', [columns.nextWeek]: '1', [columns.followUps]: '1' },
      ...{ [columns.withTasks]: '2', [columns.tasksDue]: '1' },
    });
    const actor = { kind: 'user', id: attorneyId, role: 'coordinator', name: '', email: '' } as const;
    const wrong: unknown[] = [];
    for (const [, href = '', number, column, name] of links) {
      const search = new URL(href.replaceAll('&amp;', '&'), 'http://desk').searchParams;
      const { query, understood } = readQueueQuery(Object.fromEntries(search));
      const listed = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await listRequests(app.services, actor, { ...listQueryOf(query), cursor });
        if (!page.ok) throw new Error(page.problem.code);
        for (const { id } of page.value.items) listed.add(id);
        cursor = page.value.nextCursor ?? undefined;
      } while (cursor);
      if (!understood || String(listed.size) !== number) wrong.push([name, column, number, listed.size]);
    }
    expect(wrong).toEqual([]);
    expect(links.some(([, , , , name]) => name === workloadTexts.workload.nobody)).toBe(true);

    const ana = await person('ana@desk.example');
    expect((await ana.visitor.open('/staff/workload')).status).toBe(403);
  });

  test('what can’t be handed over while the engine is away stays chosen', async () => {
    const { id, request } = await somebodyBusy('Stays');
    const cora = await person('cora@desk.example');
    const path = `/staff/colleagues/${id}/reassign`;
    const answer = await cora.visitor.send(path, { request, to: 'ana@desk.example' });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toMatch(new RegExp(`value="${request}" checked`));
  });
});
