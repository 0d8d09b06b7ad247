import type { MailKindAbout } from '../mail/kinds.js';
import type { IntroductionEvent, IntroductionEventType } from './introduction-state.js';

type Mails = readonly MailKindAbout<'introduction'>[];

/** A row per event: whom of the two it is told. Neither learns why the other said no, or that they did. */
export const INTRODUCTION_MAILS: Record<IntroductionEventType, (event: IntroductionEvent) => Mails> = {
  proposed: () => ['introduction-asked'],
  'requester-consented': () => ['mentoring-asked'],
  'mentor-unavailable': () => ['introduction-not-made'],
  declined: ({ data }) => (data.side === 'mentor' ? ['introduction-not-made'] : []),
  withdrawn: () => ['mentoring-ended'],
  introduced: () => ['introduction-made', 'mentoring-made'],
  reminded: ({ data }) =>
    data.withoutMail ? [] : [data.side === 'mentor' ? 'mentoring-reminder' : 'introduction-reminder'],
  unanswered: ({ data }) => (data.side === 'mentor' ? ['introduction-not-made'] : []),
  'follow-up-asked': () => ['introduction-follow-up', 'mentoring-follow-up'],
  answered: () => [],
  closed: () => [],
  ended: ({ data }) =>
    data.was === 'requester-asked' ? ['introduction-ended'] : ['introduction-ended', 'mentoring-ended'],
  /** The other one goes on, and its mails. */
  joined: () => [],
  'calendar-changed': () => [],
};

/** Nothing came of it, and staff may propose somebody else: told in their daily digest. */
export const STAFF_LEARN_OF: readonly IntroductionEventType[] = [
  'mentor-unavailable',
  'declined',
  'withdrawn',
  'unanswered',
];
