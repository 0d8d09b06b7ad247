import { nextGmtMidnight, readRetryAfter } from '../http/retry-after.js';
import type { ServiceAnswer } from '../http/send.js';
import { zoomError } from './zoom-schemas.js';

/** Zoom's error codes that mean something to us. */
const CODES: Record<number, string> = {
  124: 'bad-token',
  200: 'plan-needed',
  300: 'invalid',
  1001: 'host-not-found',
  1010: 'host-not-found',
  3001: 'not-found',
  3027: 'registration-full',
  3038: 'meeting-over',
  4700: 'missing-scope',
  4711: 'missing-scope',
};

const STATUSES: Record<number, string> = { 401: 'unauthorized', 403: 'forbidden', 404: 'not-found' };

/** A code for the ledger. Zoom's message is judged and dropped: it may name a person. */
export function refusalOf({ status, body }: ServiceAnswer): string {
  const { code, message } = errorOf(body);
  if (/registration has not been enabled/i.test(message)) return 'registration-off';
  if (/does not contain scopes/i.test(message)) return 'missing-scope';
  return CODES[code] ?? STATUSES[status] ?? `zoom-${code || status}`;
}

/**
 * Limits per second say nothing or seconds; daily ones (of the account, of a host's meetings, of one registrant:
 * 3 adds and 10 status changes) name a date, or only say so in the message and end at midnight GMT.
 */
export function limitOf({ headers, body }: ServiceAnswer, now: number): { code: string; at?: number } {
  const { message } = errorOf(body);
  const daily = /daily/i.test(headers.get('x-ratelimit-type') ?? '') || /daily/i.test(message);
  if (!daily) return { code: 'rate-limited' };
  const code = /registrant/i.test(message) ? 'registrant-daily-limit' : 'daily-limit';
  return { code, at: readRetryAfter(headers.get('retry-after'), now) ?? nextGmtMidnight(now) };
}

function errorOf(body: unknown): { code: number; message: string } {
  const { data } = zoomError.safeParse(body);
  return { code: data?.code ?? 0, message: data?.message ?? '' };
}
