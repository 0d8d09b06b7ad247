import type { Instant } from '../time/instant.js';
import type { CaseField } from './case-texts.js';
import { isOpen, type RequestStatus } from './statuses.js';

/** The words that go with a status. */
const WITH_STATUS: Partial<Record<RequestStatus, CaseField>> = {
  declined: 'decline-reason',
  redirected: 'redirect-note',
  withdrawn: 'withdrawal-reason',
};

/** The words that explain how a request stands now, to be shown beside it. Events and texts oldest first. */
export function standingReasons<T extends { field: string; at: Instant }>(
  { status, episode }: { status: RequestStatus; episode: number },
  events: readonly { type: string; episode: number; at: Instant }[],
  texts: readonly T[],
): T[] {
  const current = events.filter((event) => event.episode === episode);
  const now = current.map(({ type }) => type);
  // Notes are optional: without one now, that of an earlier end is not the reason for this one.
  const [began] = current;
  const written = episode === 1 ? texts : texts.filter(({ at }) => began && at >= began.at);
  const fields: (CaseField | undefined)[] = [
    WITH_STATUS[status],
    isOpen(status) && now.includes('extended') ? 'extension-reason' : undefined,
    !isOpen(status) && now.includes('reopening-refused') ? 'reopening-refusal' : undefined,
  ];
  return fields.flatMap((field) => written.filter((text) => text.field === field).slice(-1));
}
