import { bindingDate } from '../requests/binding-date.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { Cover } from './absence-statuses.js';

/** By when work is to be done: a request at an instant (null: nothing runs), a task on a day. */
export type WorkDue = { at: Instant | null } | { on: IsoDate };

/** What becomes of the work of somebody away, and until when they are. */
export interface CoverTerms {
  work: Cover;
  lastDay: IsoDate;
  returnsAt: Instant;
}

/** By when a request is to be answered: by the one date that binds. */
export const requestDue = (request: Parameters<typeof bindingDate<Date>>[0]): WorkDue => ({
  at: bindingDate(request)?.toISOString() ?? null,
});

/**
 * Whether work of somebody away goes to whoever stands in: what is theirs when it begins, what they are given and what
 * arises with them meanwhile. A task of the day of the return stays: they are back that morning.
 */
export function goesOver({ work, lastDay, returnsAt }: CoverTerms, due: WorkDue): boolean {
  if (work !== 'due') return work === 'all';
  return 'on' in due ? due.on <= lastDay : due.at !== null && due.at < returnsAt;
}
