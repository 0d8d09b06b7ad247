import type { MailKind } from '../../../domain/mail/kinds.js';
import { formatDate, formatPair } from '../../../domain/time/format.js';
import type { MailText } from '../mail-text.js';
import { absenceTexts } from './absences.js';
import { accountTexts } from './account.js';
import { afterAnswerTexts } from './after-answer.js';
import { questionTexts } from './call-questions.js';
import { registrationTexts } from './call-registrations.js';
import { callTexts } from './calls.js';
import { conductTexts } from './conduct.js';
import { correspondenceTexts } from './correspondence.js';
import { frame } from './frame.js';
import { mentorTexts } from './mentors.js';
import { outcomeTexts } from './outcome.js';
import { privacyTexts } from './privacy.js';
import { receiptTexts } from './receipt.js';
import { sharingTexts } from './sharing.js';
import { staffTexts } from './staff.js';
import { timeTexts } from './time.js';

const kinds: Record<MailKind, MailText> = {
  ...receiptTexts,
  ...timeTexts,
  ...outcomeTexts,
  ...afterAnswerTexts,
  ...correspondenceTexts,
  ...staffTexts,
  ...accountTexts,
  ...conductTexts,
  ...sharingTexts,
  ...absenceTexts,
  ...mentorTexts,
  ...privacyTexts,
  ...registrationTexts,
  ...questionTexts,
  ...callTexts,
};

/** What mails say in English. */
export const en = {
  /** BCP 47, for readers that read mail aloud. */
  language: 'en' as string,
  dates: {
    date: formatDate,
    /** In the program's zone and in another. */
    pair: formatPair,
  },
  frame,
  /** The words of each kind of mail. */
  kinds,
};
