import { isOpen, isWaiting, type NextInStatus, STATUS } from './statuses.js';
import type { RequestView } from './view.schema.js';

/** What a requester is told happens next, as a code with its dates; pages and mails have the words. */
export interface WhatsNext {
  code: NextInStatus | 'reopening-asked' | 'supervisor-confirms' | 'overdue';
  courses?: string[];
  dueAt?: string;
}

/** The one sentence that matters most to the requester now. Pure. */
export function whatsNext(view: RequestView, now: string): WhatsNext {
  if (view.reopeningAskedAt) return { code: 'reopening-asked' };
  const code = STATUS[view.status].next;
  if (code === 'pass-courses') {
    return { code, courses: view.waitingFor.filter((item) => item !== 'supervisor-confirmation') };
  }
  if (!isOpen(view.status) || isWaiting(view.status)) return { code };
  const dueAt = view.dueAt ?? undefined;
  if (view.waitingFor.includes('supervisor-confirmation')) return { code: 'supervisor-confirms', dueAt };
  return { code: view.dueAt && view.dueAt < now ? 'overdue' : code, dueAt };
}
