import type { EventToldOutside } from '../../../../../domain/requests/events.js';
import type { RequestEventData } from '../../../../../domain/requests/state.js';
import { listed } from '../../../../../domain/text/listed.js';

interface EventWords {
  title: string;
  /** To the requester, where the title speaks of them to the supervisor. */
  own?: string;
  text?: (
    data: RequestEventData,
    names: { course(id: string): string; reference(id: string): string | null },
  ) => string;
}

const named = (reference: string | null | undefined, sentence: (reference: string) => string) =>
  reference ? sentence(reference) : '';

/** What requester and supervisor both see in the timeline; only `own` says "you". */
export const REQUESTER_EVENTS: Record<EventToldOutside, EventWords> = {
  received: { title: 'We received the request' },
  'prerequisites-reminded': { title: 'We sent a reminder about the courses' },
  'course-completed': {
    title: 'Course passed',
    text: ({ courseId, missing }, names) =>
      `${courseId ? names.course(courseId) : ''}${missing?.length ? `; still to pass: ${listed(missing.map(names.course))}` : ''}`,
  },
  'clock-started': {
    title: 'The clock started',
    text: ({ courseId }, names) =>
      courseId ? `${names.course(courseId)} was passed; nothing is missing now.` : '',
  },
  assigned: { title: 'Someone on our staff took the request' },
  'information-requested': {
    title: 'We asked the requester a question',
    own: 'We asked you a question',
    text: () => 'The clock is paused until we have the answer.',
  },
  'information-reminded': { title: 'We sent a reminder of what we wait for' },
  'information-answered': {
    title: 'The requester answered',
    own: 'We received your answer',
    text: ({ clock }) => (clock === 'resumed' ? 'The clock is running again.' : ''),
  },
  'supervisor-confirmed': { title: 'The supervisor confirmed', own: 'Your supervisor confirmed' },
  'supervisor-refused': {
    title: 'The person named as supervisor said no',
    text: () => 'Someone else has to be named.',
  },
  escalated: { title: 'Our answer is late' },
  extended: {
    title: 'We need more time',
    text: ({ businessDays }) =>
      businessDays === undefined
        ? ''
        : `${businessDays} more business ${businessDays === 1 ? 'day' : 'days'}`,
  },
  'submitted-for-review': { title: 'Our answer is written, and a second staff member is reviewing it' },
  responded: { title: 'We answered' },
  redirected: { title: 'We pointed to another resource' },
  declined: { title: 'We declined the request' },
  withdrawn: { title: 'The requester withdrew the request', own: 'The request was withdrawn' },
  merged: {
    title: 'Merged into another request from the same person',
    own: 'Merged into another request of yours',
    text: ({ into }, names) => named(into && names.reference(into), (other) => `It went on as ${other}.`),
  },
  'merged-in': {
    title: 'Another request from the same person was merged into this one',
    own: 'Another request of yours was merged into this one',
    text: ({ from }, names) => named(from && names.reference(from), (other) => `That was ${other}.`),
  },
  reclassified: { title: 'We changed the kind of request' },
  'court-deadline-changed': { title: 'The court or filing date was changed' },
  lapsed: { title: 'The request ended because something did not arrive' },
  closed: { title: 'Closed' },
  reopened: { title: 'We reopened the request' },
  // The requester's or the supervisor's: each reads the other's steps too.
  'message-received': { title: 'A message to us' },
  'message-sent': { title: 'A message from us' },
  'reopening-asked': { title: 'We were asked to reopen it' },
  'reopening-refused': { title: 'We decided not to reopen it' },
  'document-added': { title: 'A document was added' },
  'document-removed': { title: 'A document was removed', text: () => 'Its contents were erased.' },
};
