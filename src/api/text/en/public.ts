import { accountText } from './pages/account.js';
import { apiDocsText } from './pages/api-docs.js';
import {
  aboutText,
  accessibilityText,
  hotlineText,
  landingText,
  mailboxText,
  privacyText,
  whenText,
} from './pages/public.js';
import { signInText } from './pages/sign-in.js';
import { answersText } from './pages/staff/precedents.js';
import { referralsText } from './pages/ways-on.js';

/** Pages for everybody. */
export const publicTexts = {
  landing: landingText,
  hotline: hotlineText,
  when: whenText,
  privacy: privacyText,
  accessibility: accessibilityText,
  about: aboutText,
  referrals: referralsText,
  answers: answersText,
  apiDocs: apiDocsText,
  signIn: signInText,
  account: accountText,
  mailbox: mailboxText,
};
