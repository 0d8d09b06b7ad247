import { count } from '../count.js';

/** Words of the board of the series. */

export const boardText = {
  title: 'Calls',
  empty: 'No call is planned.',
  paused: 'Paused: no further calls are planned.',
  planned: (until: string) => `Planned through ${until}.`,
  waiting: (n: number) =>
    n === 1 ? '1 registration waits for a decision' : `${n} registrations wait for a decision`,
  noneWaiting: 'No registrations are waiting.',
  approved: (n: number, capacity: number | null) =>
    `${count(n, 'approved registrant')}${capacity === null ? '' : `; the meeting holds ${capacity.toLocaleString('en-US')}`}`,
  aboveCapacity: 'More are registered than can be in at once',
  change: 'Skip a date, add a call or pause',
  columns: { call: 'Call', status: 'Status', questions: 'Questions', next: 'Next' },
  questions: (asked: number, places: number) => `${asked} asked, ${count(places, 'place')}`,
  dayOff: (name: string) => `On ${name}`,
  needsConfirmation: 'Confirm, move or cancel it',
  confirmed: 'Confirmed by staff',
  eve: 'On the eve of a day off',
  noLink: 'No join link',
  noAttendance: 'Attendance not known',
  later: (n: number) =>
    n === 1
      ? '1 later call planned; it appears here as it comes closer.'
      : `${n} later calls planned; they appear here as they come closer.`,
};
