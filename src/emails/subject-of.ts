import { isMailKind } from '../domain/mail/kinds.js';
import { cleanData, oneLine } from './clean-data.js';
import { type MailData, MailDataError } from './mail-data.js';
import { catalogue } from './text/en/en.js';
import type { MailText } from './text/mail-text.js';

/** The subject alone, for the ledger: one line, at most 80 characters. Throws MailDataError on an unknown kind. */
export function subjectOf(kind: string, data: MailData): string {
  return subjectFrom(textOf(kind), cleanData(data));
}

/** The words of a kind. */
export function textOf(kind: string): MailText {
  if (!isMailKind(kind)) throw new MailDataError('There is no mail of this kind');
  return catalogue[kind];
}

/** From data that is already clean. */
export function subjectFrom(words: MailText, facts: MailData): string {
  return oneLine(words.subject(facts), 80);
}
