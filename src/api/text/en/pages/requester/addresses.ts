import { listed } from '../../../../../domain/text/listed.js';

/** A person's addresses: those that are theirs, and another one. */
export const addressesText = {
  title: 'Your e-mail addresses',
  lead: 'What comes in under any of your addresses is kept together. If you passed a course under another address, add it here, and the course counts.',
  yours: 'Yours',
  waiting: 'Waiting for you to open the link we sent',
  listed: (addresses: string[]) => listed(addresses),
  another: 'Another address of yours',
  anotherHint: 'We send a link there. It counts once you open the link, signed in as you are now.',
  missing: 'Enter an e-mail address.',
  add: 'Send the link',
  asked: 'We have sent a link to that address. Open it in this browser, or sign in first.',
  already: 'That address is yours already.',
  proved: 'The address is yours now. What came in under it is with your other requests and courses.',
  proveTitle: 'Add this address?',
  proveLead: (email: string) =>
    `If you add ${email}, everything that came in under it and under your other addresses is kept together: requests, calls and courses. This can’t be undone here.`,
  prove: 'Add it',
  keep: 'Don’t add it',
  link: 'Your e-mail addresses',
  passedElsewhere: 'Did you pass it under another e-mail address? Add that address',
};
