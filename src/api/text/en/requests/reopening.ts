import type { Group } from './group.js';

/** A request that has ended, opened again or not. */
export const reopening = {
  decisions: {
    reopen: {
      link: 'Reopen',
      title: 'Why is this reopened?',
      intro:
        'It comes back with its first date and place in the queue. The clock counts from today. The requester is told that it is open again, not why.',
      button: 'Reopen',
      done: 'Reopened.',
      fields: {
        reason: { label: 'Reason', missing: 'Write a reason.' },
      },
      kept: { reason: { staff: 'Reason for reopening' } },
    },
    'refuse-reopening': {
      link: 'Refuse to reopen',
      title: 'Why is this not being reopened?',
      intro:
        'The request stays as it is. The requester gets a mail with a link and reads your reason after signing in.',
      button: 'Refuse',
      done: 'Refused. The requester is told.',
      fields: {
        reason: { label: 'Reason, as the requester will read it', missing: 'Write a reason.' },
      },
      kept: { reason: { staff: 'Why it is not being reopened', requester: 'Why we are not reopening it' } },
    },
  },
  events: {
    reopened: {
      staff: () => 'Reopened. The clock counts from that day; its place in the queue stays.',
      outside: { title: 'We reopened the request' },
    },
    'reopening-asked': {
      staff: () => 'Asked us to reopen the request.',
      outside: { title: 'We were asked to reopen it' },
    },
    'reopening-refused': {
      staff: () => 'Reopening refused. Requester told.',
      outside: { title: 'We decided not to reopen it' },
    },
  },
  mails: {
    reopened: 'Reopened',
    'reopening-requested': 'Reopening asked for',
    'reopening-refused': 'Reopening refused',
  },
} satisfies Group;
