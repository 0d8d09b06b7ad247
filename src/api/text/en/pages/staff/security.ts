import type { WhyTheirs } from '../../../../../domain/security/readings.js';
import type { SecurityData, SecurityKind } from '../../../../../domain/security/security-events.js';
import type { Unusual } from '../../../../../domain/security/unusual.js';
import type { Whence } from '../../../../../domain/security/whence.js';
import { count } from '../count.js';
import { roleLabels } from './common.js';

const roleOf = (role: string) => (roleLabels[role] ?? role).toLowerCase();

const WAYS: Record<string, string> = {
  link: 'a link',
  form: 'the link of a form',
  google: 'Google',
  entra: 'Microsoft',
  oidc: 'the organization’s sign-in',
  app: 'authenticator app',
  passkey: 'passkey',
  code: 'code of an app',
  recovery: 'recovery code',
};
const WHY_REFUSED: Record<string, string> = {
  'provider-address': 'its word proved no address of ours',
  'provider-account-other': 'the address came with another account before',
  'provider-declined': 'whoever it was did not go on there',
  'provider-away': 'it could not be reached',
  'provider-not-valid': 'its answer was used, late or not its own',
  'link-address': 'another address was typed than it went to',
  'link-not-valid': 'it was used, late or not of ours',
};
const wishOf = (what: string) => (what === 'copy' ? 'a copy' : 'an erasure');
const wayOf = (way: string) => WAYS[way] ?? way;

/** What each kind of event says, of what it carries. */
const kinds: { [K in SecurityKind]: { label: string; says: (data: SecurityData<K>) => string } } = {
  'admin-link-made': {
    label: 'Link for the first admin',
    says: () => 'A link to sign in as the first admin was printed where the desk was started.',
  },
  'signed-in': { label: 'Signed in', says: ({ by }) => `By ${wayOf(by)}.` },
  'sign-in-refused': {
    label: 'Sign-in refused',
    says: ({ by, reason }) => `By ${wayOf(by)}: ${WHY_REFUSED[reason] ?? reason}.`,
  },
  'factor-passed': { label: 'Second factor given', says: ({ by }) => `By ${wayOf(by)}.` },
  'factor-refused': { label: 'Second factor wrong', says: ({ by }) => `By ${wayOf(by)}.` },
  'factor-added': { label: 'Second factor added', says: ({ what }) => `Added: ${wayOf(what)}.` },
  'factor-removed': { label: 'Second factor removed', says: ({ what }) => `Removed: ${wayOf(what)}.` },
  'recovery-codes-made': {
    label: 'Recovery codes made',
    says: () => 'New recovery codes; those of before open nothing any more.',
  },
  'factor-reset-asked': {
    label: 'Reset of a second factor asked for',
    says: () => 'Another admin has to confirm it within a day.',
  },
  'factor-reset': {
    label: 'Second factor reset',
    says: ({ sessions }) => `It is gone, and ${count(sessions, 'session')} ended.`,
  },
  'wall-set': { label: 'Request hidden', says: () => 'A request was hidden from them by a conflict wall.' },
  'wall-broken': {
    label: 'Request shown again',
    says: () => 'They may see a request again that was hidden.',
  },
  'request-erased': { label: 'Request erased', says: ({ rows }) => `By hand, ${count(rows, 'row')}.` },
  'person-erased': { label: 'Person erased', says: ({ rows }) => `By hand, ${count(rows, 'row')}.` },
  release: {
    label: 'Release',
    says: ({ what, recipient, parts }) => `${what}: for ${recipient}, ${parts.join(', ')}.`,
  },
  'case-exported': {
    label: 'File of a case made',
    says: ({ format, basis, parts }) => `As ${format.toUpperCase()}, under a ${basis}: ${parts.join(', ')}.`,
  },
  'export-handed-out': { label: 'File of a case handed out', says: () => 'It was downloaded.' },
  'hold-set': { label: 'Legal hold set', says: () => 'Nothing of it is erased until the hold is lifted.' },
  'hold-lifted': { label: 'Legal hold lifted', says: () => 'It is erased again when its time has come.' },
  'document-infected': {
    label: 'Virus in a document',
    says: ({ signature }) => `A document carried a virus (${signature}) and was destroyed.`,
  },
  'document-unchecked': {
    label: 'Document not scanned',
    says: () => 'The virus scanner could not be reached for days. The document can’t be opened.',
  },
  'privacy-asked': { label: 'Wish about data', says: ({ what }) => `Somebody asked for ${wishOf(what)}.` },
  'privacy-decided': {
    label: 'Wish about data decided',
    says: ({ what, outcome }) => `A wish for ${wishOf(what)} was decided: ${outcome}.`,
  },
  'copy-fetched': {
    label: 'Copy of one’s data fetched',
    says: ({ what }) => `By whose it is, as ${what.toUpperCase()}.`,
  },
  'permission-refused': {
    label: 'Refused',
    says: ({ reason, route }) => `Tried what their role may not: ${route} (${reason}).`,
  },
  'colleague-added': { label: 'Staff added', says: ({ role }) => `Added as ${roleOf(role)}.` },
  'role-changed': {
    label: 'Role changed',
    says: ({ from, to }) => `From ${roleOf(from)} to ${roleOf(to)}.`,
  },
  'colleague-deactivated': {
    label: 'Staff deactivated',
    says: ({ sessions, keys }) =>
      `May not sign in any more. Ended with it: ${count(sessions, 'session')}, ${count(keys, 'API key')}.`,
  },
  'colleague-back': { label: 'Staff back', says: ({ role }) => `May sign in again, as ${roleOf(role)}.` },
  'key-made': {
    label: 'API key made',
    says: ({ role, scopes }) =>
      `Role ${roleOf(role)}, ${scopes.includes('write') ? 'may change' : 'may only read'}.`,
  },
  'key-rotated': {
    label: 'API key rotated',
    says: ({ days, overlapHours }) =>
      `It has a new secret for ${count(days, 'day')}; the one of before works for ${count(overlapHours, 'hour')} more.`,
  },
  'key-revoked': { label: 'API key revoked', says: () => 'It opens nothing any more.' },
  'key-refused': {
    label: 'Wrong API key',
    says: ({ reason }) => `A call came with a key that opens nothing (${reason}).`,
  },
  exported: {
    label: 'List taken away',
    says: ({ what, rows }) => `${what}, ${count(rows, 'row')}.`,
  },
  'backup-begun': { label: 'Backup', says: () => 'A backup was begun.' },
  'backup-restored': {
    label: 'Restored',
    says: ({ rows, madeAt }) => `${count(rows, 'row')} of a backup made ${madeAt.slice(0, 10)}.`,
  },
  'records-purged': {
    label: 'Records past their time',
    says: ({ record, before, rows }) =>
      `${count(rows, 'row')} of ${record === 'reading' ? 'readings' : 'security events'} from before ${before.slice(0, 10)} went.`,
  },
};

