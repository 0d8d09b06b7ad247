import { listed } from '../../../../domain/text/listed.js';
import { count } from '../pages/count.js';
import type { Group } from './group.js';
import { whileAway } from './while-away.js';

/** How a request is handled while it goes on. */
export const handling = {
  decisions: {
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
    reprioritise: {
      link: 'Change urgency',
      title: 'Is this urgent?',
      intro:
        'Urgent requests come first in the queue. The due date stays. The requester gets no mail about it.',
      button: 'Save',
      done: 'Urgency changed.',
      fields: {
        urgent: {
          legend: 'Urgency',
          yes: 'Urgent',
          no: 'Not urgent',
          missing: 'Choose urgent or not urgent.',
        },
        reason: { label: 'Reason', missing: 'Write a reason.' },
      },
      kept: { reason: { staff: 'Reason for the change of urgency' } },
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
  },
  statuses: {
    queued: { staff: 'In the queue', requester: 'In the queue' },
    'in-progress': { staff: 'In progress', requester: 'Being worked on' },
  },
  events: {
    assigned: {
      staff: (data, names) =>
        `Assigned to ${data.assigneeId ? names.staff(data.assigneeId) : 'a colleague'}${whileAway(data, names.staff)}.`,
      outside: {
        title: 'Someone on our staff took the request',
        again: 'Someone else on our staff has the request now',
      },
    },
    'unassigned-reminded': { staff: () => 'Coordinators reminded that nobody has taken this request.' },
    reprioritised: { staff: ({ urgent }) => (urgent ? 'Marked as urgent.' : 'Marked as not urgent.') },
    reclassified: {
      staff: ({ requestKind, documentKind, clock, missing }, names) =>
        [
          `Kind changed to ${requestKind ? names.kind(requestKind) : 'another kind'}${
            documentKind ? `, ${names.document(documentKind)}` : ''
          }.`,
          missing?.length ? `Still to pass: ${listed(missing.map(names.course))}.` : '',
          clock === 'started' ? 'The clock started.' : '',
          clock === 'reset' ? 'The clock starts again once they are passed.' : '',
        ]
          .filter(Boolean)
          .join(' '),
      outside: { title: 'We changed the kind of request' },
    },
  },
  mails: {
    assigned: 'Assigned',
    'unassigned-reminder': 'Nobody has taken it',
  },
} satisfies Group;
