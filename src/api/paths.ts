import { filled, type Parts } from './address.js';
import type { Texts } from './text/texts.js';

/** Pages with a form about a request, by the names that their words have. */
export type MyRequestPage = keyof Texts['requester']['aboutRequest'];

/** Pages about a call, and about a question of one's own, likewise. */
export type CallPage = keyof Texts['calls']['aboutCall'];
export type MyQuestionPage = keyof Texts['calls']['aboutQuestion'];

/** Pages on the way of signing in, likewise. */
export type SignInPage = keyof Texts['public']['signIn']['pages'];

/** Pages below `/account/`, likewise. */
export type AccountPage = keyof Texts['public']['account']['pages'];

/** Every page's address, in one table. Pages, redirects, mails and tests use these, never literals. */
export const paths = {
  home: '/',
  about: '/about',
  privacy: '/privacy',
  accessibility: '/accessibility',
  hotline: '/hotline',
  /** Forgets the form on its way, then leaves for a harmless site. */
  exit: '/exit',
  referrals: '/referrals',
  /** Published answers. */
  answers: '/answers',
  answer: (id: string) => `/answers/${id}`,
  whenWouldIHear: '/when-would-i-hear',
  rehearsalAdvance: '/rehearsal/advance',
  mailbox: '/outbox',
  mailboxMessage: (id: string) => `/outbox/${id}`,

  whichCall: '/request/talk',
  form: {
    start: '/request/start',
    role: '/request/role',
    details: '/request/details',
    supervisor: '/request/supervisor',
    kind: '/request/kind',
    document: '/request/document',
    tVisa: '/request/t-visa',
    files: '/request/documents',
    notReviewed: '/request/not-reviewed',
    topics: '/request/topics',
    resources: '/request/resources',
    facts: '/request/facts',
    identifiers: '/request/identifiers',
    courtDate: '/request/deadline',
    courtDateSoon: '/request/deadline-soon',
    /** What a court or filing date would come to, for scripts. */
    courtDateAim: '/request/deadline-aim',
    /** Where a form that was begun in another browser is found again. */
    elsewhere: '/request/elsewhere',
    found: (token: string) => `/request/elsewhere/${token}`,
    check: '/request/check',
    sent: '/request/sent',
    confirm: (token: string) => `/request/confirm/${token}`,
  },

  signIn: '/sign-in',
  signInPage: (page: SignInPage) => `/sign-in/${page}`,
  /** To an organization's own sign-in, by its name in addresses, and back. */
  signInWith: (provider: string) => `/sign-in/with/${provider}`,
  signInBack: (provider: string) => `/sign-in/with/${provider}/back`,
  signOut: '/sign-out',
  /** How one proves who one is, and where one is signed in. */
  account: '/account',
  accountPage: (page: AccountPage) => `/account/${page}`,
  /** What was typed into a form that a lost session kept from being sent. */
  keptForm: (id: string) => `/kept/${id}`,

  myRequests: '/my/requests',
  myRequest: (id: string) => `/my/requests/${id}`,
  /** A page with a form about it. */
  myRequestPage: (id: string, page: MyRequestPage) => `/my/requests/${id}/${page}`,
  myRequestSent: (id: string) => `/my/requests/${id}/sent`,
  /** What of it goes to whom outside, and one such release. */
  mySharing: (id: string) => `/my/requests/${id}/sharing`,
  myRelease: (id: string, release: string) => `/my/requests/${id}/sharing/${release}`,
  myClock: (id: string) => `/my/requests/${id}/clock`,
  myDocumentRemoval: (id: string, document: string) => `/my/requests/${id}/documents/${document}/remove`,
  myResponse: (id: string) => `/my/requests/${id}/response`,
  /** Says nothing of what it is about: addresses are seen over a shoulder. */
  myNotice: (id: string) => `/my/notices/${id}`,
  myWorksheets: '/my/worksheets',
  myWorksheet: (id: string) => `/my/worksheets/${id}`,
  myWorksheetPdf: (id: string) => `/my/worksheets/${id}/pdf`,
  myWorksheetAttaching: (id: string) => `/my/worksheets/${id}/attach`,
  myWorksheetErasure: (id: string) => `/my/worksheets/${id}/erase`,
  /** A copy of what is kept of one, or its erasure. */
  myData: '/my/data',
  myDataConfirm: (token: string) => `/my/data/confirm/${token}`,
  myDataPdf: (id: string) => `/my/data/${id}/copy.pdf`,
  myDataJson: (id: string) => `/my/data/${id}/copy.json`,
  myAddresses: '/my/addresses',
  myAddressProof: (token: string) => `/my/addresses/prove/${token}`,
  /** Whether two may be introduced, and how it went; whether somebody is a mentor: by mailed links, and signed in. */
  introduction: (token: string) => `/introduction/${token}`,
  myIntroduction: (id: string) => `/my/introductions/${id}`,
  mentoring: (token: string) => `/mentoring/${token}`,
  myMentoring: '/my/mentoring',
  supervisor: (token: string) => `/supervisor/${token}`,

  calls: '/calls',
  call: (id: string) => `/calls/${id}`,
  callRegister: (series: string) => `/calls/register/${series}`,
  /** A page about a call; what stands in its address for `:token` comes behind. */
  callPage: <P extends CallPage>(page: P, id: string, ...parts: Parts<P>) =>
    `/calls/${id}/${filled(page, ...parts)}`,
  callFile: (id: string) => `/api/v1/calls/${id}/calendar.ics`,
  callFeed: (series: string) => `/api/v1/series/${series}/calendar.ics`,
  myCalls: '/my/calls',
  myQuestion: (call: string, id: string) => `/my/calls/${call}/questions/${id}`,
  /** A page about it. */
  myQuestionPage: (page: MyQuestionPage, call: string, id: string) =>
    `/my/calls/${call}/questions/${id}/${page}`,
  mySubscription: '/my/subscription',
  handover: (token: string) => `/handover/${token}`,
  subscribe: '/subscribe',
  /** With one list chosen; signed-in people come to their own page. */
  subscribeTo: (list: string) => `/subscribe?list=${list}`,
  subscribeSent: '/subscribe/sent',
  subscribeConfirm: (token: string) => `/subscribe/confirm/${token}`,
  unsubscribe: (token: string) => `/unsubscribe/${token}`,

  staff: {
    queue: '/staff',
    request: (id: string) => `/staff/requests/${id}`,
  },

  assets: '/assets',
  apiDocs: '/api/docs',
} as const;
