/** A person's addresses: those that are theirs, and another one. */
export const addressesText = {
  title: 'Your e-mail addresses',
  lead: 'What comes in under any of your addresses is kept together. If you passed a course under another address, add it here, and the course counts.',
  yours: 'Yours',
  waiting: 'Waiting for you to open the link we sent',
  another: 'Another address of yours',
  anotherHint: 'We send a link there. It counts once you open the link, signed in as you are now.',
  missing: 'Enter an e-mail address.',
  add: 'Send the link',
  asked: (email: string) =>
    `We have sent a link to that address. Open it in this browser; in another one, sign in as ${email} first.`,
  already: 'That address is yours already.',
  proved:
    'The address is yours now. Courses passed under it count, and what came in under it is with your other requests.',
  toRequests: 'Go to your requests',
  proveTitle: 'Add this address?',
  proveLead: (email: string) =>
    `If you add ${email}, everything that came in under it and under your other addresses is kept together: requests, calls and courses. This can’t be undone.`,
  prove: 'Add it',
  keep: 'Don’t add it',
  over: {
    title: 'This link can’t be used',
    lead: (email: string) => [
      `You are signed in as ${email}. A link that adds an address works for a week, if it is the latest one sent there, and only for the person who asked for it.`,
      'If you asked for it under another address, sign out, open the link in the e-mail again, and sign in with that address.',
      'If not, look whether the address is among yours already, or have a new link sent.',
    ],
    signOut: 'Sign out',
  },
  link: 'Your e-mail addresses',
  passedElsewhere: 'Did you pass a course under another e-mail address? Add that address',
};
