import { count } from '../count.js';

/** Words of the facilitator’s live view. */

export const liveText = {
  title: 'Live view',
  on: (n: number, all: number) => `On now: question ${n} of ${all}`,
  noneOn: 'No question is on',
  noneOnHint: 'Put one on when the call begins. Everybody who looks at this page sees the same question.',
  nothing: 'No question is selected.',
  previous: 'Previous question',
  next: 'Next question',
  first: 'Begin with question 1',
  takeOff: 'Take it off',
  putOn: 'Put on',
  number: (n: number) => `Question ${n}`,
  all: 'Questions of this call',
  onMark: 'On now',
  inMark: 'Asker is in',
  outMark: 'Asker is not in',
  refresh: 'Refresh',
  asOf: (time: string) => `As of ${time}.`,
  inHeading: 'Who is in',
  inNow: (n: number) => (n === 0 ? 'Nobody is in.' : `${count(n, 'person is', 'people are')} in now.`),
  wereIn: (n: number) => `${count(n, 'person', 'people')} known to be in or to have been in.`,
  inWaiting: 'Nobody has come in yet, as far as Zoom has told.',
  inUnknown: 'Not known. Zoom tells it once it is connected; without it, look at the meeting itself.',
  noName: 'Somebody without a name',
  askerIn: 'The asker is in.',
  askerOut: 'The asker is not in.',
  gone: 'This question is not selected any more. Choose another.',
  over: 'The call is over.',
};
