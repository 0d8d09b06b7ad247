/** Words of how the days are counted. */
export const clockText = {
  title: 'How we count the days',
  lead: (days: number, extra: number) =>
    `We promise an answer within ${days} business days.${extra > 0 ? ` For this request we have given ourselves ${extra} more, ${days + extra} in all.` : ''} The day we receive a request doesn’t count, nor do weekends, federal holidays and days on which our office is closed. What arrives after closing time counts as received on the next business day.`,
  due: (when: string) => `Answer due ${when}.`,
  wasDue: (when: string) => `The answer was due ${when}.`,
  aim: (day: string, name: string, date: string) =>
    `We aim to answer by ${day} because the ${name} is ${date}.`,
  noDue: 'There is no due date at the moment.',
  followUp: 'The follow-up question',
  followUpCaption: 'Each day of the follow-up question, and whether it counts',
  followUpLead: (due: string) =>
    `A follow-up question has a promise of its own, counted on the same calendar. Its answer is due ${due}.`,
  columns: { date: 'Day', what: 'What it was', count: 'Days used' },
  caption: 'Each day, and whether it counts',
  kinds: {
    received: 'Received',
    counted: 'Counts',
    weekend: 'Weekend',
    holiday: 'Holiday',
    closure: 'Office closed',
    paused: 'Clock paused',
    due: 'Answer due',
  },
  reasons: {
    weekend: 'on a weekend, so it counts from the next business day',
    'after-hours': 'after closing time, so it counts from the next business day',
    'day-0': 'counts as the day of receipt',
    floor: 'kept, although a closure was taken back',
  } as Record<string, string>,
  empty: 'The clock has not started, so there are no days to show.',
};
