import type { CaseField } from './case-texts.js';
import { isOpen, type RequestStatus } from './status.js';

/** The words that go with a status. */
const WITH_STATUS: Partial<Record<RequestStatus, CaseField>> = {
  declined: 'decline-reason',
  redirected: 'redirect-note',
  withdrawn: 'withdrawal-reason',
};

/** The words that explain how a request stands now, to be shown beside it. Events and texts oldest first. */
export function standingReasons<T extends { field: string }>(
  { status, episode }: { status: RequestStatus; episode: number },
  events: readonly { type: string; episode: number }[],
  texts: readonly T[],
): T[] {
  const now = events.filter((event) => event.episode === episode).map(({ type }) => type);
  const fields: (CaseField | undefined)[] = [
    WITH_STATUS[status],
    isOpen(status) && now.includes('extended') ? 'extension-reason' : undefined,
    !isOpen(status) && now.includes('reopening-refused') ? 'reopening-refusal' : undefined,
  ];
  return fields.flatMap((field) => texts.filter((text) => text.field === field).slice(-1));
}
