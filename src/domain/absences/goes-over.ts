import type { Instant } from '../time/instant.js';
import type { Cover } from './absence-statuses.js';

/** Whether work that somebody away is given, or that arises with them meanwhile, goes where the rest went. `due`: the date that binds. */
export function goesOver(
  { work, returnsAt }: { work: Cover; returnsAt: Instant },
  due: Instant | null,
): boolean {
  if (work === 'mails') return false;
  return work === 'all' || (due !== null && due < returnsAt);
}
