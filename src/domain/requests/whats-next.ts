import type { RequestView } from './view.schema.js';

/** What a requester is told happens next, as a code with its dates; pages and mails have the words. */
export interface WhatsNext {
  code:
    | 'pass-courses'
    | 'answer-question'
    | 'supervisor-confirms'
    | 'waiting-in-queue'
    | 'being-worked-on'
    | 'being-reviewed'
    | 'overdue'
    | 'read-response'
    | 'reopening-asked'
    | 'ended';
  courses?: string[];
  dueAt?: string;
}

/** The one sentence that matters most to the requester now. Pure. */
export function whatsNext(view: RequestView, now: string): WhatsNext {
  const dueAt = view.dueAt ?? undefined;
  if (view.reopeningAskedAt) return { code: 'reopening-asked' };
  switch (view.status) {
    case 'awaiting-prerequisites':
      return {
        code: 'pass-courses',
        courses: view.waitingFor.filter((item) => item !== 'supervisor-confirmation'),
      };
    case 'awaiting-information':
      return { code: 'answer-question' };
    case 'responded':
      return { code: 'read-response' };
    case 'received':
    case 'queued':
    case 'in-progress':
    case 'in-review':
      if (view.waitingFor.includes('supervisor-confirmation')) return { code: 'supervisor-confirms', dueAt };
      if (view.dueAt && view.dueAt < now) return { code: 'overdue', dueAt };
      if (view.status === 'in-review') return { code: 'being-reviewed', dueAt };
      return { code: view.status === 'in-progress' ? 'being-worked-on' : 'waiting-in-queue', dueAt };
    case 'closed':
    case 'redirected':
    case 'declined':
    case 'withdrawn':
    case 'merged':
    case 'lapsed':
      return { code: 'ended' };
  }
}
