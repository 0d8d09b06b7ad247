/** Every page's address, in one table. Pages, redirects, mails and tests use these, never literals. */
export const paths = {
  home: '/',
  about: '/about',
  privacy: '/privacy',
  accessibility: '/accessibility',
  hotline: '/hotline',
  /** Forgets the form on its way, then leaves for a harmless site. */
  exit: '/exit',
  whenWouldIHear: '/when-would-i-hear',
  serviceLevels: '/service-levels',
  outbox: '/outbox',
  outboxMessage: (id: string) => `/outbox/${id}`,

  talk: '/request/talk',
  form: {
    start: '/request/start',
    role: '/request/role',
    details: '/request/details',
    supervisor: '/request/supervisor',
    kind: '/request/kind',
    document: '/request/document',
    notReviewed: '/request/not-reviewed',
    topics: '/request/topics',
    resources: '/request/resources',
    facts: '/request/facts',
    identifiers: '/request/identifiers',
    deadline: '/request/deadline',
    deadlineSoon: '/request/deadline-soon',
    check: '/request/check',
    sent: '/request/sent',
  },

  signIn: '/sign-in',
  signInSent: '/sign-in/sent',
  signInConfirm: '/sign-in/confirm',
  signOut: '/sign-out',

  myRequests: '/my/requests',
  myRequest: (id: string) => `/my/requests/${id}`,
  myRequestSent: (id: string) => `/my/requests/${id}/sent`,
  myClock: (id: string) => `/my/requests/${id}/clock`,
  myCourtDate: (id: string) => `/my/requests/${id}/court-date`,
  myAnswer: (id: string) => `/my/requests/${id}/answer`,
  myWithdrawal: (id: string) => `/my/requests/${id}/withdraw`,
  myDocuments: (id: string) => `/my/requests/${id}/documents`,
  myResponse: (id: string) => `/my/requests/${id}/response`,
  supervisor: (token: string) => `/supervisor/${token}`,

  staff: {
    queue: '/staff',
    request: (id: string) => `/staff/requests/${id}`,
    closures: '/staff/closures',
    messages: '/staff/messages',
  },

  assets: '/assets',
  apiDocs: '/api/docs',
} as const;
