/** Words every page shares. */
export const layoutText = {
  desk: 'TA Desk',
  skip: 'Skip to main content',
  errorPrefix: 'Error: ',
  errorSummaryTitle: 'There is a problem',
  back: 'Back',
  /** Below names that the program has no address for; an e-mail address follows. */
  linkToCome: 'Where there is no link yet, write to us and we tell you how to get there:',
  /** Titles of banners that have none of their own, and what a sign means. */
  banner: { success: 'Success', important: 'Important', warning: 'Warning' },
  phase: {
    tag: 'Not for real case data yet',
    text: 'This desk is still being built. Please try it out with invented cases only.',
  },
  exit: {
    visible: 'Exit this page',
    label: 'Leave quickly',
    activated: 'Leaving this page.',
    timedOut: 'Exit this page is no longer armed.',
    pressTwoMore: 'Shift, press 2 more times to exit.',
    pressOneMore: 'Shift, press 1 more time to exit.',
  },
  clockBar: {
    label: 'Rehearsal clock',
    text: 'Rehearsal: nothing here reaches real people. The desk’s clock says',
    advance: 'Move it on by',
    steps: { PT1H: '1 hour', P1D: '1 day', P7D: '1 week', P30D: '30 days' },
  },
  errorPage: {
    home: 'Go to the front page',
    words: 'What you typed',
    wordsLead:
      'Nothing you typed is lost: this button sends all of it again. What you wrote in words stands below.',
    again: 'Send it again',
    fileAgain: 'To send the file again, go back to the page before this one.',
  },
  navigation: {
    label: 'Main',
    menu: 'Menu',
    ask: 'Ask for assistance',
    whenWouldIHear: 'When would I hear back?',
    about: 'About',
    myRequests: 'My requests',
    calls: 'Calls',
    queue: 'Queue',
    mailbox: 'Outbox',
    signIn: 'Sign in',
    account: 'Your account',
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
  },
  footer: {
    label: 'About this desk',
    contact: 'Questions about this desk:',
    hotline: 'Survivors of trafficking can call our hotline:',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    apiDocs: 'For developers',
  },
};
