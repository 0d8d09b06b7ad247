import { count } from '../count.js';

/** Due dates as staff read them. */
export const dueText = {
  notStarted: 'Clock not started',
  notStartedLong: 'The clock has not started. It starts by itself when the last missing course is passed.',
  stopped: 'Clock stopped',
  stoppedLong: (due: string) => `The clock has stopped. It was due ${due}.`,
  paused: 'Clock paused',
  due: (day: string) => `Due ${day}`,
  dueLong: (day: string) => `An answer is due ${day}.`,
  wasDue: (day: string) => `Was due ${day}`,
  overdueLong: (day: string) => `An answer was due ${day}.`,
  dueToday: 'Due today',
  followUpDue: (day: string) => `Follow-up due ${day}`,
  followUpDueLong: (day: string) => `The answer to the follow-up question is due ${day}.`,
  followUpWasDue: (day: string) => `Follow-up was due ${day}`,
  followUpWasDueLong: (day: string) => `The answer to the follow-up question was due ${day}.`,
  because: {
    court: (date: string) => `because of the court date, ${date}`,
    filing: (date: string) => `because of the filing date, ${date}`,
  },
  ofDate: {
    court: (date: string) => `for court ${date}`,
    filing: (date: string) => `for filing ${date}`,
  },
  target: (day: string) => `Target ${day}`,
  targetLong: (day: string, why: string) => `The target is ${day}, ${why}.`,
  wasTarget: (day: string) => `Target was ${day}`,
  wasTargetLong: (day: string, why: string) => `The target was ${day}, ${why}; no answer has gone out.`,
  targetToday: 'Target is today',
  promised: (day: string) => `Promised ${day}`,
  left: (left: number) => `${count(left, 'business day')} left`,
};
