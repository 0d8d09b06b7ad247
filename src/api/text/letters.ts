const leaveOut =
  'Leave out your client’s name, A-number, receipt numbers, Social Security number and date of birth.';

/** Words of writing to us about a request, while it is open and afterwards. */
export const letterText = {
  message: {
    title: 'Write to us about this request',
    lead: [
      'Whoever works on your request is told that you wrote, and you find the reply on the page of your request. The date for our answer stays as it is.',
    ],
    label: 'Your message',
    hint: leaveOut,
    missing: 'Write your message.',
    toAnswer: 'Do you want to answer our question? The clock goes on only with an answer:',
    answer: 'Answer our question',
    confirm: 'I have checked it; send it as it is',
    button: 'Send the message',
    done: 'Your message is with us. You get a mail when we have replied.',
  },
  reopening: {
    title: 'Ask us to open this request again',
    lead: [
      'Say what is unclear, or what has changed. A person on our staff decides, and you get a mail.',
      'If we open it again, it keeps its first date and the time for our answer begins anew.',
    ],
    label: 'Why should it be opened again?',
    hint: leaveOut,
    missing: 'Say why it should be opened again.',
    toAnswer: '',
    answer: '',
    confirm: 'I have checked it; send it as it is',
    button: 'Ask us',
    done: 'We have what you asked. You get a mail when we have decided.',
  },
} as const;
