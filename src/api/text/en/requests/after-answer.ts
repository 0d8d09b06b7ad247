import { count } from '../pages/count.js';
import type { Group } from './group.js';

/** What goes on after the answer: a follow-up question, how it was, the end by itself. */
export const afterAnswer = {
  decisions: {
    'answer-follow-up': {
      link: 'Answer the follow-up question',
      title: 'Answer the follow-up question',
      intro:
        'This saves a draft. A colleague then reads it and sends it, as with the answer. Leave out names and numbers that could identify a client.',
      button: 'Save this version',
      done: 'Version saved. A colleague can send it now.',
      fields: {
        body: { label: 'Answer to the follow-up question', missing: 'Write the answer first.' },
      },
      kept: { body: { staff: 'Draft of the follow-up’s answer' } },
    },
  },
  events: {
    'follow-up-asked': {
      staff: () => 'Follow-up question asked. It has a clock of its own.',
      outside: { title: 'A follow-up question was asked', own: 'You asked a follow-up question' },
    },
    'follow-up-reminded': {
      staff: ({ n }) =>
        `Reminder that the follow-up’s answer is due${n === undefined ? '' : `, ${count(n, 'business day')} before`}.`,
    },
    'follow-up-escalated': {
      staff: () => 'The follow-up question is past due. Directors and the requester told.',
      outside: { title: 'Our answer to the follow-up question is taking longer' },
    },
    'follow-up-answered': {
      staff: () => 'Follow-up question answered.',
      outside: { title: 'We answered the follow-up question' },
    },
    'closing-told': {
      staff: () => 'Requester told that this will close by itself.',
      outside: { title: 'We announced that the request will close' },
    },
    'closing-held': { staff: () => 'It does not close by itself until the reopening is decided.' },
    'closing-resumed': { staff: () => 'It will close by itself again.' },
    'feedback-given': {
      staff: () => 'Requester said how it was.',
      outside: { title: 'The requester told us how it was', own: 'You told us how it was' },
    },
  },
  mails: {
    'follow-up-received': 'Follow-up question received',
    'follow-up-asked': 'Follow-up question to answer',
    'follow-up-reminder': 'Reminder: follow-up due',
    'follow-up-escalation': 'Follow-up past due',
    'follow-up-delay': 'Follow-up delayed',
    'follow-up-moved': 'New date for the follow-up',
    'follow-up-answered': 'Follow-up answered',
    'closing-notice': 'Will close by itself',
  },
} satisfies Group;
