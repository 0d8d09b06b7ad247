import { expect, test } from '@jest/globals';
import { supervisorLinkState, supervisorLinkUntil } from '../../../src/domain/requests/supervisor-link.js';

const mailed = new Date('2026-11-02T18:00:00.000Z');
const inDays = (days: number) => new Date(mailed.getTime() + days * 86_400_000);

test.each([
  ['just mailed', 'queued', 'unconfirmed', 0, 'asks'],
  ['on its last day', 'queued', 'unconfirmed', 30, 'asks'],
  ['a day later', 'queued', 'unconfirmed', 31, 'expired'],
  ['years later', 'awaiting-information', 'unconfirmed', 1_000, 'expired'],
  ['of a request withdrawn meanwhile', 'withdrawn', 'unconfirmed', 1, 'none'],
  ['of a request long over', 'declined', 'unconfirmed', 400, 'none'],
  ['confirmed', 'responded', 'confirmed', 5, 'answered'],
  ['refused', 'awaiting-information', 'refused', 5, 'answered'],
  ['confirmed long ago', 'closed', 'confirmed', 31, 'none'],
])('the link of a supervisor, %s', (_name, status, supervisorStatus, days, state) => {
  const request = { status, supervisorStatus, supervisorTokenUntil: supervisorLinkUntil(mailed) };
  expect(supervisorLinkState(request, inDays(days))).toBe(state);
});

test('one whose end was never written down has ended', () => {
  const request = { status: 'queued', supervisorStatus: 'unconfirmed', supervisorTokenUntil: null };
  expect(supervisorLinkState(request, mailed)).toBe('expired');
});
