import { type MailText, withDate } from '../mail-text.js';
import { MEETING_ADDRESS, theCall, thisCall } from './call-names.js';

/** Who may join the calls, and who asked for mail about them. */
export const registrationTexts = {
  'registration-approved': {
    subject: (data) => `${theCall(data)}: you are registered`,
    title: () => 'You are registered',
    body: (data) => [
      `Your registration for ${thisCall(data)} is approved. It counts for every call of this series; you do not need to register again.`,
      withDate(data.callAt, (at) => `The next call is on ${at}.`),
      MEETING_ADDRESS,
      'Reminders, and word that a call is cancelled or moved, go only to people who asked for mail about the calls. Your page says whether you did, and you can ask for it there.',
    ],
    action: 'See your registration',
  },
  'registration-pending': {
    subject: (data) => `${theCall(data)}: we are looking at your registration`,
    title: ({ again }) => (again ? 'We look at your registration again' : 'We have your registration'),
    body: (data) => [
      data.again
        ? `Something that your registration for ${thisCall(data)} rests on has changed, so someone on our team looks at it again. You hear from us then; until then it does not let you into the calls.`
        : `Thank you for registering for ${thisCall(data)}. Someone on our team looks at it first, and you hear from us then.`,
      'The page behind the button says what we are looking at. If something there is not right, register again: that corrects it.',
    ],
    action: 'See your registration',
  },
  'registration-denied': {
    subject: (data) => `${theCall(data)}: about your registration`,
    title: ({ ended }) => (ended ? 'Your registration has ended' : 'You are not registered for these calls'),
    body: (data) => [
      data.ended
        ? `Your registration for ${thisCall(data)} has ended: it does not let you into the calls any more. Sign in to read what we said about it, and where else you can turn.`
        : `We could not approve your registration for ${thisCall(data)}. Sign in to read why and where else you can turn.`,
      'If you think that we misunderstood something, please reply to the address below.',
    ],
    action: 'Sign in to read more',
  },
  'registration-review': {
    subject: (data) => `${theCall(data)}: a registration to look at`,
    title: () => 'A registration waits for a decision',
    body: (data) => [
      data.again
        ? `A registration for ${thisCall(data)} has changed and needs a person’s decision. Until then, it does not let anyone into the calls.`
        : `A new registration for ${thisCall(data)} needs a person’s decision. Until then, it does not let anyone into the calls.`,
      data.again
        ? 'The page behind the button says what changed, and what was decided before.'
        : 'The page behind the button says what there is to look at.',
    ],
    action: 'Open the registration',
  },
  'subscription-confirmation': {
    subject: () => 'Please confirm: mail about our calls and workshops',
    title: () => 'One step left: confirm your address',
    body: () => [
      'Someone, most likely you, asked for mail about our calls or workshops at this address. We begin once you confirm.',
      'Reminders and changes of calls go to people who are registered for them; of a workshop you hear when its next date is set. The page behind the button says what was asked for.',
      'If it was not you, you can ignore this message; we send nothing further.',
    ],
    action: 'Yes, send me mail',
  },
} satisfies Record<string, MailText>;
