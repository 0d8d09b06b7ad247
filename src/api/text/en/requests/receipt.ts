import { listed } from '../../../../domain/text/listed.js';
import { day } from './day.js';
import type { Group } from './group.js';
import { alsoAwaited, hurry, selfAssessments, THEM, YOU } from './voices.js';

/** Received, and what has to come before the clock starts: courses, and a supervisor's yes. */
export const receipt = {
  statuses: {
    received: { staff: 'Received', requester: 'Received' },
    'awaiting-prerequisites': {
      staff: 'Waiting for courses',
      requester: 'Waiting for your courses',
      supervisor: 'Waiting for the requester’s courses',
      step: {
        short: 'Wait for courses',
        long: ({ courses }) =>
          `Waiting for the requester to pass ${courses}. The clock then starts by itself.`,
      },
      next: {
        requester: (words) =>
          `We will start as soon as you have passed ${words.courses}.${alsoAwaited(words, 'that they supervise you')}${hurry(words, YOU, `pass ${selfAssessments(words)}`)}${
            words.lapses
              ? ` If you have not passed before ${words.lapses}, the request ends on that day.`
              : ''
          }`,
        supervisor: (words) =>
          `We will start as soon as the requester has passed ${words.courses}.${alsoAwaited(words, 'as supervisor')}${hurry(words, THEM, `have them pass ${selfAssessments(words)}`)}${
            words.lapses
              ? ` If they have not passed before ${words.lapses}, the request ends on that day.`
              : ''
          }`,
      },
    },
  },
  events: {
    received: {
      staff: ({ imported, missing }, names) =>
        [
          imported ? 'Request taken over from the older form.' : 'Request received.',
          missing?.length ? `The clock waits for ${listed(missing.map(names.course))}.` : '',
        ]
          .filter(Boolean)
          .join(' '),
      outside: { title: 'We received the request' },
    },
    'prerequisites-reminded': {
      staff: ({ n }) => `Requester reminded of the courses still missing${day(n)}.`,
      outside: { title: 'We sent a reminder about the courses' },
    },
    'course-completed': {
      staff: ({ courseId, missing }, names) =>
        `Requester passed ${courseId ? names.course(courseId) : 'a course'}.${
          missing?.length ? ` Still missing: ${listed(missing.map(names.course))}.` : ''
        }`,
      outside: {
        title: 'Course passed',
        text: ({ courseId, missing }, names) =>
          `${courseId ? names.course(courseId) : ''}${missing?.length ? `; still to pass: ${listed(missing.map(names.course))}` : ''}`,
      },
    },
    'clock-started': {
      staff: ({ courseId }, names) =>
        `${courseId ? `Requester passed ${names.course(courseId)}: nothing` : 'Nothing'} is missing now, and the clock started.`,
      outside: {
        title: 'The clock started',
        text: ({ courseId }, names) =>
          courseId ? `${names.course(courseId)} was passed; nothing is missing now.` : '',
      },
    },
    'supervisor-confirmed': {
      staff: () => 'Supervisor confirmed.',
      outside: { title: 'The supervisor confirmed', own: 'Your supervisor confirmed' },
    },
    'supervisor-refused': {
      staff: ({ clock, unknownPerson }) =>
        `The person named as supervisor said ${unknownPerson ? 'that they don’t know who asked' : 'no'}.${
          clock === 'paused' ? ' The clock is paused until the requester names another.' : ''
        }`,
      outside: {
        title: 'The person named as supervisor said no',
        text: () => 'Someone else has to be named.',
      },
    },
    'supervisor-named': {
      staff: ({ clock }) =>
        `Another supervisor was named and asked to confirm.${
          clock === 'reset'
            ? ' The clock waits for the missing courses.'
            : clock
              ? ' The clock runs again.'
              : ''
        }`,
      outside: { title: 'Another supervisor was named', own: 'You named another supervisor' },
    },
    'supervisor-reminded': {
      staff: () => 'Supervisor reminded that we need their confirmation.',
      outside: {
        title: 'We reminded the supervisor that we need their confirmation',
        own: 'We reminded your supervisor that we need their confirmation',
      },
    },
  },
  mails: {
    'request-received': 'Receipt',
    'prerequisites-needed': 'Courses needed',
    'prerequisites-reminder': 'Reminder of courses',
    'clock-started': 'Courses passed, clock started',
    'supervisor-confirmation': 'Supervisor asked to confirm',
    'supervisor-reminder': 'Supervisor reminded',
    'supervisor-silent': 'Supervisor has not answered',
    'supervisor-changed': 'Another supervisor was named for the requester',
    'supervisor-concern': 'Supervisor doesn’t know who asked',
  },
} satisfies Group;
