import type { StaffRole } from '../../../../../domain/people/actor.js';

/** Right after sending. */
export const sentText = {
  title: 'We have your request',
  reference: 'Your reference',
  next: 'What happens next',
  document: 'Is there a document for us to look at? Add it on the page of your request.',
  open: 'Go to your request',
};

/** Our answer, as a letter. */
export const responseText = {
  title: 'Our answer',
  sent: (when: string) => `Sent ${when}`,
  to: 'To',
  copyTo: 'Copy to',
  from: 'From',
  reference: 'Reference',
  received: 'Request of',
  signed: (name: string | null, role: StaffRole | null, organization: string) => {
    const who = role ? WRITERS[role] : null;
    if (name) return [name, who?.title, organization].filter(Boolean).join(', ');
    return who ? `${who.one} of ${organization}` : `The staff of ${organization}`;
  },
  question: 'Your question',
  /** In a letter that goes from hand to hand. */
  questionAsked: 'The question',
  questionOfRequester: 'The requester’s question',
  whole: 'Read everything about this request',
  pdf: 'Download it as a PDF',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  print: 'To keep it on paper, print this page: buttons and menus are left out.',
  ask: 'Is something unclear?',
  followUpWaits: 'It is still to come. See by when',
  unclear: 'Is something unclear, or has something changed?',
  changed: 'Has something changed?',
};

const WRITERS: Record<StaffRole, { title: string; one: string }> = {
  coordinator: { title: 'coordinator', one: 'A coordinator' },
  attorney: { title: 'attorney', one: 'An attorney' },
  reviewer: { title: 'reviewing attorney', one: 'A reviewing attorney' },
  director: { title: 'director', one: 'The director' },
  admin: { title: 'staff', one: 'A member of the staff' },
};
