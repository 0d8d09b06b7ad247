export const OPEN_STATUSES = [
  'received',
  'awaiting-prerequisites',
  'awaiting-information',
  'queued',
  'in-progress',
  'in-review',
] as const;
export const ENDED_STATUSES = ['closed', 'redirected', 'declined', 'withdrawn', 'merged', 'lapsed'] as const;
export const REQUEST_STATUSES = [...OPEN_STATUSES, 'responded', ...ENDED_STATUSES] as const;

export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export function isOpen(status: RequestStatus): boolean {
  return (OPEN_STATUSES as readonly string[]).includes(status);
}

/** Nothing of this episode runs any more; only reopening (a new episode) goes on. */
export function isEnded(status: RequestStatus): boolean {
  return (ENDED_STATUSES as readonly string[]).includes(status);
}
