import type { RequestEventData } from '../../domain/requests/state.js';
import type { EventToldOutside } from '../../domain/requests/told-outside.js';

interface EventWords {
  title: string;
  text?: (data: RequestEventData, names: { course(id: string): string }) => string;
}

const list = (words: string[]) => new Intl.ListFormat('en-US').format(words);

/** What a requester reads of each event they are told of. */
export const REQUESTER_EVENTS: Record<EventToldOutside, EventWords> = {
  received: { title: 'We received your request' },
  'prerequisites-reminded': { title: 'We reminded you of the courses' },
  'course-completed': {
    title: 'You passed a course',
    text: ({ courseId, missing }, names) =>
      `${courseId ? names.course(courseId) : ''}${missing?.length ? `; still missing: ${list(missing.map(names.course))}` : ''}`,
  },
  'clock-started': {
    title: 'The clock started',
    text: ({ courseId }, names) =>
      courseId ? `You passed ${names.course(courseId)}; nothing is missing any more.` : '',
  },
  assigned: { title: 'Somebody took your request' },
  'information-requested': {
    title: 'We asked you a question',
    text: () => 'The clock stands still until you answer.',
  },
  'information-reminded': { title: 'We reminded you of our question' },
  'information-answered': {
    title: 'You answered',
    text: ({ clock }) => (clock === 'resumed' ? 'The clock goes on.' : ''),
  },
  'supervisor-confirmed': { title: 'Your supervisor confirmed' },
  'supervisor-refused': {
    title: 'The supervisor you named said no',
    text: () => 'Please name somebody else.',
  },
  escalated: { title: 'We are late and told you so' },
  extended: {
    title: 'We need more time',
    text: ({ businessDays }) =>
      businessDays === undefined
        ? ''
        : `${businessDays} more business ${businessDays === 1 ? 'day' : 'days'}`,
  },
  'submitted-for-review': { title: 'Your answer is being checked' },
  responded: { title: 'We answered' },
  redirected: { title: 'We pointed you to another place' },
  declined: { title: 'We declined the request' },
  withdrawn: { title: 'You withdrew the request' },
  merged: { title: 'Merged with another request of yours' },
  'merged-in': { title: 'Another request of yours was merged into this one' },
  reclassified: { title: 'We changed the kind of request' },
  'court-deadline-changed': { title: 'The court or filing date was changed' },
  lapsed: { title: 'The request ended because something did not arrive' },
  closed: { title: 'Closed' },
  reopened: { title: 'Opened again' },
  // The requester's or the supervisor's: each reads the other's steps too.
  'message-received': { title: 'A message to us' },
  'message-sent': { title: 'A message from us' },
  'reopening-asked': { title: 'We were asked to open it again' },
  'reopening-refused': { title: 'We decided not to open it again' },
  'document-removed': { title: 'A document was removed', text: () => 'What was in it is erased.' },
};
