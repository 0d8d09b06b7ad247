import type { MailLanguage } from '../../domain/mail/languages.js';
import { en } from './en/en.js';

/** All that mails say, in one language. What another language forgets does not compile. */
export type MailTexts = typeof en;

export const MAIL_TEXTS: Record<MailLanguage, MailTexts> = { en };
