import { isEnded, isWaiting, type StatusIn } from './statuses.js';
import type { RequestView } from './view.schema.js';

/** What a requester is told happens next, as a code with its dates; pages and mails have the words. */
export interface WhatsNext {
  code:
    | StatusIn<'waiting'>
    | 'reopening-asked'
    | 'supervisor-confirms'
    | 'overdue'
    | 'with-us'
    | 'read-response'
    | 'follow-up'
    | 'ended';
  courses?: string[];
  dueAt?: string;
}

/** The one sentence that matters most to the requester now. Pure. */
export function whatsNext(
  { status, reopeningAskedAt, followUp, waitingFor, dueAt }: RequestView,
  now: string,
): WhatsNext {
  if (reopeningAskedAt) return { code: 'reopening-asked' };
  if (isEnded(status)) return { code: 'ended' };
  if (followUp?.status === 'open') return { code: 'follow-up' };
  if (status === 'responded') return { code: 'read-response' };
  if (isWaiting(status)) {
    return { code: status, courses: waitingFor.filter((item) => item !== 'supervisor-confirmation') };
  }
  const promised = dueAt ? { dueAt } : {};
  if (waitingFor.includes('supervisor-confirmation')) return { code: 'supervisor-confirms', ...promised };
  return { code: dueAt && dueAt < now ? 'overdue' : 'with-us', ...promised };
}
