import type { MailKind } from '../../../domain/mail/kinds.js';
import type { MailText } from '../mail-text.js';
import { accountTexts } from './account.js';
import { questionTexts } from './call-questions.js';
import { registrationTexts } from './call-registrations.js';
import { callTexts } from './calls.js';
import { correspondenceTexts } from './correspondence.js';
import { outcomeTexts } from './outcome.js';
import { receiptTexts } from './receipt.js';
import { staffTexts } from './staff.js';
import { timeTexts } from './time.js';

/** The words of every mail, in one table. */
export const catalogue: Record<MailKind, MailText> = {
  ...receiptTexts,
  ...timeTexts,
  ...outcomeTexts,
  ...correspondenceTexts,
  ...staffTexts,
  ...accountTexts,
  ...registrationTexts,
  ...questionTexts,
  ...callTexts,
};
