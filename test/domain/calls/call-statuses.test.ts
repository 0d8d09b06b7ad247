import { expect, test } from '@jest/globals';
import { CALL_DECISIONS } from '../../../src/domain/calls/call-decisions.js';
import {
  CALL_STATUSES,
  type CallStatus,
  isLive,
  LIVE_STATUSES,
  NEAR_STATUSES,
  UNSETTLED_STATUSES,
} from '../../../src/domain/calls/call-statuses.js';

/** By status: the lists it is in, and what staff may decide. Whoever adds a status decides here once more. */
const ROWS: Record<CallStatus, [lists: string, decisions: string]> = {
  planned: ['live unsettled', 'cancel reschedule confirm mark-attendance'],
  open: ['live near unsettled', 'select cancel reschedule confirm mark-attendance'],
  'questions-closed': ['live near unsettled', 'select cancel reschedule confirm mark-attendance'],
  confirmed: ['live near', 'cancel reschedule confirm mark-attendance'],
  cancelled: ['', ''],
  held: ['', 'publish-recap mark-attendance'],
  completed: ['', 'publish-recap mark-attendance'],
};
const lists: Record<string, readonly CallStatus[]> = {
  live: LIVE_STATUSES,
  near: NEAR_STATUSES,
  unsettled: UNSETTLED_STATUSES,
};

test.each(CALL_STATUSES)('a call that is %s', (status) => {
  const found = Object.keys(lists).filter((name) => lists[name]?.includes(status));
  const decisions = Object.entries(CALL_DECISIONS)
    .filter(([, { allowedIn }]) => (allowedIn as readonly CallStatus[]).includes(status))
    .map(([kind]) => kind);
  expect([found.join(' '), decisions.join(' ')]).toEqual(ROWS[status]);
  expect(isLive(status)).toBe(found.includes('live'));
});
