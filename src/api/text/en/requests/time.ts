import { count } from '../pages/count.js';
import { DATE_HINT } from '../pages/date.js';
import type { Group } from './group.js';

const before = (n: number | undefined) => (n === undefined ? '' : `, ${count(n, 'business day')} before`);

/** How long it takes: the promise, and a court or filing date. */
export const time = {
  decisions: {
    extend: {
      link: 'Extend the deadline',
      title: 'How much longer will it take?',
      intro:
        'The requester is told the new date and your reason. Reports count the request outside of the promise.',
      button: 'Extend',
      done: 'Extended. The requester is told.',
      fields: {
        businessDays: {
          label: 'Business days',
          hint: (max: number) => `Up to ${max} without a director; a second extension needs a director, too.`,
          missing: 'Enter the number of business days.',
          notNumber: 'Enter a whole number of business days, like 3.',
        },
        reason: { label: 'Reason, as the requester will read it', missing: 'Write a reason.' },
      },
      kept: {
        reason: { staff: 'Reason told to the requester for more time', requester: 'Why we need more time' },
      },
    },
    'change-deadline': {
      link: 'Change the court or filing date',
      title: 'Is there a court or filing date?',
      intro: 'We aim to answer a few business days before it, and warn the people working on the request.',
      button: 'Save',
      done: 'Court or filing date changed.',
      fields: {
        deadlineKind: {
          legend: 'Kind of date',
          court: 'Court date',
          filing: 'Filing deadline',
          none: 'There is no such date',
          missing: 'Choose a kind of date, or say that there is none.',
        },
        date: {
          legend: 'Date',
          hint: DATE_HINT,
        },
      },
    },
  },
  events: {
    'due-reminded': { staff: ({ n }) => `Reminder that an answer is due${before(n)}.` },
    escalated: {
      staff: ({ level }) =>
        `Past due: directors told${level ? ` (escalation level ${level})` : ''}, requester told of the delay.`,
      outside: { title: 'Our answer is late' },
    },
    // Planned for so many days before; it may have left later, so it says only which warning it was.
    'deadline-warned': {
      staff: ({ n }, names) =>
        `Coordinators, and whoever had this request, were warned of the ${names.courtDate}${n === undefined ? '' : ` (the warning set for ${count(n, 'business day')} before it)`}.`,
    },
    'deadline-passed': {
      staff: (_data, names) => `The ${names.courtDate} passed without an answer. Directors told.`,
    },
    extended: {
      staff: ({ businessDays }) => `Extended by ${count(businessDays ?? 0, 'business day')}. Requester told.`,
      outside: {
        title: 'We need more time',
        text: ({ businessDays }) =>
          businessDays === undefined
            ? ''
            : `${businessDays} more business ${businessDays === 1 ? 'day' : 'days'}`,
      },
    },
    'court-deadline-changed': {
      staff: () => 'Court or filing deadline changed.',
      outside: { title: 'The court or filing date was changed' },
    },
    'calendar-changed': {
      staff: ({ dueAt }, names) =>
        `The office calendar changed: a closure was entered or removed.${dueAt ? ` Now due ${names.when(dueAt)}.` : ''}`,
    },
  },
  mails: {
    'due-reminder': 'Due soon',
    escalation: 'Past due, to directors',
    'delay-notice': 'Delay notice',
    'extension-notice': 'Extension notice',
    'deadline-warning': 'Court or filing deadline warning',
    'deadline-moved': 'Due date moved',
    'court-date-changed': 'Court or filing date changed',
  },
} satisfies Group;
