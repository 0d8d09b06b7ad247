/** Words around what was typed into a form that could not be sent. */
export const keptFormsText = {
  noticeTitle: 'This was not sent yet',
  notice: 'The page had been open for too long, or your sign-in or the page’s cookie changed meanwhile.',
  sendAgain: 'What you typed is below. Check it and send it again.',
  files: 'A file has to be chosen again.',
  someLeft: 'This page no longer has a field for the text below. Copy what you still need.',
  allLeft: 'The form you typed it into is no longer open in this browser. Copy what you still need.',
  /** Where the page knows why the form is gone. */
  whenGone: {
    noticeTitle: 'This was not sent',
    allLeft: 'What you typed is below. Copy what you still need.',
  },
  leftLabel: 'What you typed',
  leftOf: (which: number, of: number) => `What you typed (${which} of ${of})`,
  noFormTitle: 'This form is no longer open',
  noFormLead:
    'Nothing was sent, and nothing can be sent from this page. If you began a form of several pages, start it again and put in what you copied.',
  goOn: 'Continue without sending',
  signInLead:
    'You were signed out before this was sent, or are signed in under another address by now. Nothing was sent, and nothing you typed is lost: sign in with the address you used, and it comes back, for seven days.',
  gone: (email: string) =>
    `Nothing is kept here for ${email}, the address you are signed in with. What you type is kept for seven days, for the address you were signed in with when you typed it. If that was another one, sign in with that.`,
  goneTitle: 'Nothing is saved here for this address',
  otherAddress: 'Sign in with another address',
};
