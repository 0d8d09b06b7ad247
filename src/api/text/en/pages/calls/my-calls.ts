/** Words of the page with one's own registrations and questions, of handing over and of the poll. */
export const myCallsText = {
  title: 'My calls',
  done: {
    title: 'Done',
    registered: 'We have your registration.',
    asked: 'We have your question, and have sent you a mail about it.',
    changed: 'Your question is changed.',
    withdrawn: 'Your question is withdrawn.',
    worksheet: 'A copy of the worksheet is with your question.',
    mail: 'Your choice was saved.',
    agree: 'Your question has moved, as you agreed.',
    decline:
      'Your question is not moved. When the questions for the call are chosen, we write to you how it can get a written answer.',
  },
  registrations: 'Registrations',
  noRegistrations: 'You are not registered for any series.',
  inWriting: 'Ask for assistance in writing',
  why: 'Why',
  reply: 'What we said',
  join: 'Join the next call',
  joinHint:
    'This join link is for you alone; please don’t share it. Join with the e-mail address you registered.',
  noLink: (email: string) =>
    `There is no join link yet. It appears here once it is set. If the call is about to begin and there is still none, please write to ${email}.`,
  noNext: 'No call of this series is planned at present.',
  mailOn: 'You hear by e-mail when a call is cancelled or moved.',
  mailOff: 'You get no mail about these calls, so no e-mail tells you when one is cancelled or moved.',
  mailAsk: 'Get mail about these calls',
  nextCall: (at: string) => `The next call: ${at}.`,
  again: 'Register again, with what has changed',
  questions: 'Questions',
  noQuestions: 'You have asked no questions for calls.',
  question: 'Your question',
  asked: (at: string) => `Sent ${at}`,
  until: (at: string) => `You can change or withdraw it until ${at}.`,
  converts: (at: string) => `As you agreed, it will become a request automatically on ${at}.`,
  waitsForSupervisor:
    'It needs the name of your supervisor before it can become a request; it does not become one by itself.',
  callCancelled:
    'The call was cancelled. Nothing is lost: your question can become a request for a written answer.',
  cancelledTag: 'Call cancelled',
  heldTag: 'Call over',
  absentTag: 'Not found on the call',
  offTopicTag: 'Not on this call',
  offTopic:
    'We had asked whether it may move to another call, so it is not discussed on this one. Nothing is lost: it can become a request for a written answer.',
  moveTag: 'May it move?',
  registerFirst: {
    none: 'You are not registered for these calls. Without that you get no join link and can’t be there when your question is discussed.',
    pending: 'Your registration for these calls is not approved yet. You get a join link once it is.',
    out: 'You have no approved registration for these calls, so you get no join link and can’t be there. You can ask for assistance in writing instead.',
  },
  register: (title: string) => `Register: ${title}`,
  absent: 'We did not find you on the call. You can send it as a request.',
  held: 'The call is over.',
  foundAfterAll:
    'The call is over. We had not found you on it at first; our list says by now that you were there.',
  moveProposed: (at: string) =>
    `We would like to move it to another call, which we think suits it better. Please agree or decline by ${at}. Without your consent it is not discussed on a call; after that day it can become a request for a written answer.`,
  answerMove: 'Agree or decline to move it',
  moveDeclined:
    'You declined to move it to another call. It is not discussed on this one; once the questions for it are chosen, it can become a request for a written answer.',
  moveUnanswered:
    'We asked whether it may move to another call, and the time to answer is over. It is not discussed on this one; it can become a request for a written answer.',
  change: 'Change it',
  withdraw: 'Withdraw it',
  makeRequest: 'Make it a request',
  worksheet: 'The EMP worksheet attached to it (PDF)',
  seeRequest: (reference: string) => `See the request ${reference}`.trim(),
  mail: 'Change which mail you get',
  calendar: 'See the coming calls',
};

export const handoverText = {
  title: 'Make your question a request',
  signIn: {
    title: 'Sign in to go on',
    lead: 'This link belongs to something you sent us. Sign in with the e-mail address that got the link, and it opens.',
    button: 'Sign in',
  },
  lead: 'Nothing is lost: your question becomes a request for a written answer with one click. It is filled in already and keeps its first date.',
  question: 'Your question',
  first: 'First asked',
  call: 'For the call',
  supervisor: 'Your supervisor',
  supervisorLead:
    'In your role a legal supervisor is named with every request: an attorney or DOJ accredited representative, other than yourself. They get the answer too, after confirming once.',
  send: 'Make it a request',
  done: {
    title: 'It is already a request',
    lead: 'Your question has become a request.',
    see: 'See the request',
  },
  closed: {
    title: 'This can’t become a request',
    withdrawn: 'You have withdrawn the question.',
    moved: 'As agreed with you, the question is now for another call.',
    mine: 'See your questions',
  },
  notYours: {
    title: 'There is nothing here for this address',
    lead: 'Did the link reach you at another e-mail address? Then sign out, and sign in with that one.',
  },
};

export const moveText = {
  title: 'May we move your question to another call?',
  lead: 'We think that another call suits your question better than the one you asked it for. It keeps its date there.',
  from: 'You asked it for',
  to: 'We would take it up on',
  until: (at: string) =>
    `Please say by ${at}. If you decline, or do not answer, it is not discussed on a call; after that day it can become a request for a written answer.`,
  agree: 'Yes, move it',
  decline: 'No, do not move it',
  missing: 'Choose whether it may move.',
  taken:
    'You or your organization have a question for that call already. Withdraw that one first, or decline.',
  closed: {
    title: 'There is nothing left to answer',
    lead: 'You have answered already, or the time for it is over. Your page says what became of the question.',
  },
};

export const pollText = {
  title: 'How was the call?',
  lead: 'Two questions, 30 seconds. No one sees who answered; we keep only the numbers. If you send it again, your new answer replaces the first.',
  useful: 'How useful was the call for your work?',
  easyToFollow: 'How easy was it to follow?',
  scale: {
    useful: ['1: not useful', '2', '3', '4', '5: very useful'],
    easyToFollow: ['1: hard', '2', '3', '4', '5: easy'],
  },
  errors: {
    useful: 'Choose how useful the call was.',
    easyToFollow: 'Choose how easy it was to follow.',
  },
  send: 'Send',
  thanks: { title: 'Thank you', lead: 'Your answers help us make the calls better.' },
  until: (day: string) => `You can answer until ${day}.`,
  notYet: { title: 'This call is not over yet', lead: 'Come back after it.' },
  closed: {
    title: 'These questions are closed',
    lead: (day: string) => `They could be answered until ${day}. You can still write to us about the call.`,
    noSeries: 'There are no calls of this kind any more.',
  },
  signIn: {
    title: 'How was the call?',
    lead: 'These questions are for people who are registered for the calls or were there. Sign in, or use the link in our mail about the recap. Each person counts once, and nobody sees who answered.',
    link: 'Sign in',
  },
  notYours: {
    title: 'These questions are for those who were invited',
    lead: 'Only people who are registered for these calls, or were on this one, are asked. If that is you, did you sign in with another e-mail address?',
  },
};
