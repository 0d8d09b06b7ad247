/** Words of the second factor: asked for, set up, and kept on a page of one's own. */
export const factorText = {
  code: {
    title: 'Prove that it is you',
    lead: 'The link was not all: enter the code that your authenticator app shows now.',
    again:
      'This needs a sign-in of the last ten minutes. Enter the code that your app shows now, and you go on where you were.',
    label: 'Code',
    hint: 'Six digits, or one of your recovery codes.',
    missing: 'Enter the code of your app, or a recovery code.',
    button: 'Go on',
    lost: 'Your app is lost? Use a recovery code here. If those are gone as well, ask an admin of the desk to reset your second factor.',
    lostPerson:
      'Your app is lost? Use a recovery code here. If those are gone as well, write to us at the address below.',
    passkeyTitle: 'Or use a passkey',
    passkeyOnly: 'The link was not all: use your passkey, or one of your recovery codes.',
    passkeyButton: 'Use a passkey',
    signOut: 'Sign out instead',
  },
  setUp: {
    title: 'Set up a second factor',
    addTitle: 'Add a way to prove it is you',
    lead: 'An e-mail link alone does not open this desk to its staff: it holds what survivors told in confidence. Choose an app on your phone, or a passkey. You need it each time you sign in.',
    addLead: 'You are asked for it each time you sign in from now on.',
    appTitle: 'An authenticator app',
    scan: 'Scan this with the app. It works with any app for codes of six digits, such as Aegis, Google Authenticator or Microsoft Authenticator.',
    picture: 'QR code with the key below',
    type: 'Or type this key into the app:',
    label: 'Code that the app shows now',
    hint: 'Six digits.',
    missing: 'Enter the code that the app shows.',
    button: 'Use this app',
    passkeyTitle: 'A passkey',
    passkeyLead: 'Your device or a security key proves that it is you, by fingerprint, face or PIN.',
    passkeyButton: 'Make a passkey',
    passkeyNoScript:
      'You use an app already. A passkey can be added in a browser that knows passkeys and runs the scripts of this page.',
    full: 'You have as many passkeys as anybody may have. Remove one first.',
  },
  codes: {
    title: 'Keep these recovery codes',
    lead: 'Each of them opens the desk once, in place of the app or passkey, should you lose it. Print them or write them down, and keep them apart from your phone. They are not shown again.',
    goOn: 'I have kept them, go on',
  },
};

/** Words of `/account`. */
export const accountText = {
  title: 'Your account',
  link: 'Your account',
  signInAgain:
    'This needs a sign-in of the last ten minutes. We send you a new link; what you were doing comes back.',
  factorsTitle: 'How you prove it is you',
  last: 'Add another one before you remove this one.',
  linkAlone:
    'The link in your e-mail is all there is. Add an app or a passkey, and nobody gets in by reading your mail alone.',
  add: 'Add an app or a passkey',
  columns: { what: 'What', since: 'Since', used: 'Last used' },
  app: 'Authenticator app',
  passkey: 'Passkey',
  never: 'Not yet',
  remove: 'Remove',
  codesTitle: 'Recovery codes',
  codesLeft: (left: number) => (left === 1 ? 'One is left.' : `${left} are left.`),
  newCodes: 'Make ten new ones',
  newCodesHint: 'Making new ones ends these.',
  sessionsTitle: 'Where you are signed in',
  sessionsLead: 'We keep when, and neither from where nor with which browser.',
  began: 'Signed in',
  lastUsed: 'Last used',
  thisOne: 'This one',
  end: 'End it',
  endOf: (when: string) => `signed in ${when}`,
  endOthers: 'End all others',
  done: {
    ended: 'It is ended.',
    others: 'All others are ended.',
    removed: 'It is removed.',
    added: 'It is added. You are asked for it from now on.',
  },
  pages: {
    add: { title: 'Add a way to prove it is you' },
    remove: { title: 'Your account' },
    codes: { title: 'Your account' },
    end: { title: 'Your account' },
  },
};
