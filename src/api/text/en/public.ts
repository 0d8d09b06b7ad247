import { apiDocsText } from '../api-docs.js';
import {
  aboutText,
  accessibilityText,
  hotlineText,
  landingText,
  outboxText,
  privacyText,
  whenText,
} from '../public.js';
import { signInText } from '../sign-in.js';
import { referralsText } from '../ways-on.js';

/** Pages for everybody. */
export const publicTexts = {
  landing: landingText,
  hotline: hotlineText,
  when: whenText,
  privacy: privacyText,
  accessibility: accessibilityText,
  about: aboutText,
  referrals: referralsText,
  apiDocs: apiDocsText,
  signIn: signInText,
  outbox: outboxText,
};
