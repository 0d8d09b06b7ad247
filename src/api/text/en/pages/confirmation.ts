/** Words about a form that waits for its sender's confirmation, and of confirming it. */
export const confirmationText = {
  sent: {
    title: 'Check your e-mail',
    lead: 'We have sent a link to this address:',
    step: (day: string) =>
      `We don’t have your request yet. Open the link, check what you are sending, and confirm it. It then counts as sent on ${day}; your request’s page shows when our time starts.`,
    erased: (day: string) =>
      `Confirm before ${day}: on that day we erase all of it. Until then we will remind you.`,
    ownDate: (kind: string, day: string) => `Your ${kind} date is ${day}: confirm today.`,
    again: 'Nothing there after a few minutes? Look in your spam folder, or',
    sendAgain: 'Send the link again',
    suggestion: (address: string) => `Did you mean ${address}?`,
    takeSuggestion: (address: string) => `Yes, send it to ${address}`,
    wrong: 'Is the address wrong?',
    wrongLead: 'We send the link to the right one. The link we sent before will then stop working.',
    address: 'Your work e-mail',
    change: 'Send the link there',
    addressError: 'Enter an e-mail address, like name@example.org.',
    done: {
      again: 'We have sent the link again.',
      changed: 'We have sent the link to this address.',
      later: 'We have not sent the link: too many were mailed of late. Please try again in an hour.',
    } as Record<string, string>,
    unsent: {
      title: 'We have your form, and no link to it is on its way',
      lead: 'Too many links were mailed of late, to this address or from your network; or the mail could not be delivered; or a wrong address was entered too many times, which ended the link. The form is for:',
      step: 'Nothing is lost, and your request is not with us yet. Have the link sent from here; if that doesn’t work, come back to this page in an hour. Or sign in with this address: the form is there, for you to look at and confirm.',
      wrongLead: 'We mail the link to the right one.',
      signIn: 'Sign in',
      send: 'Send the link now',
    },
    over: 'The form you sent from here is no longer waiting: it was confirmed or deleted, or it expired.',
    elsewhere:
      'A form that was sent without signing in is confirmed through the link in our e-mail to its sender. The browser that sent it can have the link mailed again from this page, for a day.',
  },
  whose: {
    title: 'Which address is this form from?',
    lead: (address: string) =>
      `This link was mailed to ${address}. We ask because this browser is not the one in which the form was filled in.`,
    other: (address: string) => `You are signed in as ${address} here, which is another address.`,
    label: 'E-mail address',
    wrong: 'Enter the address this link was mailed to.',
    go: 'Show the form',
  },
  confirm: {
    title: 'Check your form and confirm it',
    lead: {
      own: (email: string, when: string) =>
        `You filled in this form as ${email} on ${when}. It is not sent yet.`,
      mailed: (email: string, when: string) =>
        `This form was filled in with your address, ${email}, on ${when}. It is not sent yet.`,
    },
    copied: (name: string, email: string) =>
      `We also write to ${name}, ${email}, who is named as supervisor. Once they confirm, they can read this request and our answer. If you don’t know them, delete this form.`,
    other: (address: string) =>
      `You are signed in as ${address} here. This form is not sent under that address.`,
    confirm: 'Confirm and send',
    files: 'Documents sent with it',
    erased: (day: string) => `Confirm before ${day}: on that day we erase all of it.`,
    notMine: 'This is not my form, or I don’t want to send it',
    notMineLead: 'Then delete it. No one here has seen it. This can’t be undone.',
    discard: 'Delete this form',
    refused: 'We can’t take this form as it is',
    kept: (day: string) =>
      `Nothing is lost: you can copy your words into a new form before ${day}, when we erase this one.`,
    again: 'Try again',
    begin: 'Start a new form',
    mine: 'See your requests',
  },
  confirmed: {
    title: 'We have your request',
    reference: 'Your reference',
    next: 'What happens next',
    follow: 'To follow it, add a document or change something, sign in:',
    signIn: 'Email me a link to sign in',
  },
  discarded: {
    title: 'The form was deleted',
    lead: 'We have erased it and will not write to this address about it again. No one here has read it.',
  },
  gone: {
    title: 'This link no longer works',
    lead: 'The form was confirmed or deleted, it expired, a newer link was sent, or a wrong address was entered too many times. Sign in with the address it was mailed to: a form that still waits is there, and so is your request if you confirmed it.',
    signIn: 'Sign in',
    begin: 'Start a new form',
  },
  waiting: {
    title: 'A form is not sent yet',
    lead: (when: string, day: string) =>
      `A form was sent with your address on ${when} and is waiting for you. Confirm it before ${day}: on that day we erase it.`,
    open: 'See the form and confirm',
  },
};
