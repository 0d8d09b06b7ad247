import type {
  PrivacyKind,
  PrivacyReason,
  PrivacyStatus,
} from '../../../../../domain/privacy/privacy-requests.js';

const privacyText = {
  title: 'Wishes about data',
  intro:
    'People who ask for a copy of what the desk has of them, or for its erasure. They are told a day by which they have an answer.',
  tabs: { live: 'Waiting', ended: 'Ended' },
  columns: { what: 'What', who: 'Who', dates: 'Dates', status: 'State' },
  empty: 'None.',
  older: 'Older',
  nobody: 'Somebody who was erased',
  kinds: { copy: 'A copy', erasure: 'Erasure' } satisfies Record<PrivacyKind, string>,
  statuses: {
    unconfirmed: 'Not confirmed',
    open: 'To be decided',
    erasing: 'Being erased',
    done: 'Done',
    partly: 'Done in part',
    refused: 'Refused',
    withdrawn: 'Taken back',
  } satisfies Record<PrivacyStatus, string>,
  confirmedOn: (at: string) => `Confirmed ${at}`,
  dueOn: (day: string) => `Answer by ${day}`,
  decidedOn: (at: string) => `Decided ${at}`,
};

const onePrivacyText = {
  ...privacyText,
  titleOf: { copy: 'A wish for a copy', erasure: 'A wish for erasure' } satisfies Record<PrivacyKind, string>,
  back: 'All wishes',
  person: 'Open the person’s record',
  goes: 'What would be erased',
  stays: 'What stays',
  notNow: 'Not possible now',
  copyLead:
    'The copy holds what they wrote and were sent, and nothing of staff’s notes or drafts. Only they can fetch it, for some days, after signing in.',
  erasureLead:
    'A last mail goes to them; once it has left, everything of theirs is erased. This can’t be undone.',
  legend: 'What is done',
  choices: {
    'carry-out': 'Carry it out',
    partly: 'Carry it out in part, and say below what is left out',
    refuse: 'Refuse it',
  },
  missing: 'Choose what is done.',
  reasonLegend: 'Why it is refused',
  reasonHint: 'Only of a refusal. They read the sentence as it stands here.',
  reasons: {
    'must-keep': 'We have to keep it for now, and may not say more about why',
    'open-work': 'Something of theirs is still open, or somebody waits for them',
    'not-sure-who': 'We could not make sure that it is they who ask',
    'answered-lately': 'They were given this not long ago',
    other: 'Another reason, which the words say',
  } satisfies Record<PrivacyReason, string>,
  reasonMissing: 'Choose why it is refused.',
  words: {
    label: 'Words to them',
    hint: 'They read it after signing in. Of a hold, a claim or an order say nothing here. After an erasure nobody reads it.',
  },
  button: 'Decide',
  done: {
    done: 'Decided. They have been told.',
    partly: 'Decided. They have been told.',
    refused: 'Refused. They have been told.',
    erasing: 'Decided. It is carried out once the last mail has left.',
  } as Record<string, string>,
  saidWords: (words: string) => `Words to them: ${words}`,
  saidReason: (reason: string) => `Why: ${reason}.`,
};

/** By the addresses of their pages. */
export const privacyTexts = { privacy: privacyText, 'privacy/:id': onePrivacyText };
