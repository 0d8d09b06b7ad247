import type { MailData } from './mail-data.js';

/** A paragraph, or a list of short lines. */
export type Block = string | { list: string[] };

/** One entry of the catalogue: the words of a kind of mail. Absent blocks are left out. */
export interface MailText {
  /** Neutral: it shows on locked screens and shared mailboxes. At most 80 characters. */
  subject(data: MailData): string;
  title(data: MailData): string;
  body(data: MailData): (Block | undefined)[];
  /** Label of the button. */
  action: string;
}

/** `Your request TA-2026-0012`, or without the number where there is none. */
export function yourRequest({ reference }: MailData): string {
  return reference ? `Your request ${reference}` : 'Your request';
}

/** `Request TA-2026-0012`, for staff. */
export function theRequest({ reference }: MailData): string {
  return reference ? `Request ${reference}` : 'A request';
}

/** A sentence about a date, if there is one. */
export function withDate(date: string | undefined, sentence: (day: string) => string): string | undefined {
  return date === undefined ? undefined : sentence(date);
}

/** `1 business day`, `5 business days`. */
export function inBusinessDays(count: number): string {
  return `${count} business ${count === 1 ? 'day' : 'days'}`;
}

/** A list of the courses to pass, if any. */
export function courseList({ courses }: MailData): Block | undefined {
  return courses && courses.length > 0 ? { list: courses } : undefined;
}
