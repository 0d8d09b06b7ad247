import type { OpenTask, RequestState } from './state.js';

/** Open at once, of one request. */
export const MOST_OPEN_TASKS = 20;
/** In one episode: its deadlines are numbered by them. */
export const MOST_TASKS = 500;
export const MAX_TASK_TEXT = 2_000;

/** A task ends with its request, which is what it is about. */
export const TASK_STATUSES = ['open', 'done', 'cancelled', 'ended'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Those that are not done. */
export const openTasks = ({ tasks }: Pick<RequestState, 'tasks'>): readonly OpenTask[] => tasks ?? [];

export const openTask = (state: Pick<RequestState, 'tasks'>, id: string | undefined): OpenTask | undefined =>
  openTasks(state).find((task) => task.id === id);
