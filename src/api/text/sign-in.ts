/** Words of signing in and out. */
export const signInText = {
  title: 'Sign in',
  lead: 'There is no password. We mail you a link that signs you in.',
  email: 'Your e-mail',
  emailError: 'Enter an e-mail address, like name@example.org.',
  send: 'Send me a link',
  unavailable: 'We can’t send a link right now. Please try again in a minute.',
  sent: {
    title: 'Check your e-mail',
    lead: 'If the address is right, a link is on its way. It works once, for ten minutes.',
    notThere: 'No e-mail after a few minutes? Look in your spam folder, or',
    again: 'ask for another link',
  },
  confirm: {
    title: 'Sign in to this desk',
    lead: 'Press the button to sign in. The link you followed works once.',
    shared: 'On a shared computer, sign out when you are done.',
    button: 'Sign in',
    badTitle: 'This link doesn’t work any more',
    bad: 'It was used already, or is older than ten minutes. Ask for a new one.',
    newLink: 'Get a new link',
  },
  signOut: { title: 'Sign out?', button: 'Sign out', stay: 'Stay signed in' },
} as const;
