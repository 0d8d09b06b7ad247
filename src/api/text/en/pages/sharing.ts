import type { ReleaseDecisionKind } from '../../../../domain/releases/release-decisions.js';
import type { RecipientKind, ReleasePart, SignedHow } from '../../../../domain/releases/release-scope.js';
import type { ReleaseStatus } from '../../../../domain/releases/release-statuses.js';

/** Words about what goes to whom outside the program, as staff and whoever asked read them. */
export const partNames: Record<ReleasePart, string> = {
  contact: 'name, e-mail address and organization',
  question: 'what was asked: facts and questions',
  documents: 'the documents',
  answer: 'our answer',
  letters: 'letters written since',
};

export const recipientKinds: Record<RecipientKind, { name: string; to: string }> = {
  mentor: { name: 'Mentor', to: 'a mentor' },
  referral: { name: 'Where we refer to', to: 'somebody we refer to' },
  partner: { name: 'Partner organization', to: 'a partner organization' },
  call: { name: 'Participants of a call', to: 'the participants of a call' },
  counsel: { name: 'Lawyer', to: 'a lawyer' },
  other: { name: 'Somebody else', to: 'somebody else' },
};

export const releaseStatuses: Record<ReleaseStatus, string> = {
  asked: 'Not signed yet',
  'in-force': 'In force',
  declined: 'Declined',
  'taken-back': 'Taken back',
  lapsed: 'Lapsed unsigned',
  expired: 'Expired',
  revoked: 'Revoked',
};

export const signedHows: Record<SignedHow, string> = {
  page: 'after signing in',
  paper: 'on paper',
  act: 'by agreeing to be introduced',
};

const mentorName = 'The mentor they are introduced to';

export const sharingText = {
  parts: partNames,
  kinds: recipientKinds,
  statuses: releaseStatuses,
  hows: signedHows,
  rows: {
    recipient: 'To',
    purpose: 'What for',
    parts: 'What',
    status: 'How it stands',
    signed: 'Signed',
    paper: 'Where the paper is',
    until: 'Until',
    reason: 'Why it was revoked',
  },
  unsigned: 'by nobody',
  signedOn: (day: string, how: string) => `${day}, ${how}`,
  introduced: 'Introducing you to somebody who can advise you',
  mentor: mentorName,
  file: {
    title: (reference: string) => `Request ${reference}`,
    mark: (recipient: string, day: string, id: string) => `For ${recipient} only · ${day} · ${id}`,
    note: 'Confidential. This copy is for its recipient alone and may not be passed on.',
    contact: 'Who asked',
    question: 'What was asked',
    label: 'Label of the client, chosen by whoever asked',
    facts: 'Facts',
    questions: 'Questions',
    documents: 'Documents',
    answer: 'Our answer',
    letters: 'Letters',
    from: { requester: 'Requester', supervisor: 'Supervisor', staff: 'Our staff' },
  },
};

/** Pages of whoever asked. */
export const mySharingText = {
  link: 'What is shared with whom',
  title: 'What is shared with whom',
  lead: [
    'Nothing you wrote to us goes to anybody outside our program unless you allow it: to one recipient, for one purpose, until one day. Your supervisor reads what you ask because you named them yourself.',
    'You can take any of it back at any time. From that moment on nothing more goes out. What somebody has already read can’t be unread.',
  ],
  none: 'Nothing has been shared, and nobody asks for it.',
  mentor: 'The mentor we introduce you to',
  decide: { asked: 'Read and decide', 'in-force': 'Read or take back', other: 'Read' },
  oneTitle: { asked: 'May we share this?', other: 'What you allowed' },
  asked:
    'We ask you to allow this, and only this. You don’t have to: whatever you decide, we help you as before.',
  consent: {
    legend: 'Before you sign',
    name: 'consent',
    choice:
      'I have read what goes to whom, what for and until when, I know that I may decline or take it back at any time, and I agree.',
    missing: 'Tick the box to sign, or decline.',
  },
  sign: 'Sign',
  decline: 'Decline',
  revoke: 'Take it back',
  revokeLead: 'It ends at once. You don’t have to say why.',
  reason: { label: 'Why (optional)', hint: 'Our staff read it.' },
  done: {
    sign: 'Signed. It is in force from now on, and you can take it back at any time.',
    decline: 'You declined. Nothing is shared.',
    revoke: 'Taken back. Nothing more goes out from now on.',
  } satisfies Record<ReleaseDecisionKind, string>,
};

