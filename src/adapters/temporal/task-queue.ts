/** One task queue serves workflows and activities. */
export const TASK_QUEUE = 'ta-desk';
