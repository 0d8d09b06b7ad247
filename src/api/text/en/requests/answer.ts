import type { Group } from './group.js';

const ofFollowUp = (followUp: boolean | undefined) => (followUp ? ' of the follow-up’s answer' : '');

/** The answer: written, reviewed, sent. */
export const answer = {
  decisions: {
    'draft-response': {
      link: 'Write the answer',
      title: 'Write the answer',
      intro: 'Leave out names and numbers that could identify a client.',
      button: 'Save this version',
      done: 'Version saved.',
      fields: {
        body: { label: 'Answer', missing: 'Write the answer first.' },
      },
      kept: { body: { staff: 'Draft' } },
    },
    'submit-for-review': {
      link: 'Submit for review',
      title: 'Is the draft ready for review?',
      intro: 'A colleague reads it, then sends it or returns it to you.',
      button: 'Submit for review',
      done: 'Submitted for review.',
      kept: { body: { staff: 'Draft' } },
    },
    'return-response': {
      link: 'Return the draft',
      title: 'What should change in the draft?',
      intro: 'The author finds your note on the request and can submit the draft again.',
      button: 'Return the draft',
      done: 'Returned to its author.',
      fields: {
        note: { label: 'What should change', missing: 'Write what should change.' },
      },
      kept: { note: { staff: 'What should change in the draft' }, body: { staff: 'Draft' } },
    },
    'send-response': {
      link: 'Review and send',
      title: 'Send this answer?',
      intro: 'This can’t be taken back. Read the answer as the requester will.',
      button: 'Send the answer',
      done: 'The answer is sent and the clock has stopped.',
    },
  },
  statuses: {
    'in-review': { staff: 'In review', requester: 'Being reviewed' },
    responded: { staff: 'Answered', requester: 'Answered' },
  },
  events: {
    'submitted-for-review': {
      staff: ({ followUp }) => `Draft${ofFollowUp(followUp)} submitted for review.`,
      outside: { title: 'Our answer is written, and a second staff member is reviewing it' },
    },
    'response-returned': {
      staff: ({ followUp, reworded }) =>
        `Draft${ofFollowUp(followUp)} returned to its author${reworded ? ', with changes to its text' : ''}.`,
    },
    responded: { staff: () => 'Answer sent. The clock stopped.', outside: { title: 'We answered' } },
  },
  mails: {
    'draft-returned': 'Draft returned',
    'response-ready': 'Answer ready',
  },
} satisfies Group;
