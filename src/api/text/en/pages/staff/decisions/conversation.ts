import type { DecisionText } from './decision-text.js';

/** What staff write to the requester, or to each other. */
export const conversationText = {
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
  },
  note: {
    link: 'Add a note',
    title: 'Add a note',
    intro: 'Leave out names and numbers that could identify a client.',
    button: 'Save note',
    done: 'Note saved.',
    fields: {
      body: { label: 'Note', missing: 'Write the note first.' },
    },
  },
} satisfies Record<string, DecisionText>;
