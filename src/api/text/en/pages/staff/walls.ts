/** Conflict walls: from whom a request is hidden. */
const wallsText = {
  title: (reference: string) => `Who may not see ${reference}`,
  lead: [
    'Hide a request from a colleague who has a conflict of interest: somebody who acts or acted for the other side, knows those concerned, or is concerned themselves. You may hide it from yourself.',
    'From then on it is not there for them: on no list, in no search, count or mail. What they have read is not unread, so say in a note what they knew.',
    'Only a director can undo it. Both are written down.',
  ],
  heading: 'Hidden from',
  nobody: 'Nobody. All of the staff can see this request.',
  since: (day: string) => `since ${day}`,
  between: (from: string, to: string) => `from ${from} to ${to}, undone by a director`,
  lift: 'Let them see it again',
  form: 'Hide it from somebody',
  staff: {
    label: 'Colleague',
    hint: 'What they have of it, the request or a task, is handed over first.',
    missing: 'Choose a colleague.',
  },
  choose: 'Choose',
  reason: {
    label: 'Reason',
    hint: 'Staff who see the request read it. The colleague does not.',
    missing: 'Say why.',
  },
  button: 'Hide the request',
  back: (reference: string) => `Back to ${reference}`,
  link: 'Conflict walls',
  linkText: 'Who may not see it',
  endTitle: (name: string, reference: string) => `Let ${name} see ${reference} again`,
  endLead: 'They see all of it at once, with what was written meanwhile.',
  endReason: {
    label: 'Reason',
    hint: 'It stands in the past of the request.',
    missing: 'Say why.',
  },
  endButton: 'Let them see it',
  endBack: 'Back to who may not see it',
  done: {
    set: 'The request is hidden from them.',
    broken: 'They may see the request again.',
  },
};

export const wallsTexts = { 'walls/:id': wallsText, 'walls/:id/:wall': wallsText };
