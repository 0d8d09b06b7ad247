import { isMailKind } from '../domain/mail/kinds.js';
import { cleanData, oneLine } from './clean-data.js';
import { type MailData, MailDataError } from './mail-data.js';
import type { MailText } from './text/mail-text.js';
import type { MailTexts } from './text/texts.js';

/** The subject alone, for the ledger: one line, at most 80 characters. Throws MailDataError on an unknown kind. */
export function subjectOf(texts: MailTexts, kind: string, data: MailData): string {
  return subjectFrom(textOf(texts, kind), cleanData(texts, data));
}

/** The words of a kind. */
export function textOf(texts: MailTexts, kind: string): MailText {
  if (!isMailKind(kind)) throw new MailDataError('There is no mail of this kind');
  return texts.kinds[kind];
}

/** From data that is already clean. */
export function subjectFrom(words: MailText, facts: MailData): string {
  return oneLine(words.subject(facts), 80);
}
