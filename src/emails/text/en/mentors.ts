import type { MailData } from '../../mail-data.js';
import { type Block, type MailText, withDate } from '../mail-text.js';

const ANSWER = 'Read and answer';

/** Fields and roles stand on the page behind the link: mail is seen over shoulders. */
const FIELD = 'The page behind the link says in which field.';

/** Only once both have agreed. */
const whoTheyAre = ({ otherName, otherEmail, otherOrganization }: MailData): Block | undefined =>
  otherEmail
    ? {
        list: [
          ...(otherName ? [`Name: ${otherName}`] : []),
          `E-mail: ${otherEmail}`,
          ...(otherOrganization ? [`Organization: ${otherOrganization}`] : []),
        ],
      }
    : undefined;

const PRIVACY =
  'Please keep details about any person or matter out of your e-mails. Neither of you has been told anything about the other’s cases.';

/** About the pool of mentors, and introductions. None says anything of a case. */
export const mentorTexts = {
  'mentor-invitation': {
    subject: ({ organizationName }) => `${organizationName}: would you be a mentor?`,
    title: () => 'Would you be a mentor to colleagues?',
    body: ({ atOnce, dueOn }) => [
      'We would like to introduce colleagues to you who turn to us for help and want somebody to turn to in their field.',
      atOnce
        ? `You would be introduced to at most ${atOnce} ${atOnce === 1 ? 'person' : 'people'} at a time, and each time only if you agree.`
        : undefined,
      withDate(
        dueOn,
        (day) => `The page behind the link says what you would agree to. It works until ${day}.`,
      ),
      'You are in no list unless you say yes there. If you don’t answer, nothing follows.',
    ],
    action: 'Read what you would agree to',
  },
  'mentor-invitation-reminder': {
    subject: ({ organizationName }) => `${organizationName}: would you be a mentor?`,
    title: () => 'Would you be a mentor to colleagues?',
    body: ({ dueOn }) => [
      'We asked you whether you would be a mentor to colleagues, and have not heard from you. This is our only reminder.',
      withDate(
        dueOn,
        (day) => `The page behind the link says what you would agree to. You can answer until ${day}.`,
      ),
      'You are in no list unless you say yes there. If you don’t answer, nothing follows.',
    ],
    action: 'Read what you would agree to',
  },
  'mentor-joined': {
    subject: ({ organizationName }) => `${organizationName}: thank you for being a mentor`,
    title: () => 'You are in our pool of mentors',
    body: () => [
      'Thank you. When somebody could use your help we ask you first, with their field and their role. Who they are we tell you only once you have both agreed.',
    ],
    action: 'See your page as a mentor',
  },
  'mentor-left': {
    subject: ({ organizationName }) => `${organizationName}: you have left our pool of mentors`,
    title: () => 'You have left our pool of mentors',
    body: () => [
      'We will not ask you about anybody any more, and what we had asked you has ended. You can go on with anyone you have already been introduced to.',
      'Thank you for what you have done. If you did not mean to leave, or it was not you, please reply by e-mail to the address below.',
    ],
    action: 'See how it stands',
  },
  'mentor-removed': {
    subject: ({ organizationName }) => `${organizationName}: you are no longer in our pool of mentors`,
    title: () => 'You are no longer in our pool of mentors',
    body: () => [
      'We have taken you out of the pool, and will not ask you about anybody any more. You can go on with anyone you have already been introduced to.',
      'Thank you for what you have done. If this surprises you, please reply by e-mail to the address below.',
    ],
    action: 'About the program',
  },
  'introduction-asked': {
    subject: ({ organizationName }) => `${organizationName}: may we introduce you to a mentor?`,
    title: () => 'May we introduce you to a mentor?',
    body: (data) => [
      'We know somebody in the field who may be able to go further with you than our answers can.',
      FIELD,
      'If you agree, we ask them. Only if they agree, too, do we give them your name, e-mail address and organization, and you theirs. They get nothing of your case and nothing of what you wrote to us.',
      withDate(data.dueOn, (day) => `Please answer by ${day}. Nothing follows if you don’t.`),
    ],
    action: ANSWER,
  },
  'introduction-reminder': {
    subject: ({ organizationName }) => `${organizationName}: may we introduce you to a mentor?`,
    title: () => 'May we introduce you to a mentor?',
    body: (data) => [
      'We asked you whether we may introduce you to a mentor, and have not heard from you.',
      FIELD,
      withDate(data.dueOn, (day) => `You can answer until ${day}. Nothing follows if you don’t.`),
    ],
    action: ANSWER,
  },
  'introduction-made': {
    subject: ({ organizationName }) => `${organizationName}: your mentor`,
    title: () => 'You have been introduced to a mentor',
    body: (data) => [
      'You have both agreed. This is your mentor:',
      whoTheyAre(data),
      'They have your name, e-mail address and organization as well. Please write to them and say what you would like to talk about.',
      PRIVACY,
      'In a while we will ask you both how it went.',
    ],
    action: 'See how it stands',
  },
  'introduction-not-made': {
    subject: ({ organizationName }) => `${organizationName}: no introduction this time`,
    title: () => 'We could not introduce you this time',
    body: () => [
      'You agreed to be introduced to a mentor. It did not work out this time; nothing was passed on about you. It has nothing to do with you or your question.',
      'We know of it, and may propose somebody else to you.',
    ],
    action: 'See how it stands',
  },
  'introduction-ended': {
    subject: ({ organizationName }) => `${organizationName}: about your introduction to a mentor`,
    title: () => 'We have ended an introduction',
    body: () => [
      'We have ended the introduction to a mentor that we had proposed to you. You don’t need to do anything, and we won’t ask you about it any more.',
      'If you have been introduced already, it is yours to go on with.',
    ],
    action: 'See how it stands',
  },
  'introduction-follow-up': {
    subject: ({ organizationName }) => `${organizationName}: how did it go with your mentor?`,
    title: () => 'How did it go with your mentor?',
    body: ({ dueOn }) => [
      'Some time ago we introduced you to a mentor. Did you meet, and was it useful? It takes a minute.',
      withDate(dueOn, (day) => `You can answer until ${day}. Your mentor does not see what you say.`),
    ],
    action: 'Answer two questions',
  },
  'mentoring-asked': {
    subject: ({ organizationName }) => `${organizationName}: would you mentor somebody?`,
    title: () => 'Would you mentor somebody?',
    body: (data) => [
      'Somebody who turned to us for help has agreed to be introduced to you.',
      FIELD,
      'If you agree, we give each of you the other’s name, e-mail address and organization. Until then neither is told.',
      withDate(data.dueOn, (day) => `Please answer by ${day}. Nothing follows if you don’t.`),
    ],
    action: ANSWER,
  },
  'mentoring-reminder': {
    subject: ({ organizationName }) => `${organizationName}: would you mentor somebody?`,
    title: () => 'Would you mentor somebody?',
    body: (data) => [
      'We asked you whether you would mentor somebody, and have not heard from you.',
      FIELD,
      withDate(data.dueOn, (day) => `You can answer until ${day}. Nothing follows if you don’t.`),
    ],
    action: ANSWER,
  },
  'mentoring-made': {
    subject: ({ organizationName }) => `${organizationName}: whom you mentor`,
    title: () => 'You have been introduced',
    body: (data) => [
      'You have both agreed. This is whom you said you would mentor:',
      whoTheyAre(data),
      'They have your name, e-mail address and organization as well, and were asked to write to you.',
      PRIVACY,
      'In a while we will ask you both how it went.',
    ],
    action: 'See how it stands',
  },
  'mentoring-ended': {
    subject: ({ organizationName }) => `${organizationName}: about somebody we asked you to mentor`,
    title: () => 'It is no longer needed',
    body: () => [
      'We had asked you about mentoring somebody. That has ended, and you don’t need to do anything.',
      'If you have been introduced already, it is yours to go on with.',
    ],
    action: 'See your page as a mentor',
  },
  'mentoring-follow-up': {
    subject: ({ organizationName }) => `${organizationName}: how did the mentoring go?`,
    title: () => 'How did the mentoring go?',
    body: ({ dueOn }) => [
      'Some time ago we introduced somebody to you. Did you meet, and was it useful? It takes a minute.',
      withDate(dueOn, (day) => `You can answer until ${day}. They do not see what you say.`),
    ],
    action: 'Answer two questions',
  },
} satisfies Record<string, MailText>;
