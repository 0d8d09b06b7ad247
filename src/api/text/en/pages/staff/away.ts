import type { MailKindAbout } from '../../../../../domain/mail/kinds.js';

/** Kinds of mail about times away. */
export const absenceMailKinds: Record<string, string> = {
  'stand-in-named': 'Named to stand in',
  'stand-in-begins': 'Standing in begins',
  'stand-in-ends': 'Standing in ends',
  'absence-set': 'Time away set by a colleague',
  'back-again': 'Back again',
  'stand-in-gone': 'Nobody stands in',
} satisfies Record<MailKindAbout<'absence'>, string>;

/** Who is away, and who stands in. */
const awayText = {
  title: 'Times away',
  lead: 'Who is away, and who stands in. The reason is nobody’s business here: please don’t write it anywhere.',
  listLabel: 'Times away',
  live: 'Now and ahead',
  ended: 'Over',
  empty: 'Nobody.',
  older: 'Earlier ones',
  columns: { person: 'Who', days: 'When', standIn: 'Stand-in', work: 'Their work' },
  statuses: { planned: 'Planned', 'under-way': 'Away now', returned: 'Back', cancelled: 'Taken back' },
  you: (name: string) => `${name} (you)`,
  nobody: 'Nobody: name somebody',
  awayOn: (first: string, last: string) => (first === last ? `away ${first}` : `away ${first} to ${last}`),
  forWhom: 'Set a time away for',
  choosePerson: 'Choose',
  isAway: (name: string) => `Who is away: ${name}`,
  days: (first: string, last: string) => (first === last ? first : `${first}, to ${last}`),
  comesBack: 'Comes back afterwards',
  work: {
    all: {
      text: 'Handed over: all that is open',
      hint: 'Requests, follow-up questions and follow-up tasks, when it begins.',
    },
    due: {
      text: 'Handed over: what is due meanwhile',
      hint: 'The rest stays; mails about it go to the stand-in.',
    },
    mails: {
      text: 'Stays; the stand-in gets the mails',
      hint: 'New assignments can be given to the stand-in, too.',
    },
  },
  setHeading: 'Set a time away',
  setLead:
    'It begins at 9:00 AM on the first day, or at once if that has passed. It ends at 9:00 AM on the first business day after the last day. Meanwhile mails, reminders and the daily digest about the work go to the stand-in.',
  fields: {
    person: 'Who is away',
    firstDay: 'First day away',
    firstDayWhat: 'The first day',
    lastDay: 'Last day away',
    lastDayWhat: 'The last day',
    lastDayHint: 'The same as the first for a single day.',
    standIn: 'Who stands in',
    standInHint: 'Somebody who may decide the same, and is there all those days.',
    standInMissing: 'Choose who stands in.',
    choose: 'Choose somebody',
    work: 'What becomes of the work',
    workMissing: 'Choose what becomes of the work.',
    takeBack: 'What was handed over comes back afterwards',
    takeBackHint: 'Only what is still open, and still with the stand-in.',
  },
  set: 'Set the time away',
  save: 'Save changes',
  over: { cancel: 'Cancel: not away after all', end: 'End it now: back early' },
  back: 'Back to times away',
  change: 'Change',
  changeTitle: (name: string) => `Time away of ${name}`,
  beforeLead: 'It has not begun. Whoever stands in hears of a change.',
  meanwhileLead:
    'It has begun. If another colleague stands in from now on, what was handed over and is still open goes to them.',
  done: {
    set: 'The time away is set. Whoever stands in hears of it by e-mail.',
    change: 'The time away is changed.',
    cancel: 'The time away is taken back.',
    end: 'The time away has ended. What was to come back does so now.',
  },
  /** Behind a name. */
  awayUntil: (day: string) => `away until ${day}`,
  withStandIn: (until: string, name: string) => `${until}; ${name} stands in`,
  /** Where what is given to them goes by itself. */
  givenTo: (until: string, name: string) => `${until}; it goes to ${name}, who stands in`,
  /** Above the queue. */
  youAre: (until: string) => `You are ${until}.`,
  youStandIn: (people: string) => `You stand in for ${people}.`,
  until: (name: string, day: string) => `${name} (until ${day})`,
  /** On forms that give work to somebody. */
  whenAway: {
    label: 'If they are away',
    rest: 'Where the rest of their work went',
    standIn: 'To their stand-in',
    them: 'To them all the same',
  },
};

export const awayTexts = { away: awayText, 'away/:id': awayText };
