import { describe, expect, test } from '@jest/globals';
import { nextForStaff } from '../../../../src/api/pages/staff/queue/next-for-staff.js';
import { queueBadges } from '../../../../src/api/pages/staff/queue/queue-badges.js';
import { queueRow } from '../../../../src/api/pages/staff/queue/queue-row.js';
import { dueWords } from '../../../../src/api/pages/staff/request/due-words.js';
import { aView, ME, ZONE } from './views.js';

const BEFORE = new Date('2026-11-16T20:00:00.000Z');
const AFTER = new Date('2026-11-24T02:00:00.000Z');
const mine = { id: ME.id, name: ME.name, email: ME.email };
const other = {
  id: '018f0000-0000-7000-8000-00000000000b',
  name: 'Rob Reviewer',
  email: 'rob@program.example',
};
const supervisor = { name: 'Sue', email: 'sue@legal.example', role: 'attorney' };

describe('the due date in words', () => {
  const running = (left: number) => ({
    state: 'running' as const,
    businessDaysUsed: 15 - left,
    businessDaysLeft: left,
  });
  test.each([
    ['days left', aView(), BEFORE, 'Due Nov 23, 5:00 PM', '5 business days left', 'calm'],
    ['two left', aView({ clock: running(2) }), BEFORE, 'Due Nov 23, 5:00 PM', '2 business days left', 'soon'],
    ['one left', aView({ clock: running(1) }), BEFORE, 'Due Nov 23, 5:00 PM', '1 business day left', 'soon'],
    ['the due day', aView({ clock: running(0) }), BEFORE, 'Due Nov 23, 5:00 PM', 'Due today', 'soon'],
    ['an hour late', aView({ clock: running(0) }), AFTER, 'Was due Nov 23, 5:00 PM', '', 'overdue'],
    [
      'paused',
      aView({ dueAt: null, clock: { state: 'paused', businessDaysUsed: 9, businessDaysLeft: 6 } }),
      BEFORE,
      'Clock paused',
      '6 business days left once they answer',
      'none',
    ],
    [
      'not started',
      aView({ dueAt: null, clock: { state: 'not-started', businessDaysUsed: 0, businessDaysLeft: 15 } }),
      BEFORE,
      'Clock not started',
      '',
      'none',
    ],
    [
      'answered late',
      aView({ clock: { state: 'stopped', businessDaysUsed: 17, businessDaysLeft: 0 } }),
      AFTER,
      'Clock stopped',
      '',
      'none',
    ],
  ])('%s', (_name, view, now, short, left, tone) => {
    expect(dueWords(view, now, ZONE)).toMatchObject({ short, left, tone });
  });

  test('a request paused when it was already late stays overdue', () => {
    const view = aView({ clock: { state: 'paused', businessDaysUsed: 16, businessDaysLeft: 0 } });
    expect(dueWords(view, AFTER, ZONE).long).toBe(
      'An answer was due Monday, November 23, 2026, 5:00 PM PT / 8:00 PM ET. The clock stands still until the requester answers.',
    );
  });
});

describe('badges are words', () => {
  test('overdue, escalated, urgent, court date: the most pressing first', () => {
    const view = aView({
      priority: 'urgent',
      escalationLevel: 2,
      courtOrFilingDeadline: { kind: 'court', date: '2026-12-18' },
    });
    expect(queueBadges(view, AFTER).map(({ text }) => text)).toEqual([
      'Overdue',
      'Escalated 2×',
      'Urgent',
      'Court or filing Dec 18',
    ]);
  });

  test('none once it is answered', () => {
    const clock = { state: 'stopped' as const, businessDaysUsed: 15, businessDaysLeft: 0 };
    expect(
      queueBadges(aView({ status: 'responded', clock, escalationLevel: 1, priority: 'urgent' }), AFTER),
    ).toEqual([]);
  });
});

describe('the next thing to do', () => {
  test.each([
    ['nobody has it', aView(), 'Take or assign', 'mine'],
    ['it is mine', aView({ status: 'in-progress', assignee: mine }), 'Write the answer', 'mine'],
    [
      'a colleague has it',
      aView({ status: 'in-progress', assignee: other }),
      'Write the answer',
      'colleague',
    ],
    ['a colleague wrote it', aView({ status: 'in-review', assignee: other }), 'Review and send', 'mine'],
    ['I wrote it', aView({ status: 'in-review', assignee: mine }), 'A colleague reviews', 'colleague'],
    [
      'the supervisor is silent',
      aView({ status: 'in-review', assignee: other, supervisor: { ...supervisor, status: 'unconfirmed' } }),
      'Wait for the supervisor',
      'requester',
    ],
    ['we asked', aView({ status: 'awaiting-information' }), 'Wait for the requester', 'requester'],
    [
      'courses are missing',
      aView({ status: 'awaiting-prerequisites', waitingFor: ['htd'] }),
      'Wait for courses',
      'requester',
    ],
    ['it is answered', aView({ status: 'responded', assignee: mine }), 'Close', 'mine'],
    ['it lapsed', aView({ status: 'lapsed' }), 'Nothing', 'nobody'],
  ])('%s', (_name, view, short, whose) => {
    expect(nextForStaff(view, ME, { reviews: true })).toMatchObject({ short, whose });
  });

  test('who may not send answers is not told to review', () => {
    const coordinator = { ...ME, role: 'coordinator' as const };
    const view = aView({ status: 'in-review', assignee: other });
    expect(nextForStaff(view, coordinator, { reviews: false }).whose).toBe('colleague');
  });
});

test('a row links to the decision that is mine to take, and hides a target that equals the due date', () => {
  const row = queueRow(aView(), {
    me: ME,
    now: BEFORE,
    zone: ZONE,
    reviews: true,
    kindLabel: () => 'Case consultation',
  });
  expect(row).toMatchObject({
    kind: 'Case consultation',
    assignee: 'Nobody yet',
    due: { target: null },
    next: { text: 'Take or assign', href: `/staff/requests/${aView().id}/decide/assign` },
  });
});