const whences: Record<Whence, string> = {
  page: 'on a page',
  api: 'over the API',
  command: 'from a command',
  system: 'by the desk itself',
};

const whys: Record<WhyTheirs, string> = {
  own: 'asked themself',
  supervisor: 'supervises',
  assignee: 'assigned to them',
  'stand-in': 'stands in',
  author: 'wrote the draft',
  task: 'has a task in it',
  mentioned: 'named in a note',
  review: 'waits for review',
  'to-assign': 'nobody has it',
  escalated: 'past due',
  call: 'of a call now',
  conduct: 'review goes on',
  introduction: 'introduction goes on',
};

const whats: Record<string, string> = {
  request: 'The request',
  response: 'The answer',
  document: 'A document',
  correspondence: 'The correspondence',
  question: 'A question for a call',
  conduct: 'A conduct review',
  introduction: 'An introduction',
  release: 'Releases',
  export: 'A file for somebody outside',
};

const findings: Record<Unusual, (name: string, n: number, when: string) => string> = {
  many: (name, n, when) =>
    `${name} read ${count(n, 'case')} that nothing says to be theirs, in the hour from ${when}.`,
  night: (name, n, when) => `${name} read ${count(n, 'case')} in the night, first ${when}.`,
  command: (name, n, when) => `${name} read ${count(n, 'case')} by a command for the first time, ${when}.`,
  refused: (name, n, when) =>
    `${name} was refused ${n === 1 ? 'once' : `${n} times`} in the hour from ${when}.`,
};

export const securityText = {
  title: 'Security',
  tabs: { events: 'Events', readings: 'Readings' },
  intro: {
    events:
      'What happened to accounts, roles, keys, lists and backups, the newest first. Ids and codes only: nothing of a case stands here.',
    readings: 'Who read which case, when, and by what way, the newest first. What they read is not kept.',
  },
  filter: {
    heading: 'Filter',
    who: { label: 'Person or API key', any: 'Anybody', key: (name: string) => `API key: ${name}` },
    reference: { label: 'Request', hint: 'Like TA-2026-0012' },
    kind: {
      label: { events: 'Kind', readings: 'Read' },
      any: 'All',
      notTheirs: 'Only what nothing says to be theirs',
    },
    from: 'From',
    to: 'To',
    apply: 'Show',
    clear: 'Show all',
    unknownReference: 'There is no request of that reference. It may be erased.',
    notUnderstood: 'Part of the filter was not understood and is left out.',
  },
  columns: { when: 'When', who: 'Who', what: 'What', about: 'About', whence: 'Way', why: 'Why' },
  kinds,
  unknownKind: 'Of another version of the desk',
  whences,
  whencePast: 'not kept then',
  whys,
  whats,
  notTheirs: 'Not theirs',
  erased: 'erased since',
  nobody: 'nobody known',
  desk: 'The desk',
  empty: 'Nothing of that kind is recorded.',
  older: 'Older',
  unusual: {
    heading: (days: number) => `Unusual in the last ${days} days`,
    nothing: 'Nothing.',
    more: (n: number) => `and ${n} more`,
    show: 'Show',
    rules: {
      heading: 'What is marked as unusual',
      many: (n: number) =>
        `Somebody reads ${n} cases or more within an hour of the clock, and nothing in the desk says why they would: not assigned to them or to whom they stand in for, no draft, task or review of theirs, not named in a note, not waiting to be assigned.`,
      night: (from: string, until: string) => `Somebody signed in reads cases between ${from} and ${until}.`,
      command: 'Somebody reads cases by a command for the first time.',
      refused: (n: number) => `Somebody, or a key, is refused ${n} times or more within an hour.`,
      settings:
        'Another program sets these numbers in its program file, under watch. A mark stops nobody, and most have a good reason.',
    },
    findings,
    onStartPage: (n: number) => `${count(n, 'unusual thing')} in the security record this week`,
  },
};
