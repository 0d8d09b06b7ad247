/** How often something may be tried in a while. Wall time: whoever floods us does so on real time. */
export interface Limit {
  name: string;
  most: number;
  windowMs: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every limit of the desk. Staff and keys are not throttled. */
export const LIMITS = {
  /** What a network sends without signing in: forms, subscriptions, questions for a link, on pages and over the API. */
  strangersPosts: { name: 'strangers-posts', most: 100, windowMs: 10 * MINUTE },
  /** What a signed-in person sends. */
  personsPosts: { name: 'persons-posts', most: 300, windowMs: 10 * MINUTE },
  /** How often a refusal to one member of staff or one key is written down. */
  refusalsNoted: { name: 'refusals-noted', most: 100, windowMs: HOUR },
  wrongKeys: { name: 'wrong-keys', most: 100, windowMs: 10 * MINUTE },
  /** Sign-in mails to one address: at the wish of one network, and in all. A stranger doesn't use up the owner's. */
  signInMailsByAsker: { name: 'sign-in-mails-by-asker', most: 5, windowMs: 10 * MINUTE },
  signInMails: { name: 'sign-in-mails', most: 20, windowMs: 10 * MINUTE },
  /** Mails to one address that somebody signed in with a browser it doesn't know. */
  newBrowserMails: { name: 'new-browser-mails', most: 3, windowMs: DAY },
  /** Codes of a second factor, of one person. */
  secondFactor: { name: 'second-factor', most: 5, windowMs: 15 * MINUTE },
  /** Wrong addresses typed to open a supervisor's link, from one network. */
  supervisorAddresses: { name: 'supervisor-addresses', most: 5, windowMs: HOUR },
  /** Forms held until their sender's address is proved: of one network. A stranger keeps nobody else from sending one. */
  formsFromNetwork: { name: 'forms-from-network', most: 30, windowMs: HOUR },
  /** Mails with a form's link: to one address at the wish of one network, to it in all, and to everybody. */
  formMailsByAsker: { name: 'form-mails-by-asker', most: 5, windowMs: HOUR },
  formMailsToAddress: { name: 'form-mails-to-address', most: 10, windowMs: HOUR },
  formMailsToAddressInADay: { name: 'form-mails-to-address-in-a-day', most: 20, windowMs: DAY },
  formMails: { name: 'form-mails', most: 300, windowMs: HOUR },
  /** Reminders of forms that wait, to one address. */
  formReminders: { name: 'form-reminders', most: 20, windowMs: DAY },
  /** Mails with a link to a form on its way: at the wish of one network, in all and to one address; to it in all. */
  draftLinksByAsker: { name: 'draft-links-by-asker', most: 20, windowMs: HOUR },
  draftLinksByAskerToAddress: { name: 'draft-links-by-asker-to-address', most: 3, windowMs: HOUR },
  draftLinksToAddress: { name: 'draft-links-to-address', most: 6, windowMs: HOUR },
  /** Documents sent with forms, of one network. */
  formFilesFromNetwork: { name: 'form-files-from-network', most: 60, windowMs: HOUR },
  /** Mails that ask somebody whether a stranger may sign them up: to one address, at one asker's wish, and in all. */
  confirmationsToAddress: { name: 'confirmations-to-address', most: 3, windowMs: HOUR },
  confirmationsByAsker: { name: 'confirmations-by-asker', most: 20, windowMs: HOUR },
  confirmations: { name: 'confirmations', most: 100, windowMs: HOUR },
  /** Mails that ask whether an address is theirs too, at one person's wish: to one address, and in all; and to it in all. */
  claimsToAddress: { name: 'claims-to-address', most: 5, windowMs: DAY },
  claimsByPerson: { name: 'claims-by-person', most: 10, windowMs: DAY },
  claimMailsToAddress: { name: 'claim-mails-to-address', most: 20, windowMs: DAY },
  /** What one person does that writes rows or mails staff: about one request, and in all. */
  letters: { name: 'letters', most: 30, windowMs: DAY },
  documents: { name: 'documents', most: 60, windowMs: DAY },
  courtDates: { name: 'court-dates', most: 20, windowMs: DAY },
  supervisors: { name: 'supervisors', most: 10, windowMs: DAY },
  requests: { name: 'requests', most: 30, windowMs: DAY },
  questions: { name: 'questions', most: 30, windowMs: DAY },
  registrations: { name: 'registrations', most: 30, windowMs: DAY },
  /** Wishes for a copy or an erasure, each with a mail to confirm it. */
  privacyWishes: { name: 'privacy-wishes', most: 6, windowMs: DAY },
} as const satisfies Record<string, Limit>;

/** On a laptop everybody is one network, tests and rehearsals included. */
export const LAPTOP_TIMES = 50;
