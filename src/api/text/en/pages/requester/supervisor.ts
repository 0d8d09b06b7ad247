/** Words of the page that the supervisor’s link opens. */
export const supervisorText = {
  whose: {
    title: 'Which address was this link mailed to?',
    lead: (address: string) =>
      `This link was mailed to ${address}. We ask because you are not signed in here, and a link that was passed on must not answer for anybody.`,
    label: 'E-mail address',
    wrong: 'Enter the address this link was mailed to.',
    tooMany:
      'A wrong address was typed too often. Sign in with the address this link was mailed to and open it again, or try again in an hour.',
    go: 'Go on',
  },
  title: 'Do you supervise this person?',
  lead: (name: string, program: string) =>
    `${name} has asked ${program} for legal technical assistance and named you as supervising attorney or accredited representative.`,
  what: 'If you confirm, you will get a copy of our answer and can see the request after signing in. Until then, we show you nothing of it.',
  confirm: 'I supervise this person',
  refuse: 'I don’t supervise this person',
  unknown: 'I don’t know this person',
  reference: 'Reference',
  thanks: 'Thank you',
  confirmed:
    'You have confirmed. We will copy you on our answer. Sign in with this email address to see the request.',
  refused: 'Thank you for telling us. We will ask for someone else and won’t write to you about this again.',
  signIn: 'Sign in',
  expired: {
    title: 'This link has expired',
    lead: 'Links like this one work for 30 days. We can send a new one to the mailbox this one came to.',
    button: 'Send a new link',
    sentTitle: 'Check your mail',
    sent: 'A new link is on its way to the address the last one went to. It works for 30 days.',
  },
};
