import type { ContentEntry } from '../../../../usecases/requests/request-content.js';
import type { Texts } from '../../../text/texts.js';
import { markdownHtml } from '../../../views/markdown-html.js';

export interface ConversationItem {
  title: string;
  byline: string;
  body: string;
  /** Of what is written as Markdown: as its reader sees it. */
  html: string | null;
}

/** Questions, answers, reasons and notes, the newest first. */
export function conversation(
  texts: Texts,
  entries: readonly ContentEntry[],
  zone: string,
): ConversationItem[] {
  const { threads } = texts.staff.request;
  return entries
    .map((entry) => ({
      title: threads[entry.field] ?? entry.field,
      byline: byline(texts, entry, zone),
      body: entry.body,
      html: entry.field === 'follow-up-answer' ? markdownHtml(entry.body, 3) : null,
    }))
    .reverse();
}

/** `by Ana Attorney, Wednesday, December 2, 2026, …` */
export function byline(
  texts: Texts,
  { author, at }: Pick<ContentEntry, 'author' | 'at'>,
  zone: string,
): string {
  const { common, request } = texts.staff;
  const name = author.name ?? (author.kind === 'key' ? common.key : common.somebody);
  return `${request.by(name)}, ${texts.dates.pair(at, zone)}`;
}
