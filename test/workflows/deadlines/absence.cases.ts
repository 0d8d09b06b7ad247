import { describe, expect, test } from '@jest/globals';
import { absenceWorkflowId } from '../../../src/domain/absences/workflow-id.js';
import type { Actor } from '../../../src/domain/people/actor.js';
import { OPEN_STATUSES } from '../../../src/domain/requests/statuses.js';
import { requestWorkflowId } from '../../../src/domain/requests/workflow-id.js';
import { lockAbsenceAndCalendar } from '../../../src/usecases/absences/absence-row.js';
import { whoMayStandIn } from '../../../src/usecases/absences/who-may-stand-in.js';
import { keepForReturn } from '../../../src/usecases/absences/work-meanwhile.js';
import { readReview } from '../../../src/usecases/conduct/read-review.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { digestSections } from '../../../src/usecases/digest/digest-sections.js';
import type { MessageRow } from '../../../src/usecases/mail/message-row.js';
import { renderMessage } from '../../../src/usecases/mail/render-message.js';
import { mend } from '../../../src/usecases/mend.js';
import { changeStaffUser } from '../../../src/usecases/people/staff-users.js';
import { purgeDue } from '../../../src/usecases/purge-due.js';
import { reconcileAbsence } from '../../../src/usecases/reconcile/reconcile-absences.js';
import { emptyReport } from '../../../src/usecases/reconcile/report.js';
import { recording } from '../../../src/usecases/recording.js';
import { assignSeveral } from '../../../src/usecases/requests/assign-several.js';
import { reassignWork } from '../../../src/usecases/requests/reassign-work.js';
import { lockRequest } from '../../../src/usecases/requests/request-row.js';
import type { TestDesk } from '../../support/desk.js';

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Somebody is away, and another stands in: over the Fourth of July, 2056, after everything else. */
export function absenceCases(deskOf: () => TestDesk): void {
  describe('somebody is away, from Friday, June 30, 2056', () => {
    const ids: Record<string, string> = {};
    const to = (at: string) => deskOf().advance({ to: at });
    const post = (path: string, body: object, as: Parameters<TestDesk['api']>[2] = { as: 'coordinator' }) =>
      deskOf().api('POST', `/api/v1${path}`, { ...as, body });
    const terms = { firstDay: '2056-06-30', lastDay: '2056-07-03', standIn: 'ben@desk.example' };
    const away = (more: object = {}) => post('/absences', { person: 'ana@desk.example', ...terms, ...more });
    const decide = (id: string, decision: object) => post(`/absences/${id}/decisions`, decision);
    const read = async (id: string) => (await deskOf().api('GET', `/api/v1/absences/${id}`)).body;
    const has = async (name: string) => {
      const { body } = await deskOf().api('GET', `/api/v1/ta-requests/${ids[name]}`);
      return body.assignee?.email.split('@')[0];
    };
    const hasTask = async (name: string) =>
      (await deskOf().api('GET', `/api/v1/ta-requests/${ids[name]}/tasks`)).body.items.map(
        ({ assignee, status }: { assignee: { name: string }; status: string }) =>
          `${assignee.name} ${status}`,
      );
    const told = async (about: string) =>
      (
        await deskOf().wired.services.db.message.findMany({
          where: { aboutId: about },
          orderBy: { queuedAt: 'asc' },
        })
      ).map(({ kind, to: whom }) => [kind, ...whom.map((email) => email.split('@')[0]).sort()].join(' '));
    const words = async (where: object) => {
      const { services } = deskOf().wired;
      const row = await services.db.message.findFirstOrThrow({
        ...{ where, orderBy: { queuedAt: 'desc' }, include: withKey },
      });
      return (await renderMessage(services, row as unknown as MessageRow)).text;
    };
    const staff = async (name: string) =>
      (await deskOf().wired.services.db.staff.findUniqueOrThrow({ where: { email: `${name}@desk.example` } }))
        .id;

    test('set for a colleague; what does not go together is refused with what to do', async () => {
      await to('2056-06-26T10:00:00-07:00');
      const { db } = deskOf().wired.services;
      for (const [name, role] of [
        ['ben', 'attorney'],
        ['cy', 'attorney'],
      ] as const) {
        const data = {
          id: crypto.randomUUID(),
          email: `${name}@desk.example`,
          name,
          role,
          createdAt: new Date(),
        };
        await db.staff.create({ data });
      }
      for (const name of ['open', 'given', 'done', 'reassigned', 'waits']) {
        const { id } = await deskOf().submit({}, { email: `away-${name}@legal-aid.example` });
        ids[name] = id;
        if (name !== 'given') await deskOf().decide(id, { kind: 'assign', to: 'ana@desk.example' });
      }
      await deskOf().decide(
        ids.waits ?? '',
        { kind: 'request-information', question: 'Which office?' },
        'attorney',
      );
      ids.asked = (await deskOf().submit({}, { email: 'away-asked@legal-aid.example' })).id;
      await deskOf().decide(ids.asked ?? '', { kind: 'assign', to: 'ana@desk.example' });
      await deskOf().decide(ids.asked ?? '', { kind: 'draft-response', body: 'An answer.' }, 'attorney');
      await deskOf().decide(ids.asked ?? '', { kind: 'submit-for-review' }, 'attorney');
      await deskOf().decide(ids.asked ?? '', { kind: 'send-response' }, 'reviewer');
      const asking = await post(`/ta-requests/${ids.asked}/follow-up`, { question: 'And then?' }, {});
      expect(asking.status).toBe(201);
      // Answered by her, and asked about once she is away.
      ids.later = (await deskOf().submit({}, { email: 'away-later@legal-aid.example' })).id;
      ids.new = (await deskOf().submit({}, { email: 'away-new@legal-aid.example' })).id;
      await deskOf().decide(ids.later ?? '', { kind: 'assign', to: 'ana@desk.example' });
      await deskOf().decide(ids.later ?? '', { kind: 'draft-response', body: 'An answer.' }, 'attorney');
      await deskOf().decide(ids.later ?? '', { kind: 'submit-for-review' }, 'attorney');
      await deskOf().decide(ids.later ?? '', { kind: 'send-response' }, 'reviewer');
      const task = { kind: 'add-task', what: 'Call them.', to: 'ana@desk.example', dueOn: '2056-07-06' };
      await deskOf().decide(ids.given ?? '', task);
      const refused = async (more: object) => {
        const { status, body } = await away(more);
        return [status, body.errors?.[0]?.pointer ?? body.code];
      };
      expect(await refused({ standIn: 'cora@desk.example' })).toEqual([422, '/standIn']);
      expect(await refused({ standIn: 'ana@desk.example' })).toEqual([422, '/standIn']);
      expect(await refused({ standIn: 'nobody@desk.example' })).toEqual([422, '/standIn']);
      expect(await refused({ firstDay: '2056-06-23' })).toEqual([422, '/firstDay']);
      expect(await refused({ lastDay: '2056-06-29' })).toEqual([422, '/lastDay']);
      expect(await refused({ person: undefined })).toEqual([422, '/person']);
      const set = await away();
      expect(set).toMatchObject({
        status: 201,
        body: {
          status: 'planned',
          standIn: { name: 'ben' },
          beginsAt: '2056-06-30T16:00:00.000Z',
          returnsAt: '2056-07-05T16:00:00.000Z',
        },
      });
      ids.away = set.body.id;
      expect(await refused({ firstDay: '2056-07-03', lastDay: '2056-07-10' })).toEqual([422, '/firstDay']);
      const bens = { person: 'ben@desk.example', standIn: 'cy@desk.example' };
      expect(await refused(bens)).toEqual([422, '/firstDay']);
      const circle = { person: 'ben@desk.example', standIn: 'ana@desk.example' };
      expect(await refused(circle)).toEqual([422, '/standIn']);
      const asAttorney = await post(
        '/absences',
        { person: 'ana@desk.example', ...terms },
        { as: 'attorney' },
      );
      expect(asAttorney).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await told(ids.away ?? '')).toEqual(['stand-in-named ben', 'absence-set ana']);
    });

    test('at nine the work goes over, and what is theirs is told to whoever stands in', async () => {
      await to('2056-06-30T10:00:00-07:00');
      expect(await read(ids.away ?? '')).toMatchObject({ status: 'under-way' });
      const theirs = ['open', 'done', 'reassigned', 'waits', 'asked'];
      expect(await Promise.all(theirs.map(has))).toEqual(theirs.map(() => 'ben'));
      // Told with all else that changed hands, not by itself.
      expect(await told(ids.asked ?? '')).not.toContain('follow-up-asked ben');
      expect(await hasTask('given')).toEqual(['ben open']);
      expect(await told(ids.open ?? '')).not.toContain('assigned ben');
      const mail = await words({ aboutId: ids.away, kind: 'stand-in-begins' });
      expect(mail).toMatch(/requests and .* follow-up tasks? of theirs are yours now/);
      expect(mail).toContain('is away until Monday, July 3, 2056');
      expect(mail).toMatch(/Open the queue:\n\S+\/staff\n/);
      // What is due first comes first: five business days of a follow-up, then fifteen; what waits comes last.
      const place = async (name: string) => {
        const { body } = await deskOf().api('GET', `/api/v1/ta-requests/${ids[name]}`);
        return mail.indexOf(`- ${body.reference}`);
      };
      const places = [await place('asked'), await place('open'), await place('waits')];
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(places[0]).toBeGreaterThan(0);
      // Given to her meanwhile, or work again: it goes where the rest went, and its past says instead of whom.
      const ana = await staff('ana');
      await deskOf().decide(ids.new ?? '', { kind: 'assign', to: 'ana@desk.example' });
      expect(await has('new')).toBe('ben');
      expect(await told(ids.new ?? '')).toContain('assigned ben');
      const task = { kind: 'add-task', what: 'Write.', to: 'ana@desk.example', dueOn: '2056-07-06' };
      await deskOf().decide(ids.new ?? '', task);
      expect(await hasTask('new')).toEqual(['ben open']);
      const past = await deskOf().wired.services.db.processEvent.findMany({
        where: { workflowId: requestWorkflowId(ids.new ?? '', 1), type: { in: ['assigned', 'task-added'] } },
      });
      expect(past.map(({ data }) => (data as { insteadOf?: string }).insteadOf)).toEqual([ana, ana]);
      await post(`/ta-requests/${ids.later}/follow-up`, { question: 'And then?' }, {});
      await to('2056-06-30T10:01:00-07:00');
      expect(await has('later')).toBe('ben');
      // Given to her all the same, with knowledge: her mail goes to whoever stands in, and says whose it is.
      await deskOf().decide(ids.given ?? '', {
        ...{ kind: 'assign', to: 'ana@desk.example', orStandIn: false },
      });
      expect(await has('given')).toBe('ana');
      expect(await told(ids.given ?? '')).toContain('assigned ben');
      expect(await words({ aboutId: ids.given, kind: 'assigned' })).toMatch(
        /This is ana’s, who is away: it goes to ben/,
      );
    });

    test('whoever wrote the answer does not send it, standing in or not', async () => {
      const id = ids.done ?? '';
      await deskOf().decide(id, { kind: 'draft-response', body: 'An answer.' }, 'attorney');
      await deskOf().decide(id, { kind: 'submit-for-review' }, 'attorney');
      const own = await post(`/ta-requests/${id}/decisions`, { kind: 'send-response' }, { as: 'attorney' });
      expect(own).toMatchObject({ status: 403, body: { code: 'own-draft' } });
      await deskOf().decide(id, { kind: 'send-response' }, 'reviewer');
      await deskOf().decide(ids.reassigned ?? '', { kind: 'assign', to: 'cy@desk.example' });
    });

    test('another stand-in meanwhile, a closure that puts off the return, and back: what is open comes back', async () => {
      const id = ids.away ?? '';
      expect(await decide(id, { kind: 'cancel' })).toMatchObject({ status: 409 });
      expect(await decide(id, { kind: 'change', work: 'mails' })).toMatchObject({ status: 409 });
      expect(await decide(id, { kind: 'change', standIn: 'cy@desk.example' })).toMatchObject({
        status: 200,
        body: { standIn: { name: 'cy' } },
      });
      await to('2056-07-03T12:00:00-07:00');
      expect(await Promise.all(['open', 'waits', 'asked', 'later', 'new'].map(has))).toEqual(
        Array.from({ length: 5 }, () => 'cy'),
      );
      expect(await hasTask('given')).toEqual(['cy open']);
      await deskOf().api('POST', '/api/v1/closures', {
        as: 'director',
        body: { date: '2056-07-05', name: 'Retreat' },
      });
      await to('2056-07-05T12:00:00-07:00');
      expect(await read(id)).toMatchObject({ status: 'under-way', returnsAt: '2056-07-06T16:00:00.000Z' });
      await to('2056-07-06T10:00:00-07:00');
      expect(await read(id)).toMatchObject({ status: 'returned' });
      // What cy was given in her own right is among what was handed over, and still with whoever stands in.
      expect(await Promise.all(['open', 'waits', 'asked', 'later', 'new', 'done'].map(has))).toEqual([
        'ana',
        'ana',
        'ana',
        'ana',
        'ana',
        'ben',
      ]);
      for (const name of ['asked', 'later']) {
        await deskOf().decide(ids[name] ?? '', { kind: 'answer-follow-up', body: 'Then this.' }, 'attorney');
        await deskOf().decide(ids[name] ?? '', { kind: 'send-response' }, 'reviewer');
      }
      expect(await hasTask('given')).toEqual(['ana open']);
      expect(await hasTask('new')).toEqual(['ana open']);
      const mail = await words({ aboutId: id, kind: 'back-again' });
      expect(mail).toMatch(/requests and .* follow-up tasks? came back to you/);
      expect(mail).toMatch(/1 request that had been handed over is done, or stayed with others/);
      expect(mail).toMatch(/given to you meanwhile/);
      expect(await decide(id, { kind: 'end' })).toMatchObject({ status: 409 });
      expect(await told(id)).toEqual([
        'stand-in-named ben',
        'absence-set ana',
        'stand-in-begins ben',
        'stand-in-ends ben',
        'stand-in-begins cy',
        'absence-set ana',
        'stand-in-ends cy',
        'back-again ana',
      ]);
    });

    test('sick today, only the mails: reminders and digest are read by whoever stands in', async () => {
      const set = await away({ firstDay: '2056-07-06', lastDay: '2056-07-19', work: 'mails' });
      expect(set).toMatchObject({ status: 201 });
      ids.sick = set.body.id;
      await to('2056-07-12T10:00:00-07:00');
      expect(await read(ids.sick ?? '')).toMatchObject({ status: 'under-way', handedOver: 0 });
      expect(await has('open')).toBe('ana');
      expect((await told(ids.open ?? '')).filter((line) => line.startsWith('due-reminder'))).toEqual([
        expect.stringMatching(/^due-reminder ben$/),
      ]);
      const { db } = deskOf().wired.services;
      const digests = await db.digest.findMany({
        where: { day: { gte: new Date('2056-07-07'), lte: new Date('2056-07-12') } },
        include: { staff: true },
      });
      const readers = new Set(digests.map(({ staff: { name } }) => name));
      expect([readers.has('ana'), readers.has('ben')]).toEqual([false, true]);
      const bens = digests.filter(({ staff: { name } }) => name === 'ben').map(({ id }) => id);
      expect(await words({ kind: 'daily-digest', aboutId: { in: bens } })).toMatch(/For ana, who is away/);
    });

    test('of a coordinator the stand-in reads what waits for coordinators, and nothing beyond their own role', async () => {
      const { services } = deskOf().wired;
      const { db } = services;
      const [cora, cy] = [await staff('cora'), await staff('cy')];
      const at = services.clock.now();
      const sections = async () => {
        const reader = { id: cy, email: 'cy@desk.example', role: 'attorney' };
        const all = await digestSections(db, services, { reader, reminders: [], at });
        return all.flatMap(({ name, of }) => (of === 'cora' ? [name] : []));
      };
      expect(await sections()).toEqual([]);
      await post('/completions', {
        ...{ email: 'doubt@legal-aid.example', courseId: 't-visas-part-1', passed: true, score: 0.1 },
        ...{ completedAt: '2056-06-01T10:00:00Z', source: 'lms', sourceId: 'doubt-1' },
      });
      const precedent = crypto.randomUUID();
      await db.precedent.create({
        data: {
          ...{
            id: precedent,
            status: 'published',
            audience: 'staff',
            kind: 'general-information',
            topics: [],
          },
          ...{ question: 'What?', answer: 'That.', author: `user:${cora}`, ownerId: cora },
          ...{ reviewBy: new Date('2056-01-01'), createdAt: at, changedAt: at, publishedAt: at },
        },
      });
      const id = crypto.randomUUID();
      const [from, until] = [new Date('2056-07-01'), new Date('2056-09-01')];
      await db.absence.create({
        data: {
          ...{
            id,
            personId: cora,
            standInId: cy,
            firstDay: from,
            lastDay: until,
            beginsAt: from,
            setAt: from,
          },
          ...{ returnsAt: until, work: 'mails', takeBack: false, status: 'under-way', setBy: `user:${cora}` },
        },
      });
      expect(await sections()).toEqual(expect.arrayContaining(['precedents', 'completions']));
      // What only directors read stays closed to them, and its mails go to directors and the person alone.
      const { personId } = await db.personEmail.findUniqueOrThrow({
        where: { email: 'doubt@legal-aid.example' },
      });
      const grounds = { personId, grounds: 'plagiarism', evidence: 'Seen.' };
      const review = await post('/conduct-reviews', grounds, { as: 'director' });
      expect(review.status).toBe(201);
      const asCy: Actor = { kind: 'user', id: cy, role: 'attorney', name: 'cy', email: 'cy@desk.example' };
      expect(await readReview(services, asCy, review.body.id)).toMatchObject({ ok: false });
      for (const body of [{ kind: 'notify' }, { kind: 'dismiss', reason: 'Not so.' }]) {
        await post(`/conduct-reviews/${review.body.id}/decisions`, body, { as: 'director' });
      }
      expect((await told(review.body.id)).join(' ')).not.toMatch(/\bcy\b/);
      await db.absence.delete({ where: { id } });
      await db.precedent.delete({ where: { id: precedent } });
      await db.completion.deleteMany({ where: { sourceId: 'doubt-1' } });
    });

    test('the stand-in leaves: coordinators get her mail, until somebody is named; ended early', async () => {
      const { services } = deskOf().wired;
      const admin: Actor = { kind: 'key', id: 'k', role: 'admin', scopes: [] };
      const ben = { name: 'ben', role: 'attorney' as const, leavesWork: true };
      const id = ids.sick ?? '';
      expect(
        await changeStaffUser(services, admin, await staff('ben'), { ...ben, active: false }),
      ).toMatchObject({ ok: true });
      await to('2056-07-12T11:00:00-07:00');
      expect(await read(id)).toMatchObject({ standIn: null, status: 'under-way' });
      expect(await told(id)).toContain('stand-in-gone ana cora otto');
      await deskOf().api('POST', `/api/v1/ta-requests/${ids.open}/correspondence`, {
        body: { body: 'A word.' },
      });
      expect(await told(ids.open ?? '')).toContain('message-from-requester cora otto');
      expect(await decide(id, { kind: 'change', standIn: 'ben@desk.example' })).toMatchObject({
        status: 422,
      });
      expect(await decide(id, { kind: 'change', standIn: 'cy@desk.example' })).toMatchObject({ status: 200 });
      expect(await decide(id, { kind: 'end' })).toMatchObject({ status: 200, body: { status: 'returned' } });
    });

    test('whoever is away leaves: it is over, and nothing comes back to them', async () => {
      const { services } = deskOf().wired;
      const admin: Actor = { kind: 'key', id: 'k', role: 'admin', scopes: [] };
      const set = await away({ firstDay: '2056-08-01', lastDay: '2056-08-02', standIn: 'cy@desk.example' });
      expect(set).toMatchObject({ status: 201 });
      // Who may write no answers any more stands in for nobody who does.
      const cy = { name: 'cy', active: true, leavesWork: true };
      await changeStaffUser(services, admin, await staff('cy'), { ...cy, role: 'reviewer' });
      await changeStaffUser(services, admin, await staff('cy'), { ...cy, role: 'coordinator' });
      await to('2056-07-12T11:30:00-07:00');
      expect(await read(set.body.id)).toMatchObject({ standIn: null, status: 'planned' });
      expect((await told(set.body.id)).filter((mail) => mail.startsWith('stand-in-gone'))).toHaveLength(1);
      await changeStaffUser(services, admin, await staff('cy'), { ...cy, role: 'attorney' });
      const ana = { name: 'ana', role: 'attorney' as const, leavesWork: true };
      await changeStaffUser(services, admin, await staff('ana'), { ...ana, active: false });
      await to('2056-07-12T12:00:00-07:00');
      expect(await read(set.body.id)).toMatchObject({ status: 'cancelled' });
      await changeStaffUser(services, admin, await staff('ana'), { ...ana, active: true });
    });

    test('what Temporal lost goes on; two that were decided at once do not both come to stand', async () => {
      const { services } = deskOf().wired;
      const first = await away({ firstDay: '2056-08-01', lastDay: '2056-08-04', standIn: 'cy@desk.example' });
      const second = await post('/absences', {
        person: 'cy@desk.example',
        firstDay: '2056-08-07',
        lastDay: '2056-08-08',
        standIn: 'dora@desk.example',
      });
      expect([first.status, second.status]).toEqual([201, 201]);
      // A page offers nobody who would be refused: of another role, or away on one of those days.
      const offered = async (lastDay: string) => {
        const days = { id: first.body.id, firstDay: '2056-08-01', lastDay };
        const admin: Actor = { kind: 'key', id: 'k', role: 'admin', scopes: [] };
        const found = await whoMayStandIn(services, admin, { personId: await staff('ana'), days });
        return found.ok ? found.value.standIns.map(({ name }) => name) : [];
      };
      expect(await offered('2056-08-04')).toContain('cy');
      expect(await offered('2056-08-07')).not.toContain('cy');
      expect(await offered('2056-08-04')).not.toContain('cora');
      expect(await offered('2056-08-04')).not.toContain('ana');
      const both = await Promise.all([
        decide(first.body.id, { kind: 'change', lastDay: '2056-08-05' }),
        decide(second.body.id, { kind: 'change', firstDay: '2056-08-05' }),
      ]);
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
      const { id } = first.body;
      await services.db.absence.update({
        where: { id },
        data: { returnsAt: new Date('2056-09-01T00:00:00Z') },
      });
      const report = emptyReport();
      await reconcileAbsence(services, id, report);
      expect(report).toMatchObject({ mended: [id], restarted: [] });
      expect(await mend(services, id)).toEqual({ outcome: 'ran' });
      expect(await decide(id, { kind: 'cancel' })).toMatchObject({
        status: 200,
        body: { status: 'cancelled' },
      });
      expect(await decide(second.body.id, { kind: 'cancel' })).toMatchObject({ status: 200 });
    });

    test('nobody stood in any more when it began: named meanwhile, the work goes over then', async () => {
      const { services } = deskOf().wired;
      const admin: Actor = { kind: 'key', id: 'k', role: 'admin', scopes: [] };
      const cy = { name: 'cy', active: true, leavesWork: true };
      const set = await away({ firstDay: '2056-07-13', lastDay: '2056-07-13', standIn: 'cy@desk.example' });
      const { id } = set.body;
      expect(set.status).toBe(201);
      await changeStaffUser(services, admin, await staff('cy'), { ...cy, role: 'coordinator' });
      await changeStaffUser(services, admin, await staff('cy'), { ...cy, role: 'attorney' });
      await to('2056-07-13T09:30:00-07:00');
      expect(await read(id)).toMatchObject({ status: 'under-way', standIn: null, handedOver: 0 });
      const theirs = await services.db.taRequest.count({
        where: { assigneeId: await staff('ana'), status: { in: OPEN_STATUSES } },
      });
      expect(theirs).toBeGreaterThan(0);
      expect(await decide(id, { kind: 'change', standIn: 'cy@desk.example' })).toMatchObject({ status: 200 });
      await to('2056-07-13T09:31:00-07:00');
      expect(await services.db.taRequest.count({ where: { assigneeId: await staff('cy') } })).toBe(theirs);
      // Reopened while she is away, it is work again, and goes where the rest went.
      await deskOf().decide(ids.asked ?? '', { kind: 'reopen', reason: 'There is more.' });
      await to('2056-07-13T09:32:00-07:00');
      expect(await has('asked')).toBe('cy');
      await to('2056-07-14T09:30:00-07:00');
      expect(await read(id)).toMatchObject({ status: 'returned' });
      expect(await services.db.taRequest.count({ where: { assigneeId: await staff('cy') } })).toBe(0);
    });

    test('only what is due meanwhile goes over: handed over, given singly or several, moved, or changed', async () => {
      const { services } = deskOf().wired;
      const { db } = services;
      const terms = { firstDay: '2056-07-14', lastDay: '2056-07-20', work: 'due' };
      const set = await away({ ...terms, standIn: 'cy@desk.example' });
      expect(set.status).toBe(201);
      await to('2056-07-14T09:40:00-07:00');
      // Due on the nineteenth; the one that was reopened in August; nothing runs of the one that waits.
      expect(await Promise.all(['open', 'given', 'asked', 'waits'].map(has))).toEqual([
        'cy',
        'cy',
        'ana',
        'ana',
      ]);
      const [open = '', given = '', asked = ''] = [ids.open, ids.given, ids.asked];
      const admin: Actor = { kind: 'key', id: 'k', role: 'admin', scopes: [] };
      const several = await assignSeveral(
        services,
        admin,
        { requests: [open, asked], to: 'ana@desk.example' },
        crypto.randomUUID(),
      );
      const outcomes = (found: { ok: boolean; value?: { outcome: string; to: string | null }[] }) =>
        found.value?.map(({ outcome, to: whom }) => `${outcome} ${whom}`);
      expect(outcomes(several)).toEqual(['already cy', 'already ana']);
      // A task of the last day goes over, one of the day of the return does not, though its day is not said again.
      const task = async (dueOn: string) => {
        await deskOf().decide(given, { kind: 'add-task', what: 'Ask.', to: 'cora@desk.example', dueOn });
        return db.requestTask.findFirstOrThrow({
          where: { requestId: given, dueOn: new Date(dueOn) },
          include: { assignee: true },
        });
      };
      const whose = async (id: string) =>
        (await db.requestTask.findUniqueOrThrow({ where: { id }, include: { assignee: true } })).assignee
          .name;
      const tasks = [(await task('2056-07-20')).id, (await task('2056-07-21')).id];
      for (const id of tasks) {
        await deskOf().decide(given, { kind: 'change-task', task: id, to: 'ana@desk.example' });
      }
      expect(await Promise.all(tasks.map(whose))).toEqual(['cy', 'ana']);
      // Handed over: what is said is who has it. Of whoever stands in it is taken for nobody.
      const move = async (from: string, what: object) =>
        outcomes(
          await reassignWork(
            services,
            admin,
            { from: await staff(from), to: 'ana@desk.example', requests: [], tasks: [], ...what },
            crypto.randomUUID(),
          ),
        );
      expect(await move('cy', { requests: [open], tasks })).toEqual(['stays cy', 'stays cy', 'already ana']);
      await deskOf().decide(given, { kind: 'assign', to: 'cora@desk.example' });
      expect(await move('cora', { requests: [given] })).toEqual(['moved cy']);
      expect(await has('given')).toBe('cy');
      expect(await decide(set.body.id, { kind: 'end' })).toMatchObject({ status: 200 });
    });

    test('given at the moment of the return: it comes back, and neither waits for the other for ever', async () => {
      const { services } = deskOf().wired;
      const { db } = services;
      const id = crypto.randomUUID();
      const { id: requestId } = await deskOf().submit({}, { email: 'away-just@legal-aid.example' });
      const [insteadOf, assigneeId] = [await staff('cora'), await staff('dora')];
      const now = services.clock.now().getTime();
      const [from, until] = [-1, 30].map((days) => new Date(now + days * 86_400_000)) as [Date, Date];
      await db.absence.create({
        data: {
          ...{ id, personId: insteadOf, standInId: assigneeId, firstDay: from, lastDay: until, setAt: from },
          ...{
            beginsAt: from,
            returnsAt: until,
            work: 'all',
            takeBack: true,
            status: 'under-way',
            setBy: 's',
          },
        },
      });
      const [holds, ends] = [gate(), gate()];
      const gives = recording(services, async (rec) => {
        const row = await lockRequest(rec.tx, requestId);
        holds.open();
        await ends.opened;
        const event = { data: { insteadOf, assigneeId } };
        await keepForReturn(rec, { requestId, episode: row?.episode ?? 1, event });
      });
      await holds.opened;
      await recording(services, async ({ tx }) => {
        await lockAbsenceAndCalendar(tx, id);
        // As recording the return does, it names requests meanwhile, and is done before the other reads.
        await tx.absenceItem.create({ data: { absenceId: id, requestId, task: 'another' } });
        ends.open();
        await waiting(gives);
        await tx.absence.update({ where: { id }, data: { status: 'returned' } });
      });
      await gives;
      expect(await db.absenceItem.count({ where: { absenceId: id, task: '' } })).toBe(0);
      const told = await db.outbox.findMany({
        where: { workflowId: { startsWith: `ta-request/${requestId}` } },
      });
      expect(JSON.stringify(told.map(({ payload }) => payload))).toContain(id);
      await db.absence.delete({ where: { id } });

      /** Until it waits for a lock, or is done. */
      async function waiting(work: Promise<unknown>) {
        let done = false;
        void work.finally(() => (done = true)).catch(() => undefined);
        for (;;) {
          const [{ count }] = await db.$queryRaw<[{ count: number }]>`
            SELECT count(*)::int AS count FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND query LIKE '%FROM absence a%' AND pid <> pg_backend_pid()`;
          if (done || count > 0) return;
        }
      }
    });

    test('a year after the return it is erased, with its past and its mails', async () => {
      const { db, ...services } = deskOf().wired.services;
      const id = ids.away ?? '';
      await purgeDue({ db, ...services });
      expect(await db.absence.count({ where: { id } })).toBe(1);
      const later = { now: () => new Date('2057-07-10T00:00:00Z') };
      const purged = await purgeDue({ ...services, db, clock: { ...services.clock, ...later } });
      expect(purged.absences).toBeGreaterThan(0);
      expect(await db.absence.count({ where: { id } })).toBe(0);
      expect(await db.message.count({ where: { aboutId: id } })).toBe(0);
      expect(await db.processEvent.count({ where: { workflowId: absenceWorkflowId(id) } })).toBe(0);
    });
  });
}
