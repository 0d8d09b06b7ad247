import type { RequestStatus } from '../../../../../domain/requests/statuses.js';

const leaveOut =
  'Leave out your client’s name, A-number, receipt numbers, Social Security number and date of birth.';

/** Words of writing to us about a request, while it is open and afterwards. */
export const letterText = {
  message: {
    title: 'Write to us about this request',
    lead: [
      'Our staff will be told that you wrote, and the reply will appear on the page of the request. The date for our answer does not change.',
    ],
    label: 'Your message',
    hint: leaveOut,
    missing: 'Write your message.',
    toAnswer: 'Do you want to answer our question? The clock restarts only with an answer:',
    answer: 'Answer our question',
    toName: 'We need the name of another supervisor from you. The clock restarts only with it:',
    name: 'Name another supervisor',
    confirm: 'I have checked it; send it as it is',
    button: 'Send the message',
    done: 'Your message was sent. We will email you when we have replied.',
  },
  'follow-up': {
    title: 'Ask a follow-up question',
    lead: [
      'You can ask one follow-up question about our answer. We answer it in writing, and email you when the answer is ready.',
      'If something has changed, or you need a new answer, ask us to reopen the request instead.',
    ],
    label: 'Your follow-up question',
    hint: leaveOut,
    missing: 'Write your question.',
    toAnswer: '',
    answer: '',
    toName: '',
    name: '',
    confirm: 'I have checked it; send it as it is',
    button: 'Send the question',
    done: 'Your follow-up question was sent.',
  },
  reopening: {
    title: 'Ask us to reopen this request',
    lead: [
      'Say what is unclear, or what has changed. Someone on our staff will decide, and we will email you.',
      'If we reopen it, it keeps its original date, and the time for our answer starts over.',
    ],
    label: 'Why should it be reopened?',
    hint: leaveOut,
    missing: 'Say why it should be reopened.',
    toAnswer: '',
    answer: '',
    toName: '',
    name: '',
    confirm: 'I have checked it; send it as it is',
    button: 'Ask us',
    done: 'Your request to reopen was sent. We will email you when we have decided.',
  },
};

/** What was typed on a page of a request while its session was lost, and the request went on or ended without it. */
export const tooLateText = {
  title: 'This came too late',
  ended: (reference: string, status: RequestStatus) =>
    `${
      {
        responded: `We answered request ${reference}`,
        merged: `Request ${reference} was merged into another one`,
      }[status as string] ?? `Request ${reference} ended`
    } before this was sent.`,
  goesOn: (reference: string) => `Request ${reference} does not wait for this any more.`,
  reopening: {
    lead: 'Nothing was sent. You can ask us to reopen the request: paste what you copied where we ask why.',
    link: 'Ask us to reopen it',
  },
  message: {
    lead: 'Nothing was sent. If we should still read it, paste what you copied into a message about the request.',
    link: 'Write to us about this request',
  },
  page: { lead: 'Nothing was sent. The page of the request says how it stands.', link: 'Go to the request' },
};
