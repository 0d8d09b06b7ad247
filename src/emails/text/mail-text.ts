import type { MailData } from '../mail-data.js';

/** A paragraph, a list of short lines, or a line with what it leads to. */
export type Block =
  | string
  | { list: string[] }
  | { lead: string; links: { text: string; href: string }[]; more: string };

/** The words of a kind of mail in one language. Absent blocks are left out. */
export interface MailText {
  /** Neutral: it shows on locked screens and shared mailboxes. At most 80 characters. */
  subject(data: MailData): string;
  title(data: MailData): string;
  body(data: MailData): (Block | undefined)[];
  /** Label of the button. */
  action: string | ((data: MailData) => string);
}

/** A sentence about a date, if there is one. */
export function withDate(date: string | undefined, sentence: (day: string) => string): string | undefined {
  return date === undefined ? undefined : sentence(date);
}

/** A list of the courses to pass, if any. */
export function courseList({ courses, courseLinks }: MailData): Block | undefined {
  return linkedList(courses, courseLinks);
}

/** The materials that somebody is pointed to, if any. */
export function materialList({ materials, materialLinks }: MailData): Block | undefined {
  return linkedList(materials, materialLinks);
}

/** Does one of those named have no address yet? Mails written before addresses were told say nothing of it. */
export function lacksLink(titles: string[] | undefined, links: string[] | undefined): boolean {
  return titles !== undefined && links !== undefined && titles.some((_, at) => !links[at]);
}

function linkedList(titles: string[] | undefined, links: string[] = []): Block | undefined {
  if (!titles || titles.length === 0) return undefined;
  return { list: titles.map((title, at) => (links[at] ? `${title}: ${links[at]}` : title)) };
}

/** Mails written before `when` was told meant it by no day left. */
export const hasPassed = ({ when, businessDays }: MailData) =>
  when === 'passed' || (when === undefined && businessDays === 0);

/** Staff are told more than the requester. */
export const isForRequester = ({ audience, businessDays }: MailData) =>
  audience ? audience === 'requester' : businessDays === undefined;
