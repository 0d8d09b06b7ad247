import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { summaryOf } from '../staff-site.js';
import { admin, ana, aRequest, cora, decide, rob, site } from './site.js';

const { entries } = Object;
const due = { 'dueOn-month': '1', 'dueOn-day': '20', 'dueOn-year': '2055' };

describe('handing over what is open of somebody’s', () => {
  const form = (chosen: Record<string, string[]>, more: Record<string, string>) =>
    new URLSearchParams([
      ...entries(chosen).flatMap(([name, ids]) => ids.map((id) => [name, id])),
      ...entries(more),
    ]);
  const db = () => site.desk.wired.services.db;
  const has = async (id: string) =>
    (await db().taRequest.findUniqueOrThrow({ where: { id }, include: { assignee: true } })).assignee?.name;
  const tasksOf = (assigneeId: string) =>
    db().requestTask.findMany({ where: { assigneeId, status: 'open' }, orderBy: { addedAt: 'asc' } });

  test('to one or by load: requests, reviews, follow-up questions and tasks; what failed stays, and goes the next time', async () => {
    const lee = await site.person('Lee Leaving', 'attorney');
    const [working = '', review = '', asked = '', kept = ''] = [
      await aRequest(),
      await aRequest(),
      await aRequest(),
      await aRequest(),
    ];
    for (const id of [working, review, asked]) await decide(cora, id, 'assign', { to: lee.email });
    await decide(lee, review, 'draft-response', { body: 'An answer', also: 'submit' });
    await decide(lee, asked, 'draft-response', { body: 'An answer', also: 'submit' });
    await decide(rob, asked, 'send-response');
    await decide(cora, kept, 'assign', { to: rob.email });
    await decide(cora, kept, 'add-task', { what: 'Ask the clinic.', to: lee.email, ...due });
    const [task] = await tasksOf(lee.id);
    const path = `/staff/colleagues/${lee.id}/reassign`;
    expect((await site.get(ana, path)).status).toBe(403);
    const page = await site.get(cora, path);
    for (const id of [working, review]) expect(page.html).toContain(`value="${id}" checked`);
    expect(page.html).toContain(`value="${task?.id}" checked`);

    const none = await site.post(cora, path, form({}, { to: rob.email }));
    expect([none.status, summaryOf(none.html)]).toEqual([422, ['Choose at least one request or task.']]);
    const unsaid = await site.post(cora, path, form({ request: [working] }, { to: '' }));
    expect([unsaid.status, summaryOf(unsaid.html).length]).toEqual([422, 1]);

    // Answered and without a question, that one goes to nobody; it is named, and why.
    const commandId = randomUUID();
    const first = form({ request: [working, asked], task: [task?.id ?? ''] }, { to: rob.email, commandId });
    const sent = await site.post(cora, path, first);
    expect(sent.status).toBe(200);
    expect(sent.html).toContain('<h1 class="govuk-heading-l">2 handed over and 1 not handed over</h1>');
    expect(sent.html).toMatch(/Not handed over\. \S/);
    expect([await has(working), await has(asked), await has(review)]).toEqual([rob.name, lee.name, lee.name]);
    expect((await tasksOf(rob.id)).map(({ id }) => id)).toContain(task?.id);
    // Sent twice counts once.
    const { html } = await site.post(cora, path, first);
    expect(html).toContain('0 handed over, 2 not theirs any more, and 1 not handed over');
    expect(html).toContain(`Was with ${rob.name} already`);
    expect(await db().processEvent.count({ where: { requestId: working, type: 'assigned' } })).toBe(2);

    // Asked about, it is work again, which goes over with its question, and is told as one.
    const question = { body: { question: 'And then?' } };
    expect((await site.desk.api('POST', `/api/v1/ta-requests/${asked}/follow-up`, question)).status).toBe(
      201,
    );
    expect((await site.get(cora, path)).html).toContain(`value="${asked}" checked`);
    const rest = await site.post(cora, path, form({ request: [review, asked] }, { to: 'spread' }));
    expect(rest.html).toContain('2 handed over');
    expect(await has(review)).not.toBe(lee.name);
    const taker = await db().taRequest.findUniqueOrThrow({
      where: { id: asked },
      include: { assignee: true },
    });
    expect(taker.assignee?.name).not.toBe(lee.name);
    const told = await db().message.findFirstOrThrow({
      where: { aboutId: asked, kind: 'follow-up-asked' },
      orderBy: { queuedAt: 'desc' },
    });
    expect(told.to).toEqual([taker.assignee?.email]);
    expect((await site.get(cora, path)).html).toContain('Nothing is open of Lee Leaving.');
  });

  test('whoever leaves with open work is asked about it first', async () => {
    const max = await site.person('Max Leaving', 'attorney');
    const id = await aRequest();
    await decide(cora, id, 'assign', { to: max.email });
    const path = `/staff/people/${max.id}`;
    const leaves = { name: max.name, role: 'attorney', active: 'no' };
    const first = await site.post(admin, path, leaves);
    expect([first.status, summaryOf(first.html).length]).toEqual([409, 1]);
    expect(first.html).toContain(`href="/staff/colleagues/${max.id}/reassign"`);
    expect((await db().staff.findUniqueOrThrow({ where: { id: max.id } })).active).toBe(true);
    expect((await site.post(admin, path, { ...leaves, to: 'leave' })).status).toBe(303);
    expect((await db().staff.findUniqueOrThrow({ where: { id: max.id } })).active).toBe(false);
    expect((await site.get(cora, '/staff/workload')).html).toContain('Max Leaving');
  });

  test('what is open of whoever leaves goes to whom the admin says, as they are kept from signing in', async () => {
    const ivy = await site.person('Ivy Leaving', 'attorney');
    const [one = '', kept = ''] = [await aRequest(), await aRequest()];
    await decide(cora, one, 'assign', { to: ivy.email });
    await decide(cora, kept, 'add-task', { what: 'Ask the clinic.', to: ivy.email, ...due });
    const path = `/staff/people/${ivy.id}`;
    const leaves = { name: ivy.name, role: 'attorney', active: 'no' };
    const nobody = await site.post(admin, path, { ...leaves, to: 'nobody@desk.example' });
    expect([nobody.status, summaryOf(nobody.html).length]).toEqual([422, 1]);
    const done = await site.post(admin, path, { ...leaves, to: rob.email });
    expect([done.status, done.location]).toEqual([303, '/staff/people?done=deactivated']);
    expect(await db().staff.findUnique({ where: { id: ivy.id } })).toMatchObject({ active: false });
    expect([await has(one), (await tasksOf(ivy.id)).length]).toEqual([rob.name, 0]);
    expect(
      await db().processEvent.findFirst({
        where: { requestId: one, type: 'assigned' },
        orderBy: { seq: 'desc' },
      }),
    ).toMatchObject({ actor: `user:${admin.id}` });
  });
});

test('what ends a request says how many open tasks end with it', async () => {
  const id = await aRequest();
  const page = async (kind: string) => (await site.get(ana, `/staff/requests/${id}/decide/${kind}`)).html;
  expect(await page('decline')).not.toContain('ends with this request');
  await decide(cora, id, 'add-task', { what: 'Ask the clinic.', to: ana.email, ...due });
  for (const kind of ['decline', 'redirect', 'merge']) {
    expect([kind, await page(kind)]).toEqual([
      kind,
      expect.stringContaining('1 follow-up task is open, and ends with this request.'),
    ]);
  }
  expect(await page('assign')).not.toContain('ends with this request');
});
