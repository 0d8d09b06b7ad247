import type { DecisionText } from './decision-text.js';

/** A request that has ended, opened again or not. */
export const reopeningText = {
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
  },
} satisfies Record<string, DecisionText>;
