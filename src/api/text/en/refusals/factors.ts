import type { factorRefusals } from '../../../../domain/refusals/factors.js';
import type { RefusalSentences } from '../../sentences.js';

export const factorSentences: RefusalSentences<typeof factorRefusals> = {
  'second-factor-needed': 'This sign-in has not passed the second factor yet. Open the desk in this browser.',
  'factor-asked-again': 'This needs a sign-in of the last ten minutes. Open the desk in this browser.',
  'code-wrong': 'This code is not right, or was used before. Wait for the next one, or use a recovery code.',
  'first-code-wrong':
    'This code is not right. Check that the app has the key of this page and that your phone’s clock is right, and enter the newest code.',
  'too-many-codes': ({ minutes }) =>
    `Five codes were wrong. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  'passkey-unreadable': 'The passkey was not accepted. Try again, or use a code.',
  'factor-there-already':
    'An app or a passkey was set up in another browser meanwhile. Load this page again, and prove it is you with that one.',
  'no-factor': 'Recovery codes go with an app or a passkey. Add one of those first.',
  'reset-by-people': 'An admin asks for this on the page of the colleague; a key can’t.',
  'own-factor': 'Two other admins reset your second factor. Ask them.',
  'reset-needs-another':
    'You have asked for this already. Another admin has to confirm it on this page, within a day.',
  'new-admin-waits':
    'Whoever has become an admin within the last day can’t confirm a reset yet. Another admin can, or you tomorrow.',
  'reset-by-two-admins':
    'There are two admins who can do this: one asks for it on the page of the colleague (Staff, then the name), the other confirms it there.',
  'no-factor-to-reset': 'There is no second factor to reset: the next sign-in sets one up.',
  'last-factor': 'This is the only way you have to prove it is you. Add another one first.',
  'provider-address':
    'Your organization’s sign-in gave no address that this desk may take its word for. Sign in with a link by e-mail instead.',
  'provider-account-other':
    'This address came with another account of your organization before. Sign in with a link by e-mail. If you were given a new account, ask two admins of the desk to reset how you sign in.',
  'provider-declined': 'You did not go on there, so nobody is signed in. Try again, or use a link by e-mail.',
  'provider-away': 'Your organization’s sign-in can’t be reached right now. Use a link by e-mail instead.',
  'provider-not-valid':
    'That sign-in was used already, took more than ten minutes, or was begun in another browser. Start again.',
};
