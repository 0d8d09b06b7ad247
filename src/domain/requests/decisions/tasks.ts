import { EVERYONE } from '../../people/permissions.js';
import { because, type Problem } from '../../result.js';
import type { IsoDate } from '../../time/instant.js';
import type { RequestState } from '../state.js';
import { OPEN_STATUSES, type RequestStatus } from '../statuses.js';
import { MOST_OPEN_TASKS, MOST_TASKS, openTask, openTasks } from '../tasks.js';
import { decision } from './sheet.js';

/** After the answer there is still something to do at times; with its end a request's tasks end. */
const WHILE_ALIVE: readonly RequestStatus[] = [...OPEN_STATUSES, 'responded'];
const WHAT = { what: { keptAs: 'task', readBy: 'staff' } } as const;

interface OfTask {
  task: string;
}

export const addTask = decision<
  { kind: 'add-task'; assigneeId: string; insteadOf?: string; dueOn: IsoDate } & OfTask
>()({
  by: EVERYONE,
  words: WHAT,
  allowedIn: WHILE_ALIVE,
  refuse: (state) =>
    openTasks(state).length >= MOST_OPEN_TASKS
      ? because('too-many-tasks', { most: MOST_OPEN_TASKS })
      : (state.tasksMade ?? 0) >= MOST_TASKS
        ? because('too-many-tasks-ever', { most: MOST_TASKS })
        : null,
  mildest: () => ({ kind: 'add-task', task: '', assigneeId: '', dueOn: '' }),
  carryOut(state, { task, assigneeId, insteadOf, dueOn }, at) {
    const n = (state.tasksMade ?? 0) + 1;
    return {
      type: 'task-added',
      change: {
        tasks: [...openTasks(state), { id: task, n, assigneeId, dueOn, since: at }],
        tasksMade: n,
      },
      data: { task, assigneeId, dueOn, ...(insteadOf ? { insteadOf } : {}) },
    };
  },
});

export const changeTask = decision<
  {
    kind: 'change-task';
    assigneeId?: string;
    insteadOf?: string;
    dueOn?: IsoDate;
    reworded?: boolean;
  } & OfTask
>()({
  by: EVERYONE,
  words: WHAT,
  allowedIn: WHILE_ALIVE,
  refuse: gone,
  mildest: ({ state }) => firstOf(state, 'change-task'),
  carryOut: (state, { kind: _kind, ...changed }, at) => ({
    type: 'task-changed',
    change: {
      tasks: openTasks(state).map((task) =>
        task.id === changed.task
          ? {
              ...task,
              assigneeId: changed.assigneeId ?? task.assigneeId,
              dueOn: changed.dueOn ?? task.dueOn,
              since: at,
            }
          : task,
      ),
    },
    data: changed,
  }),
});

export const finishTask = decision<{ kind: 'finish-task' } & OfTask>()({
  by: EVERYONE,
  allowedIn: WHILE_ALIVE,
  refuse: gone,
  mildest: ({ state }) => firstOf(state, 'finish-task'),
  carryOut: (state, { task }) => ({ type: 'task-done', change: without(state, task), data: { task } }),
});

export const cancelTask = decision<{ kind: 'cancel-task' } & OfTask>()({
  by: EVERYONE,
  allowedIn: WHILE_ALIVE,
  refuse: gone,
  mildest: ({ state }) => firstOf(state, 'cancel-task'),
  carryOut: (state, { task }) => ({ type: 'task-cancelled', change: without(state, task), data: { task } }),
});

/** Done or cancelled meanwhile, or never there. */
function gone(state: RequestState, { task }: OfTask): Problem | null {
  return openTask(state, task) ? null : because('no-open-task');
}

function firstOf<K extends string>(state: RequestState, kind: K): ({ kind: K } & OfTask) | null {
  const [first] = openTasks(state);
  return first ? { kind, task: first.id } : null;
}

const without = (state: RequestState, id: string): Partial<RequestState> => ({
  tasks: openTasks(state).filter((task) => task.id !== id),
});
