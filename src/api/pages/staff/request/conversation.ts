import { formatPair } from '../../../../domain/time/format.js';
import type { ContentEntry } from '../../../../usecases/requests/request-content.js';
import { commonText } from '../../../text/staff.js';
import { requestText } from '../../../text/staff-request.js';

export interface ConversationItem {
  title: string;
  byline: string;
  body: string;
}

/** Questions, answers, reasons and notes, the newest first. */
export function conversation(entries: readonly ContentEntry[], zone: string): ConversationItem[] {
  return entries
    .map((entry) => ({
      title: requestText.threads[entry.field] ?? entry.field,
      byline: byline(entry, zone),
      body: entry.body,
    }))
    .reverse();
}

/** `by Ana Attorney, Wednesday, December 2, 2026, …` */
export function byline({ author, at }: Pick<ContentEntry, 'author' | 'at'>, zone: string): string {
  const name = author.name ?? (author.kind === 'key' ? commonText.key : commonText.somebody);
  return `${requestText.by(name)}, ${formatPair(at, zone)}`;
}
