import { count } from '../pages/count.js';
import { day } from './day.js';
import type { Group } from './group.js';
import { hurry, THEM, YOU } from './voices.js';

/** What passes between staff and the requester, and what staff write to each other. */
export const conversation = {
  decisions: {
    'request-information': {
      link: 'Ask for information',
      title: 'What do you need to know?',
      intro:
        'The requester gets a mail with a link, never your words by mail. The clock is paused until they answer; they are reminded, and the request lapses if no answer comes.',
      button: 'Ask and pause the clock',
      done: 'Your question is on its way. The clock is paused.',
      fields: {
        question: {
          label: 'Your question',
          hint: 'Ask for all you need at once. Ask for facts, not for names.',
          missing: 'Write what you need to know.',
        },
      },
      kept: { question: { staff: 'Our question', requester: 'We asked' } },
    },
    reply: {
      link: 'Write to the requester',
      title: 'Write to the requester',
      intro:
        'The requester gets an email with a link and reads your message after signing in. The clock keeps running: to wait for facts, ask for information instead.',
      button: 'Send the message',
      done: 'Your message is on its way.',
      fields: {
        body: { label: 'Your message', missing: 'Write the message first.' },
      },
      kept: { body: { staff: 'Message to the requester', requester: 'We wrote' } },
    },
    note: {
      link: 'Add a note',
      title: 'Add a note',
      intro: 'Leave out names and numbers that could identify a client.',
      button: 'Save note',
      done: 'Note saved.',
      fields: {
        body: {
          label: 'Note',
          hint: 'Write @ and a colleague’s name or handle to tell them of it: @ana or @Ana Ruiz.',
          missing: 'Write the note first.',
        },
        mention: {
          label: 'Tell a colleague (optional)',
          hint: 'They are told that there is a note, in the morning or at once if the request is urgent. The mail says nothing of it.',
          nobody: 'Nobody, or those named in the note',
          somebody: (name: string, handle: string) => `${name} @${handle}`,
        },
      },
      kept: { body: { staff: 'Note' } },
    },
  },
  statuses: {
    'awaiting-information': {
      staff: 'Waiting for an answer',
      requester: 'Waiting for your answer',
      supervisor: 'Waiting for the requester’s answer',
      paused: {
        long: (left) =>
          `The clock is paused until the requester answers. ${count(left, 'business day')} will then be left.`,
        left: (left) => `${count(left, 'business day')} left once they answer`,
        late: ' The clock is paused until the requester answers.',
        requester: 'Paused while we wait for an answer',
      },
      step: {
        short: 'Wait for the requester',
        long: ({ supervisorRefused }) =>
          supervisorRefused
            ? 'The person named as supervisor said no. The requester has to name another.'
            : 'Waiting for the requester’s answer. They are reminded, and the request lapses if no answer comes.',
      },
      next: {
        requester: (words) =>
          `${
            words.supervisorRefused
              ? 'We need the name of another supervisor from you before we can go on.'
              : 'We have asked you a question. The clock is paused until you answer.'
          }${hurry(words, YOU, 'answer')}${words.lapses ? ` Without an answer before ${words.lapses}, the request ends on that day.` : ''}`,
        supervisor: (words) =>
          `${
            words.supervisorRefused
              ? 'The requester has to name another supervisor before we can go on.'
              : 'We have asked the requester a question. The clock is paused until they answer.'
          }${hurry(words, THEM, 'have them answer')}${words.lapses ? ` Without an answer before ${words.lapses}, the request ends on that day.` : ''}`,
      },
    },
  },
  events: {
    'information-requested': {
      staff: () => 'Asked the requester for information. The clock is paused.',
      outside: {
        title: 'We asked the requester a question',
        own: 'We asked you a question',
        text: () => 'The clock is paused until we have the answer.',
      },
    },
    'information-reminded': {
      staff: ({ n }) => `Requester reminded of our question${day(n)}.`,
      outside: { title: 'We sent a reminder of what we wait for' },
    },
    'information-answered': {
      staff: ({ clock, newSupervisor }) =>
        [
          'Requester answered.',
          newSupervisor ? 'They named another supervisor.' : '',
          clock === 'resumed' ? 'The clock runs again.' : '',
          clock === 'reset' ? 'The clock waits for the missing courses.' : '',
        ]
          .filter(Boolean)
          .join(' '),
      outside: {
        title: 'The requester answered',
        own: 'We received your answer',
        text: ({ clock }) => (clock === 'resumed' ? 'The clock is running again.' : ''),
      },
    },
    // The requester's or the supervisor's: each reads the other's steps too.
    'message-received': {
      staff: () => 'Message from the requester’s side.',
      outside: { title: 'A message to us' },
    },
    'message-sent': {
      staff: () => 'Message sent to the requester.',
      outside: { title: 'A message from us' },
    },
    'wall-set': { staff: ({ staffId }, names) => `Hidden from ${names.staff(staffId ?? '')}.` },
    'wall-broken': { staff: ({ staffId }, names) => `${names.staff(staffId ?? '')} may see it again.` },
    'document-added': { staff: () => 'Document added.', outside: { title: 'A document was added' } },
    'document-removed': {
      staff: () => 'Document removed. Its contents were erased.',
      outside: { title: 'A document was removed', text: () => 'Its contents were erased.' },
    },
  },
  mails: {
    'information-requested': 'Our question',
    'information-reminder': 'Reminder of our question',
    'information-answered': 'Our question answered',
    'message-from-requester': 'Message from the requester',
    'message-from-staff': 'Message to the requester',
    mentioned: 'A note that mentions a colleague',
  },
} satisfies Group;
