import { describe, expect, test } from '@jest/globals';
import type { StaffUser } from '../staff-site.js';
import { admin, ana, aRequest, cora, decide, rob, site } from './site.js';

const due = { 'dueOn-month': '1', 'dueOn-day': '20', 'dueOn-year': '2055' };
const db = () => site.desk.wired.services.db;

describe('what is written down of a reading', () => {
  const last = async (id: string) =>
    await db().caseAccess.findFirstOrThrow({
      where: { requestId: id, what: 'request' },
      orderBy: { id: 'desc' },
      select: { actor: true, whence: true, why: true, notTheirs: true },
    });
  const readBy = async (who: StaffUser, id: string) => {
    await site.get(who, `/staff/requests/${id}`);
    return last(id);
  };

  test('says by what way, and why it is the reader’s own work', async () => {
    const id = await aRequest();
    const row = (who: StaffUser, why: string | null) => ({
      actor: `user:${who.id}`,
      whence: 'page',
      why,
      notTheirs: why === null,
    });
    expect(await readBy(cora, id)).toEqual(row(cora, 'to-assign'));
    await decide(cora, id, 'assign', { to: ana.email });
    expect(await readBy(ana, id)).toEqual(row(ana, 'assignee'));
    expect(await readBy(rob, id)).toEqual(row(rob, null));
    await decide(cora, id, 'note', { body: 'For @Rob Reviewer to look at.' });
    expect(await readBy(rob, id)).toEqual(row(rob, 'mentioned'));
    await decide(cora, id, 'add-task', { what: 'Ask the clinic.', to: cora.email, ...due });
    expect(await readBy(cora, id)).toEqual(row(cora, 'task'));
    await decide(ana, id, 'draft-response', { body: 'An answer.' });
    await db().taRequest.update({ where: { id }, data: { assigneeId: cora.id } });
    expect(await readBy(ana, id)).toEqual(row(ana, 'author'));
    expect(await readBy(admin, id)).toEqual(row(admin, null));
    await db().taRequest.update({ where: { id }, data: { status: 'in-review' } });
    expect(await readBy(admin, id)).toEqual(row(admin, 'review'));
    await db().taRequest.update({ where: { id }, data: { status: 'in-progress', escalationLevel: 1 } });
    expect(await readBy(admin, id)).toEqual(row(admin, 'escalated'));
    const { as, path } = { as: 'attorney' as const, path: `/api/v1/ta-requests/${id}/content` };
    expect((await site.desk.api('GET', path, { as })).status).toBe(200);
    expect(await last(id)).toMatchObject({ whence: 'api', why: null, notTheirs: true });
  });
});
