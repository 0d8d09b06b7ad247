import { count } from '../count.js';

/** Words of the facilitator’s live view. */

export const liveText = {
  title: 'Live view',
  on: (n: number, all: number) => `Question ${n} of ${all}`,
  nothing: 'No question is selected.',
  previous: 'Previous question',
  next: 'Next question',
  refresh: 'Refresh',
  inHeading: 'Who is in',
  inNow: (n: number) => `${count(n, 'person', 'people')} known to be in or to have been in.`,
  inUnknown: 'Not known. Zoom tells it once it is connected; without it, look at the meeting itself.',
  askerIn: 'The asker is in.',
  askerOut: 'The asker is not known to be in.',
} as const;