/** Pages of staff. */
const releasesText = {
  title: (reference: string) => `What of ${reference} may be shared`,
  lead: [
    'Nothing of a request goes to anybody outside the program without a release that is in force: one recipient, one purpose, named parts, until a day. The requester signs it, or has signed it on paper. It can be revoked at any time.',
    'Introducing a mentor needs none beforehand: agreeing to be introduced is one, and stands here. Pointing the requester to a referral list or a call passes nothing on.',
  ],
  heading: 'Releases',
  none: 'There is none. Nothing of this request may go to anybody outside.',
  open: 'Open',
  form: 'Ask for a release',
  onlyDirectors: 'A director asks the requester for a release, or records one that was signed on paper.',
  kind: { legend: 'Who is to get it', missing: 'Choose who is to get it.' },
  recipient: {
    label: 'Name of the person and organization',
    hint: 'As the requester is to read it.',
    missing: 'Name who is to get it.',
  },
  purpose: {
    label: 'What for',
    hint: 'In plain words, as the requester is to read it.',
    missing: 'Say what it is for.',
  },
  partsField: {
    legend: 'What they get',
    hint: 'As little as will do.',
    missing: 'Choose at least one part.',
  },
  until: {
    legend: 'Last day (optional)',
    hint: (days: number, longest: number) => `Left empty: ${days} days. At most ${longest} days.`,
    what: 'The last day',
  },
  how: {
    legend: 'How it is signed',
    page: { text: 'The requester is asked by e-mail, and signs after signing in' },
    paper: { text: 'It is signed on paper, and I have seen it' },
  },
  paper: {
    label: 'If on paper: where it is kept',
    hint: 'A file number or a place.',
    missing: 'Say where the paper is kept.',
  },
  signedOn: { legend: 'If on paper: day it was signed', what: 'The day it was signed' },
  button: 'Ask, or record',
  back: (reference: string) => `Back to ${reference}`,
  link: 'Sharing outside',
  linkText: (inForce: number) =>
    inForce === 0
      ? 'Nothing may be shared'
      : inForce === 1
        ? '1 release in force'
        : `${inForce} releases in force`,
  done: { asked: 'The requester is asked.', recorded: 'Recorded. It is in force.', revoked: 'Revoked.' },
};

const releaseText = {
  title: 'Release',
  back: 'Back to what may be shared',
  revokeLead: 'It ends at once, and the requester is told. Whatever was passed on can’t be called back.',
  takeBackLead: 'Nobody has signed it. The requester is no longer asked.',
  reason: { label: 'Reason (optional)', hint: 'The requester reads it.' },
  revoke: 'Revoke it',
  takeBack: 'Take it back',
};

const exportsText = {
  title: (reference: string) => `Files of ${reference} for others`,
  lead: [
    'A file holds what the requester could read themself, and of that the parts that its release names: no notes, drafts or names behind them. For whom it is stands on each page.',
    'It can be downloaded for a few days, as long as the release is in force. Then it is destroyed. Making one and each download are recorded.',
  ],
  heading: 'Files',
  nothing: 'There is none.',
  file: (format: string, madeAt: string) => `${format} of ${madeAt}`,
  fileMore: (until: string, times: number) =>
    `until ${until}, ${times === 0 ? 'not downloaded' : times === 1 ? 'downloaded once' : `downloaded ${times} times`}`,
  form: 'Make a file',
  release: { legend: 'Under which release', missing: 'Choose a release.' },
  covers: (parts: string, until: string) => `${parts}; until ${until}`,
  format: { legend: 'As what', missing: 'Choose one.' },
  formats: {
    pdf: { text: 'PDF, to read and print', hint: 'Documents by their names.' },
    json: { text: 'JSON, with the documents inside' },
    csv: { text: 'CSV, for a spreadsheet', hint: 'Documents by their names.' },
  },
  noRelease: 'No release is in force that names somebody. Ask the requester for one first.',
  button: 'Make the file',
  back: 'Back to what may be shared',
  link: 'Files for others',
  done: 'The file is made. Download it below.',
};

export const releasesTexts = {
  'exports/:id': exportsText,
  'releases/:id': releasesText,
  'releases/:id/:release': releaseText,
};

/** Names of the mails, in the list of mails. */
export const releaseMailKinds = {
  'release-asked': 'Release asked for',
  'release-signed': 'Release signed',
  'release-expiring': 'Release about to expire',
  'release-expired': 'Release expired',
  'release-revoked': 'Release revoked',
  'release-answered': 'Release answered, to staff',
};
