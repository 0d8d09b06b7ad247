import { MAIL_TEXTS, type MailTexts } from '../../emails/text/texts.js';
import type { RecordServices } from '../../ports/services.js';

/** The words for who gets a mail: nobody's language is known, so they are the program's. */
export function mailTexts({ programs }: Pick<RecordServices, 'programs'>): MailTexts {
  return MAIL_TEXTS[programs.current().program.mail.language];
}
