import { absenceWorkflowId } from '../../src/domain/absences/workflow-id.js';
import type { Actor } from '../../src/domain/people/actor.js';
import { requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { changeStaffUser } from '../../src/usecases/people/staff-users.js';
import { continueAsUsual, continueEarly } from '../support/continue-early.js';
import type { TestDesk } from '../support/desk.js';

const ADMIN: Actor = { kind: 'key', id: 'histories', role: 'admin', scopes: [] };

/**
 * Every path of a time away, and requests with follow-up tasks, from November 8, 2055: done, changed, forgotten, handed over
 * and back with whoever has them. Answers name → workflow id.
 */
export async function walkAwayPaths(desk: TestDesk): Promise<Map<string, string>> {
  const { db } = desk.wired.services;
  const walked = new Map<string, string>();
  const staff: Record<string, string> = {};
  for (const name of ['ana', 'ben', 'cy', 'dan', 'eve', 'flo', 'gus', 'hal', 'ivy']) {
    staff[name] = crypto.randomUUID();
    await db.staff.create({
      data: { id: staff[name], email: `${name}@desk.example`, name, role: 'attorney', createdAt: new Date() },
    });
  }
  const must = async (path: string, body: unknown, as: 'director' | 'attorney' = 'director') => {
    const answer = await desk.api('POST', `/api/v1${path}`, { as, body });
    if (answer.status >= 300)
      throw new Error(`${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const request = async (path: string) => {
    const { id } = await desk.submit({}, { email: `${path}@legal-aid.example` });
    walked.set(path, requestWorkflowId(id, 1));
    return (decision: object) => must(`/ta-requests/${id}/decisions`, decision);
  };
  const away = async (path: string, person: string, firstDay: string, lastDay: string) => {
    const terms = { person: `${person}@desk.example`, standIn: 'ben@desk.example', firstDay, lastDay };
    const { id } = await must('/absences', terms);
    walked.set(path, absenceWorkflowId(id));
    return (decision: object) => must(`/absences/${id}/decisions`, decision);
  };
  const task = { kind: 'add-task', what: 'Call them.', to: 'ana@desk.example' };
  const taskOf = async (path: string) =>
    (
      await db.requestTask.findFirstOrThrow({
        where: { requestId: walked.get(path)?.split('/')[1] ?? '', status: 'open' },
      })
    ).id;

  const moved = await request('tasks-handed-over-and-back');
  await moved({ kind: 'assign', to: 'ana@desk.example' });
  await moved({ ...task, dueOn: '2055-12-13' });
  const several = await request('tasks-done-changed-cancelled-forgotten');
  for (const dueOn of ['2055-11-10', '2055-11-11']) {
    await several({ ...task, dueOn: dueOn === '2055-11-11' ? '2055-11-12' : dueOn });
    const id = await taskOf('tasks-done-changed-cancelled-forgotten');
    await several({ kind: 'change-task', task: id, to: 'cy@desk.example', what: 'Write to them.' });
    await several({ kind: dueOn === '2055-11-10' ? 'finish-task' : 'cancel-task', task: id });
  }
  await several({ ...task, dueOn: '2055-11-15' });
  const ended = await request('tasks-ended-with-it');
  await ended({ ...task, dueOn: '2055-11-15' });
  await ended({ kind: 'decline', reason: 'Not ours.', policy: 'scope' });

  await continueEarly(db, 30, 'absence');
  const long = await away('away-continued-as-new', 'cy', '2055-11-15', '2055-12-30');
  await continueAsUsual(db);
  await away('away-over-thanksgiving', 'ana', '2055-11-23', '2055-11-26');
  const early = await away('away-ended-early', 'dan', '2055-11-15', '2055-12-10');
  const cancelled = await away('away-cancelled', 'eve', '2055-12-01', '2055-12-10');
  await away('away-whoever-left', 'flo', '2055-12-01', '2055-12-10');
  await away('away-left-meanwhile', 'gus', '2055-11-15', '2055-12-10');
  const another = await away('away-with-another-stand-in', 'hal', '2055-11-15', '2055-11-19');
  await cancelled({ kind: 'change', firstDay: '2055-12-02' });
  await cancelled({ kind: 'cancel' });
  await changeStaffUser(desk.wired.services, ADMIN, staff.flo ?? '', {
    name: 'flo',
    role: 'attorney',
    active: false,
    leavesWork: true,
  });
  await desk.advance({ to: '2055-11-16T10:00:00-08:00' });
  await early({ kind: 'end' });
  await another({ kind: 'change', standIn: 'ivy@desk.example', lastDay: '2055-11-22', takeBack: false });
  for (const day of ['2055-12-20', '2055-12-21', '2055-12-22', '2055-12-23', '2055-12-24']) {
    await long({ kind: 'change', lastDay: day });
  }
  await changeStaffUser(desk.wired.services, ADMIN, staff.gus ?? '', {
    name: 'gus',
    role: 'attorney',
    active: false,
    leavesWork: true,
  });
  await desk.advance({ to: '2055-11-22T10:00:00-08:00' });
  await must('/closures', { date: '2055-11-29', name: 'Retreat' });
  await desk.advance({ to: '2056-01-05T10:00:00-08:00' });
  return walked;
}
