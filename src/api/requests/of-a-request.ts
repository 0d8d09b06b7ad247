import { uuid } from '../http/path-params.js';

// What operations of requests have in common.

export const common = { tag: 'TA requests' } as const;
export const read = { ...common, method: 'get', params: { id: uuid }, problems: [] } as const;
export const change = {
  ...common,
  method: 'post',
  params: { id: uuid },
  versioned: true,
  problems: ['not-allowed-now'],
} as const;
/** What is decided where the request runs. */
export const decision = { ...change, problems: ['not-allowed-now', 'temporal-unavailable'] } as const;
