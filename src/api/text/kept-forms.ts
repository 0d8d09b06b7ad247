/** Words around what was typed into a form that could not be sent. */
export const keptFormsText = {
  noticeTitle: 'This was not sent yet',
  notice:
    'The page had been open for too long, or your sign-in changed meanwhile. What you typed is below. Check it and send it again.',
  files: 'A file has to be chosen again.',
  leftLead: 'This page no longer has a field for the text below. Copy what you still need.',
  leftLabel: 'What you typed',
  noFormTitle: 'What you typed can no longer be sent',
  noFormLead: 'Someone decided in the meantime, or time ran out. Your words are above; nothing was sent.',
  goOn: 'Continue without sending',
  signInLead:
    'You were signed out before this was sent, or are signed in under another address by now. Nothing was sent, and nothing you typed is lost: sign in with the address you used, and it comes back, for seven days.',
  gone: 'There is nothing kept here for the address you are signed in with. What you type is kept for seven days, for the address you were signed in with when you typed it.',
  goneTitle: 'Nothing is saved here',
} as const;
