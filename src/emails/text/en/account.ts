import type { MailData } from '../../mail-data.js';
import { type MailText, withDate } from '../mail-text.js';

const NOT_YOU =
  'If you did not expect this message, you can ignore it; nothing happens unless the button is used.';

/** Links that prove who someone is. */
export const accountTexts = {
  'sign-in': {
    subject: () => 'Your sign-in link',
    title: () => 'Sign in',
    body: ({ minutesValid }) => [
      lasts(minutesValid),
      'In a different browser from the one you asked from, it will first ask for your address.',
      NOT_YOU,
    ],
    action: 'Sign in',
  },
  'address-claimed': {
    subject: () => 'Is this address yours too?',
    title: () => 'Please confirm your other address',
    body: ({ lapseOn }) => [
      'Someone who has an account with us says that this address is theirs as well.',
      'If that is you, the button adds it. Courses you passed under this address then count, and everything that came in under both addresses is kept together. If you are asked to sign in, use your other address, not this one.',
      withDate(lapseOn, (day) => `Please use it before ${day}: on that day the button stops working.`),
      'If it was not you, you can ignore this message; nothing happens. Please do not forward it.',
    ],
    action: 'Add this address',
  },
  'factor-reset-asked': {
    subject: () => 'A reset of a second factor was asked for',
    title: () => 'A second factor may be reset',
    body: () => [
      'An admin asked to reset how somebody on staff proves that it is them. Nothing is changed until another admin confirms it, within a day.',
      'If it is yours and you did not ask for this, tell an admin at once. If you are an admin, confirm it only once you have spoken with the person.',
    ],
    action: 'Go to the desk',
  },
  'factor-reset': {
    subject: () => 'A second factor was reset',
    title: () => 'A second factor was reset',
    body: () => [
      'How somebody proves that it is them, beside the link that is mailed, was reset, and they were signed out everywhere. Staff set up a new one as they sign in.',
      'If it is yours and you did not ask for this, tell an admin at once, or write to the address below.',
    ],
    action: 'Go to the desk',
  },
  'key-ending': {
    subject: () => 'An API key of yours ends soon',
    title: () => 'An API key of yours ends soon',
    body: ({ keyPrefix, lapseOn }) => [
      withDate(lapseOn, (day) => `A key that you answer for stops working on ${day}.`),
      keyPrefix && `It begins with ${keyPrefix}.`,
      'If something still calls with it, an admin gives it a new secret on the page of API keys; the one of now works on for a while. If nothing does, let it end.',
    ],
    action: 'See the API keys',
  },
  'admin-added': {
    subject: () => 'There is a new admin',
    title: () => 'There is a new admin',
    body: ({ colleagueName }) => [
      colleagueName
        ? `${colleagueName} is an admin of the desk from now on.`
        : 'Somebody is an admin of the desk from now on.',
      'An admin adds staff, gives roles and makes API keys. All admins are told, so that nobody becomes one unseen.',
      'If you don’t know why, ask the other admins at once, and look at the security events.',
    ],
    action: 'See the account',
  },
  'admin-key-made': {
    subject: () => 'There is a new API key that may do much',
    title: () => 'There is a new API key that may do much',
    body: ({ keyPrefix }) => [
      keyPrefix
        ? `An API key with the role of an admin or a director was made. It begins with ${keyPrefix}.`
        : 'An API key with the role of an admin or a director was made.',
      'All admins are told, so that none is made unseen. If you don’t know what it is for, ask the other admins, and revoke it.',
    ],
    action: 'See the API keys',
  },
  'new-sign-in': {
    subject: () => 'Somebody signed in to your account',
    title: () => 'A sign-in with another browser',
    body: () => [
      'Somebody signed in to your account with a browser that was not used for it before. If that was you, there is nothing to do.',
      'If it was not you, use the button on a device that is yours alone: it leads to where you are signed in, and ends every session elsewhere. Then write to the address below: somebody else may read your e-mail.',
    ],
    action: 'This was not me',
  },
  'form-link': {
    subject: () => 'Your link to go on with a form',
    title: () => 'Go on with your form',
    body: () => [
      'Someone, most likely you, asked to go on with our form in another browser.',
      'The button opens it once, and the page first asks for this address. It works for one day. From then on the form is in that browser, and no longer in the one it was begun in.',
      'If it was not you, you can ignore this message; nothing happens. Please do not forward it.',
    ],
    action: 'Go on with the form',
  },
  'confirm-address': {
    subject: ({ again }) =>
      again ? 'Reminder: your form is not sent yet' : 'Your form is not sent yet: please confirm it',
    title: ({ again }) => (again ? 'Your form still waits for you' : 'One step left: confirm your form'),
    body: ({ lapseOn, again }) => [
      again
        ? 'Someone, most likely you, filled in our form with this address. We have still not received it: it reaches us only once you confirm it.'
        : 'Someone, most likely you, filled in our form with this address. We have not received it yet: it reaches us only once you confirm it.',
      'The button opens a page that shows what would be sent. Once confirmed, it counts as sent at the moment you filled it in; your request’s page shows when our time starts. In a different browser, the page will first ask for this address.',
      withDate(
        lapseOn,
        (day) =>
          `Please confirm before ${day}: on that day we erase all of it, and the button stops working.`,
      ) ?? 'Without your confirmation we erase all of it after a few days.',
      'If it was not you, do nothing, or delete the form on that page. Please do not forward this message.',
    ],
    action: 'See the form and confirm',
  },
  'supervisor-confirmation': {
    subject: ({ reference }) =>
      `Please confirm that you supervise a colleague${reference ? `: ${reference}` : ''}`,
    title: () => 'A colleague named you as supervisor',
    body: (data) => [
      asks(data),
      'We send you a copy of our answer, but only after you confirm that this is right.',
      data.reference
        ? `The request has the number ${data.reference}. Each request is confirmed on its own, also by somebody who has confirmed another.`
        : undefined,
      'The page behind the button lets you say yes or no. Nothing of the case is shown before that.',
      'Until you say yes, our answer can’t go out. If you don’t know this person, or don’t supervise them, say no on that page.',
    ],
    action: 'Confirm or refuse',
  },
  'supervisor-reminder': {
    subject: ({ reference }) =>
      `Reminder: please say whether you supervise a colleague${reference ? `: ${reference}` : ''}`,
    title: () => 'We still need your yes or no',
    body: (data) => [
      asks(data),
      'Our answer can’t go out until you have said yes. The button opens the same page as the one in our first message.',
      'If you don’t know this person, or don’t supervise them, say so on that page, and we will not write to you about it again.',
    ],
    action: 'Confirm or refuse',
  },
} satisfies Record<string, MailText>;

/** Who asks, of which program, and why they are written to. */
function asks({ askerName, askerOrganization, organizationName }: MailData): string {
  const who = askerName ?? 'Someone who works with you';
  const whence = askerName && askerOrganization ? ` of ${askerOrganization}` : '';
  return `${who}${whence} has asked ${organizationName} for written help and named you as the supervisor.`;
}

function lasts(minutes: number | undefined): string {
  const life = minutes === undefined ? 'for a short time' : `for ${minutes} minutes`;
  return `Use the button to sign in. It works once, ${life}. Please do not forward this message.`;
}
