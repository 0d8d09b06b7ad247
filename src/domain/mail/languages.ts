/** The languages in which mails can be written, by their BCP 47 tag; each has its words in `emails/text`. */
export const MAIL_LANGUAGES = ['en'] as const;

export type MailLanguage = (typeof MAIL_LANGUAGES)[number];
