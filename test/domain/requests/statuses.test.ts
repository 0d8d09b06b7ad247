import { expect, test } from '@jest/globals';
import {
  DRAFT_STATUSES,
  ENDED_STATUSES,
  isEnded,
  isOpen,
  isWaiting,
  OPEN_STATUSES,
  REOPENING_STATUSES,
  REQUEST_STATUSES,
  REVIEWED_STATUSES,
  type RequestStatus,
  WAITING_STATUSES,
  WORKING_STATUSES,
  waitBegins,
} from '../../../src/domain/requests/statuses.js';

/** By status: which lists it is in. Whoever adds a status decides here once more. */
const LISTS: Record<RequestStatus, string> = {
  received: 'open working',
  'awaiting-prerequisites': 'open waiting',
  'awaiting-information': 'open waiting drafts',
  queued: 'open working drafts',
  'in-progress': 'open working drafts',
  'in-review': 'open working reviewed',
  responded: 'reviewed reopens',
  closed: 'ended reviewed reopens',
  redirected: 'ended reopens',
  declined: 'ended reopens',
  withdrawn: 'ended reopens',
  merged: 'ended',
  lapsed: 'ended reopens',
};
const lists: Record<string, readonly RequestStatus[]> = {
  ended: ENDED_STATUSES,
  open: OPEN_STATUSES,
  working: WORKING_STATUSES,
  waiting: WAITING_STATUSES,
  drafts: DRAFT_STATUSES,
  reviewed: REVIEWED_STATUSES,
  reopens: REOPENING_STATUSES,
};

test.each(REQUEST_STATUSES)('a request that is %s', (status) => {
  const found = Object.keys(lists).filter((name) => lists[name]?.includes(status));
  expect(found.join(' ')).toBe(LISTS[status]);
  expect([isOpen(status), isWaiting(status), isEnded(status)]).toEqual(
    ['open', 'waiting', 'ended'].map((name) => found.includes(name)),
  );
  expect(waitBegins(status).length > 0).toBe(isWaiting(status));
});
