import { describe, expect, test } from '@jest/globals';
import type { TestDesk } from '../../support/desk.js';

/** Follow-up tasks of staff, in June 2056, after everything else. */
export function taskCases(deskOf: () => TestDesk): void {
  describe('follow-up tasks, from Monday, June 5, 2056', () => {
    const ids: Record<string, string> = {};
    const path = (name: string, what: string) => `/api/v1/ta-requests/${ids[name]}/${what}`;
    const to = (at: string) => deskOf().advance({ to: at });
    const decided = (name: string, decision: object) =>
      deskOf().api('POST', path(name, 'decisions'), { body: decision, as: 'coordinator' });
    const tasks = async (name: string) => (await deskOf().api('GET', path(name, 'tasks'))).body.items;
    const told = async (name: string) => {
      const { items } = (await deskOf().api('GET', `/api/v1/messages?about=${ids[name]}&limit=100`)).body;
      return items
        .filter(({ kind }: { kind: string }) => kind.startsWith('task-'))
        .map(({ kind, to: whom, status }: { kind: string; to: string[]; status: string }) =>
          [kind, ...whom.map((email) => email.split('@')[0]).sort(), status].join(' '),
        );
    };
    const add = async (name: string, dueOn: string) => {
      const task = { kind: 'add-task', what: `Call about ${name}.`, to: 'ana@desk.example', dueOn };
      return decided(name, task);
    };

    test('a task is due on a business day ahead', async () => {
      await to('2056-06-05T10:00:00-07:00');
      for (const name of ['forgotten', 'done', 'moved', 'ended']) {
        ids[name] = (await deskOf().submit({}, { email: `task-${name}@legal-aid.example` })).id;
      }
      expect(await add('done', '2056-06-10')).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect(await add('done', '2056-06-02')).toMatchObject({ status: 422, body: { code: 'invalid' } });
      for (const name of ['forgotten', 'done', 'moved', 'ended']) {
        expect(await add(name, '2056-06-07')).toMatchObject({ status: 200 });
      }
      expect(await tasks('done')).toMatchObject([
        {
          what: 'Call about done.',
          status: 'open',
          dueOn: '2056-06-07',
          assignee: { email: 'ana@desk.example' },
        },
      ]);
      const event = { requestId: ids.done ?? '', type: 'task-added' };
      const { data } = await deskOf().wired.services.db.processEvent.findFirstOrThrow({ where: event });
      expect(JSON.stringify(data)).not.toContain('Call about');
    });

    test('done, moved and handed over it is not reminded of as before; what was forgotten is, twice', async () => {
      const [done] = await tasks('done');
      const [moved] = await tasks('moved');
      expect(await decided('done', { kind: 'finish-task', task: done.id })).toMatchObject({ status: 200 });
      expect(await decided('done', { kind: 'cancel-task', task: done.id })).toMatchObject({ status: 409 });
      const change = { kind: 'change-task', task: moved.id, to: 'dora@desk.example', dueOn: '2056-06-20' };
      expect(await decided('moved', change)).toMatchObject({ status: 200 });
      const ended = await deskOf().api('POST', path('ended', 'withdrawal'), { body: {} });
      expect(ended).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
      await to('2056-06-15T10:00:00-07:00');
      const timeline = async (name: string) =>
        (await deskOf().timeline(ids[name] ?? '')).filter((line) => line.startsWith('task-'));
      expect(await timeline('forgotten')).toEqual([
        'task-added 2056-06-05T10:00',
        'task-reminded 2056-06-07T09:00',
        'task-overdue 2056-06-09T09:00',
      ]);
      expect(await told('forgotten')).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^task-due ana /),
          expect.stringMatching(/^task-overdue ana cora /),
        ]),
      );
      expect([await timeline('done'), await timeline('moved')]).toEqual([
        ['task-added 2056-06-05T10:00', 'task-done 2056-06-05T10:00'],
        ['task-added 2056-06-05T10:00', 'task-changed 2056-06-05T10:00'],
      ]);
      expect(await tasks('ended')).toMatchObject([{ status: 'ended' }]);
      expect(await told('ended')).toContainEqual(expect.stringMatching(/^task-ended ana /));
      await to('2056-06-20T09:30:00-07:00');
      expect(await timeline('moved')).toEqual([
        'task-added 2056-06-05T10:00',
        'task-changed 2056-06-05T10:00',
        'task-reminded 2056-06-20T09:00',
      ]);
    });

    test('the list finds them: of somebody, due by now', async () => {
      const found = async (query: string) =>
        (await deskOf().api('GET', `/api/v1/ta-requests?${query}`)).body.items.map(
          ({ id }: { id: string }) => id,
        );
      expect(await found('taskOf=ana@desk.example')).toEqual([ids.forgotten]);
      expect((await found('tasks=due')).sort()).toEqual([ids.forgotten, ids.moved].sort());
    });

    test('a task that is open goes on in the next episode of an answered request', async () => {
      const desk = deskOf();
      const id = ids.moved ?? '';
      await desk.decide(id, { kind: 'draft-response', body: 'An answer.' }, 'attorney');
      await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
      await desk.decide(id, { kind: 'send-response' }, 'reviewer');
      await desk.decide(id, { kind: 'reopen', reason: 'A slip.' }, 'coordinator');
      const [open] = await tasks('moved');
      expect(open).toMatchObject({ status: 'open', assignee: { email: 'dora@desk.example' } });
      expect(await decided('moved', { kind: 'finish-task', task: open.id })).toMatchObject({ status: 200 });
    });
  });
}
