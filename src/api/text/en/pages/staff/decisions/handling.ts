import { count } from '../../count.js';
import { DATE_HINT } from '../common.js';
import type { DecisionText } from './decision-text.js';

/** Decisions on how a request is handled while it goes on. */
export const handlingText = {
  assign: {
    link: 'Assign',
    title: 'Who should answer this?',
    intro: 'The person you choose gets a mail with a link. Reminders about the due date go to them.',
    button: 'Assign',
    done: 'Assigned.',
    fields: {
      to: {
        label: 'Staff member',
        missing: 'Choose who should answer this.',
        cannotAnswer: 'cannot write the answer',
        openRequests: (n: number) => count(n, 'open request'),
      },
    },
  },
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
  },
  reprioritise: {
    link: 'Change urgency',
    title: 'Is this urgent?',
    intro:
      'Urgent requests come first in the queue. The due date stays. The requester gets no mail about it.',
    button: 'Save',
    done: 'Urgency changed.',
    fields: {
      urgent: { legend: 'Urgency', yes: 'Urgent', no: 'Not urgent', missing: 'Choose urgent or not urgent.' },
      reason: { label: 'Reason', missing: 'Write a reason.' },
    },
  },
  reclassify: {
    link: 'Change the kind',
    title: 'What kind of request is this?',
    intro:
      'A review of a T visa document waits for the courses it needs; the clock then starts when they are passed.',
    button: 'Change the kind',
    done: 'Kind changed.',
    fields: {
      requestKind: { legend: 'Kind of request', missing: 'Choose a kind.' },
      documentKind: { label: 'Document', hint: 'Only for a document review.', none: 'No document' },
      tVisaRelated: {
        legend: 'Is the document T visa related?',
        hint: 'Only for another document.',
        yes: 'Yes',
        no: 'No',
      },
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
} satisfies Record<string, DecisionText>;
