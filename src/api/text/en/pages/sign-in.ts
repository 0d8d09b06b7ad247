import { factorText } from './account.js';

/** Words of signing in and out. */
export const signInText = {
  title: 'Sign in',
  lead: 'There is no password. We will email you a link that signs you in.',
  toAddAddress:
    'You opened a link that adds an address to yours. Sign in with the address under which you asked for it, not with the one that the link came to.',
  email: 'Your e-mail',
  emailError: 'Enter an e-mail address, like name@example.org.',
  send: 'Send me a link',
  unavailable: 'We can’t send a link right now. Please try again in a minute.',
  /** By the addresses of the pages below `/sign-in/`: `paths.signInPage('sent')`. */
  pages: {
    code: factorText.code,
    'set-up': factorText.setUp,
    sent: {
      title: 'Check your e-mail',
      lead: 'If the address is right, a link is on its way. It works once, for ten minutes.',
      notThere: 'No e-mail after a few minutes? Look in your spam folder, or',
      again: 'ask for another link',
    },
    confirm: {
      title: 'Sign in to this desk',
      lead: (address: string) => `This link was mailed to ${address} and signs you in as that person, once.`,
      other: (address: string) => `You are signed in as ${address} here. Signing in by this link ends that.`,
      address: 'Which address was it mailed to?',
      addressHint: 'We ask because this isn’t the browser in which the link was asked for.',
      wrongAddress: 'Enter the address this link was mailed to.',
      shared: 'On a shared computer, sign out when you are done.',
      button: 'Sign in',
      badTitle: 'This link no longer works',
      bad: 'It was already used, is more than ten minutes old, or a wrong address was entered too many times. Ask for a new one.',
    },
  },
  recoveryCodes: factorText.codes,
  /** With the sign-in of an organization of the desk's own. */
  provider: {
    title: 'Or with your organization’s account',
    lead: 'For the program’s staff. A second factor is asked for afterwards, as with a link.',
    button: (name: string) => `Sign in with ${name}`,
    problem: 'You are not signed in',
  },
  signOut: { title: 'Sign out?', button: 'Sign out', stay: 'Stay signed in' },
};
