import { listed } from '../../../../../domain/text/listed.js';
/** Words of asking for mail about the calls and workshops, choosing which, and leaving it. */

/** What comes, and what it takes; a promise of nothing else. */
export function whatComes({ calls, workshops }: { calls: string[] | 'all'; workshops: string[] }): string[] {
  const series = calls === 'all' ? 'all calls' : listed(calls);
  return [
    ...(calls === 'all' || calls.length > 0
      ? [
          `About ${series}: reminders, cancellations, new times and recaps. They go to people who are registered for the series; register as well if you are not.`,
        ]
      : []),
    ...(workshops.length > 0
      ? [`About ${listed(workshops)}: word from our team when its next date is set, and nothing before that.`]
      : []),
  ];
}

export const subscriptionText = {
  title: 'Get mail about the calls and workshops',
  lead: 'Of calls: reminders, cancellations, new times and recaps, for people who are registered for the series. Of a workshop: word from our team when its next date is set, and nothing before that. We ask once by e-mail whether it is really you, and every mail has a link to stop.',
  ownTitle: 'Which mail you get',
  ownLead:
    'Mail about your own registration and questions comes in any case. Whether a call is cancelled or moved is told only to people who say yes here; of a workshop you hear from our team when its next date is set.',
  signedInAs: 'For your address',
  email: 'Your e-mail',
  name: 'Your name (optional)',
  lists: 'About which of them?',
  listsHint: 'Choose none to hear of all calls, and of no workshop.',
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
    lead: (email: string) => `Press the button to get mail at ${email}.`,
    button: 'Yes, send me mail',
    done: 'You are subscribed',
    doneLead: 'From now on you get what you asked for. Every such mail has a link to stop.',
    badTitle: 'This link doesn’t work any more',
    bad: 'It has expired, or another one replaced it. If you don’t get our mail, subscribe again.',
  },
  unsubscribe: {
    title: 'Stop mail about the calls and workshops?',
    lead: 'One click, and we send you no more reminders, cancellations, new times and recaps of calls, and take you off the lists of workshops. Mail about your own questions and registration still comes.',
    button: 'Stop sending me mail',
    done: 'You get no more mail about the calls and workshops',
    doneLead: 'If that was a mistake, you can subscribe again at any time.',
    badTitle: 'This link is not valid',
    bad: 'Please use the link at the end of one of our mails, or sign in to choose which mail you get.',
  },
  calendar: 'See the coming calls',
  again: 'Subscribe again',
};
