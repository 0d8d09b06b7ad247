/** Words of asking for mail about the calls, choosing which, and leaving it. */
export const subscriptionText = {
  title: 'Get mail about the calls and workshops',
  lead: 'Reminders, cancellations and recaps of calls, and word of when a workshop is next held. We ask once by e-mail whether it is really you, and every mail has a link to stop.',
  ownTitle: 'Which mail you get',
  ownLead: 'Mail about your own registration and questions comes in any case.',
  signedInAs: 'For your address',
  email: 'Your e-mail',
  name: 'Your name (optional)',
  lists: 'About which of them?',
  listsHint: 'Choose none to hear of all calls.',
  updates: 'Send me e-mail updates?',
  yes: 'Yes',
  no: 'No',
  send: 'Subscribe',
  save: 'Save',
  suppressed: {
    bounce:
      'Mail to this address came back, so we send none to it. Write to us at the address below if it works again.',
    complaint:
      'Mail to this address was reported as unwanted, so we send none to it. Write to us at the address below to undo that.',
    elsewhere:
      'You left our mailing list, so we send no mail about the calls to this address. Only you can undo that, on the mailing list’s own page; write to us at the address below if you need its address.',
  },
  errors: {
    email: 'Enter an e-mail address, like name@example.org.',
    updates: 'Say whether you want e-mail updates.',
    lists: 'Choose from the list.',
  },
  sent: {
    title: 'Check your e-mail',
    lead: 'If this address isn’t subscribed yet, a link is on its way. Follow it and press the button there; until then we send nothing.',
  },
  confirm: {
    title: 'Confirm your subscription',
    lead: (email: string) => `Press the button to get mail about the calls at ${email}.`,
    button: 'Yes, send me mail',
    done: 'You are subscribed',
    doneLead: 'Mail about the calls reaches you from now on. Every one has a link to stop.',
    badTitle: 'This link doesn’t work any more',
    bad: 'It was used already, or another one replaced it. If you don’t get our mail, subscribe again.',
  },
  unsubscribe: {
    title: 'Stop mail about the calls?',
    lead: 'One click, and we send you no more reminders, cancellations and recaps. Mail about your own questions and registration still comes.',
    button: 'Stop sending me mail',
    done: 'You get no more mail about the calls',
    doneLead: 'If that was a mistake, you can subscribe again at any time.',
    badTitle: 'This link is not valid',
    bad: 'Please use the link at the end of one of our mails, or sign in to choose which mail you get.',
  },
  calendar: 'See the coming calls',
  again: 'Subscribe again',
} as const;
