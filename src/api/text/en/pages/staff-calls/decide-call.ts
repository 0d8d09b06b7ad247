import type { PublicReason } from '../../../../../domain/calls/public-reason.js';
import { DATE_HINT } from '../date.js';

/** Words of the pages on which staff decide about a call. */

/** A row for each decision with a page of its own. */
export const callDecisionText = {
  confirm: {
    title: 'Confirm this call',
    intro:
      'It takes place although it falls on a day off. Nobody is written to now; reminders go out as usual.',
    button: 'Confirm the call',
    link: 'Confirm',
    done: 'The call is confirmed.',
  },
  move: {
    title: 'Move this call',
    intro:
      'It keeps its topic, its address and its questions. Approved registrants who asked for mail are told the new time. The cut-off for questions never comes earlier than the one announced.',
    button: 'Move the call',
    link: 'Move',
    done: 'The call is moved. Registrants who asked for mail are being told.',
  },
  cancel: {
    title: 'Cancel this call',
    intro:
      'Approved registrants who asked for mail are told that it does not take place. Everybody who asked a question is told that it gets a written answer instead. This cannot be taken back.',
    button: 'Cancel the call',
    link: 'Cancel the call',
    done: 'The call is cancelled. Registrants who asked for mail, and everybody who asked, are being told.',
  },
  recap: {
    title: 'Publish a recap',
    intro:
      'Themes and materials only. Put in no facts of any case and no names: it goes to everybody registered who asked for mail, and it cannot be changed afterwards.',
    button: 'Publish the recap',
    link: 'Publish a recap',
    done: 'The recap is published. Registrants who asked for mail are being told.',
  },
  link: {
    title: 'Enter the join link',
    intro:
      'Kept sealed. Only approved registrants see it, after signing in. Before you paste it, check in the meeting that recording, AI summaries and saved chat are off.',
    button: 'Save the join link',
    link: 'Enter the join link',
    done: 'The join link is saved.',
  },
} satisfies Record<string, { title: string; intro: string; button: string; link: string; done: string }>;

export const callFieldText = {
  reason: {
    label: 'Reason',
    hint: 'It stays with the call, for staff. Write nothing about a case.',
    missing: 'Say why the call is cancelled.',
  },
  publicReason: {
    legend: 'What everybody may know',
    hint: 'The call’s public page and the mail to registrants say this and nothing else.',
    choices: {
      'no-questions': 'Nobody sent a question in time',
      holiday: 'It falls on a holiday',
      closure: 'The office is closed that day',
      'facilitator-unavailable': 'Nobody is available to lead it',
      'technical-problem': 'A technical problem',
      other: 'No reason: only that it does not take place',
    } satisfies Record<PublicReason, string>,
  },
  recap: {
    label: 'Recap',
    hint: 'Everybody approved for the series reads it after signing in. For example: what was talked about in general, laws and guides that were named, links to materials.',
    missing: 'Write the recap.',
    warning: 'This looks like details that identify a person',
    goOn: 'I have checked: it identifies nobody',
    check: 'Take these out, or confirm below that they identify nobody.',
  },
  date: {
    legend: 'New date',
    hint: DATE_HINT,
  },
  time: {
    label: 'New time, Pacific',
    hint: 'For example, 12:00 PM',
    missing: 'Enter a time like 12:00 PM.',
  },
  link: {
    label: 'Join link',
    hint: 'Begins with https://',
    missing: 'Enter a link that begins with https://.',
  },
  stale:
    'This call has changed since you opened the page. What you typed is kept; look at the call, then send again.',
};
