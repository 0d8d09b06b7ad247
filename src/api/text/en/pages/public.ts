/** Words of the pages anybody can open. */
export const landingText = {
  title: 'Legal technical assistance for people who help survivors of trafficking',
  survivorTitle: 'Are you a survivor of trafficking?',
  survivor: 'Please call us instead. You don’t need to fill in anything.',
  survivorMore: 'More about the hotline',
  lead: (days: number) =>
    `Ask a legal question in writing and get an answer in writing, free of charge, usually within ${days} business days.`,
  start: 'Ask for assistance',
  isTitle: 'What you get',
  is: [
    'The law and regulations behind your question, explained',
    'Errors in a decision on your case, pointed out',
    'Strategies for the problem you describe',
    'Comments on T visa RFE responses, denials and appeals, and on documents outside of immigration',
  ],
  isNotTitle: 'What this is not',
  isNot: [
    'Extensive research or fact gathering',
    'A final decision or final review',
    'Mentoring',
    'A consultation by phone',
  ],
  whoTitle: 'Who can ask',
  who: 'Attorneys, accredited representatives and those they supervise, social service providers, case managers, law enforcement and program managers who are helping a survivor with a legal matter.',
  time: 'It takes about 15 minutes. If a court or filing date is near, tell us in the form: it comes first.',
  otherTitle: 'Other ways',
  talk: 'I would rather talk to someone',
  when: 'When would I hear back?',
  referrals: 'Referral lists of agencies that serve survivors',
  mine: 'Already asked? Sign in',
  refer: 'To refer a client, call our response line at any hour:',
};

export const hotlineText = {
  title: 'Please call our hotline',
  lead: 'You can talk to a person who knows about trafficking and can help. You decide what you want to tell.',
  call: 'Call',
  kept: 'Nothing you chose on this site was kept.',
  danger: 'If you are in danger right now, call 911.',
  exit: 'To leave this site quickly, use the red button or press Shift three times. Your browser’s history may still show this page.',
};

export const whenText = {
  title: 'When would I hear back?',
  lead: 'Tell us when you would send your request, and we will show the day by which we would answer, and how we count.',
  date: 'Day you send it',
  what: 'The day',
  example: (date: string) => `For example, ${date}`,
  time: 'Time of day',
  before: (closes: string) => `By ${closes}`,
  after: (closes: string) => `Later than ${closes}`,
  show: 'Show the day',
  answer: 'You would hear from us by',
  note: 'This is our promise for a request that needs no courses first. With a court or filing date we aim for an earlier day; at busy times it can take longer, and we then tell you.',
  tooFar: 'Choose a day within two years from today.',
};

export const privacyText = {
  title: 'Privacy',
  sections: [
    {
      title: 'What we ask for, and what we don’t',
      body: [
        'We ask for your name, work e-mail, role and organization, and for facts and questions about a case. We never ask for a client’s name, number or birth date, and the form warns you if it finds one.',
        'Survivors and members of the public are led to our hotline before any form. Nothing of theirs is kept.',
      ],
    },
    {
      title: 'How it is kept',
      body: [
        'What you write about a case is encrypted, with a key of its own for each request. The program’s staff can read it, and each reading is logged; so can a supervisor you named, once they have confirmed. It is erased after a set time.',
        'A form you have begun is kept, encrypted, for one day, and so are documents you send with it. It is erased when you send it or use the exit button. A link to it is mailed to the address in it alone, and says nothing of what is in it.',
        'What you typed when your sign-in ended is kept, encrypted, for seven days, so that you can send it after signing in again.',
        'A form you never confirm through the link in our e-mail is erased after some days. Nobody reads it before.',
      ],
    },
    {
      title: 'What leaves this desk',
      body: [
        'Our e-mails say nothing about your case. Our public figures count requests and never describe one.',
        'We use three kinds of cookies: one keeps you signed in or your form together, one protects forms against misuse, one knows for an hour that a link was asked for here. There is no tracking.',
      ],
    },
    {
      title: 'Not for real case data yet',
      body: ['This desk is still being built. Until this notice goes away, please use invented cases only.'],
    },
  ],
};

export const accessibilityText = {
  title: 'Accessibility',
  sections: [
    {
      title: 'What we aim for',
      body: [
        'Every page should meet the Web Content Accessibility Guidelines 2.2, level AA. You can use all of them with a keyboard alone, with a screen reader, on a small screen, enlarged to 400 percent, and without JavaScript.',
      ],
    },
    {
      title: 'How we check',
      body: [
        'Each page is checked by a program whenever the desk changes, and by hand for what a program can’t see.',
      ],
    },
    {
      title: 'If something is in your way',
      body: [
        'Please write to us at the address below, and say which page it is. We will fix it, and help you in the meantime.',
      ],
    },
  ],
};

export const aboutText = { title: 'About this desk' };

export const mailboxText = {
  title: 'Outbox',
  lead: 'Mail this desk would have sent. No mail server is set up, so messages stay here, newest first.',
  nothing: 'No messages yet.',
  columns: { to: 'To', subject: 'Subject', kind: 'Kind', when: 'When' },
  gone: 'The text of this message was erased.',
  to: 'To',
  cc: 'Copy to',
};
