import { expect, test } from '@jest/globals';
import { loadProgram } from '../../src/adapters/program/load-program.js';
import { renderMail } from '../../src/emails/render-mail.js';
import { en } from '../../src/emails/text/en/en.js';
import { onTheDayItLeaves } from '../../src/usecases/mail/on-the-day-it-leaves.js';

const { program, versionId } = loadProgram('program');
const services = {
  db: { $queryRaw: async () => [{ closures: '[]' }] },
  programs: { current: () => ({ program, versionId }), byVersion: async () => program },
} as unknown as Parameters<typeof onTheDayItLeaves>[0];

/** What is read of a request beside its row. */
const BESIDE = { mentions: [], tasks: [] };

/** Written five business days before Wednesday, December 2, 2026; Thanksgiving lies between. */
const written = {
  organizationName: 'Example',
  contactEmail: 'desk@example.org',
  audience: 'staff' as const,
  dueOn: '2026-12-02',
  businessDays: 5,
  when: 'later' as const,
};

test.each([
  ['at once', '2026-11-24T17:00:00.000Z', 'That is 5 business days from now.'],
  ['after two days without a mail server', '2026-11-27T18:00:00.000Z', 'That is 3 business days from now.'],
  ['on the evening before', '2026-12-02T05:00:00.000Z', 'That is tomorrow.'],
  ['on the day', '2026-12-02T18:00:00.000Z', 'That is today.'],
  ['too late', '2026-12-03T18:00:00.000Z', 'has passed without an answer'],
])('a warning that leaves %s says how far off its date is then', async (_name, at, words) => {
  const row = { kind: 'deadline-warning', aboutId: 'r1' };
  const data = await onTheDayItLeaves(services, row, written, at);
  expect((await renderMail(en, 'deadline-warning', data)).text).toContain(words);
});

test('a mail that counts nothing, about something that does not move, stays as it was written', async () => {
  const row = { kind: 'escalation', aboutId: 'r1' };
  expect(await onTheDayItLeaves(services, row, written, '2026-12-03T18:00:00.000Z')).toEqual(written);
});

test('staff changed the court date before a mail that names it could leave: the new one is told', async () => {
  const request = {
    status: 'in-progress',
    clockState: 'running',
    courtDeadlineDate: new Date('2026-12-16'),
    dueAt: new Date('2026-12-18T01:00:00.000Z'),
    targetAt: new Date('2026-12-15T01:00:00.000Z'),
  };
  const data = await onTheDayItLeaves(
    {
      ...services,
      db: { ...services.db, taRequest: { findUnique: async () => ({ ...BESIDE, ...request }) } },
    } as unknown as typeof services,
    { kind: 'clock-started', aboutId: 'r1' },
    { ...written, dueOn: '2026-12-17', courtOn: '2026-12-10', targetOn: '2026-12-08' },
    '2026-12-02T18:00:00.000Z',
  );
  expect((await renderMail(en, 'clock-started', data)).text.replace(/\s+/g, ' ')).toContain(
    'We aim for Monday, December 14, 2026, since your date is Wednesday, December 16, 2026; at the latest you hear from us by Thursday, December 17, 2026.',
  );
});

test.each([
  ['unconfirmed', 'We can’t send our answer before Sam Lee has confirmed'],
  ['confirmed', 'You do not need to do anything.'],
])('a supervisor who is %s when a mail leaves: %s', async (supervisorStatus, words) => {
  const request = {
    status: 'in-progress',
    clockState: 'running',
    courtDeadlineDate: null,
    dueAt: null,
    supervisorStatus,
    supervisorName: 'Sam Lee',
  };
  const data = await onTheDayItLeaves(
    {
      ...services,
      db: { ...services.db, taRequest: { findUnique: async () => ({ ...BESIDE, ...request }) } },
    } as unknown as typeof services,
    { kind: 'delay-notice', aboutId: 'r1' },
    { ...written, audience: 'requester' as const, supervisorName: 'Sam Lee' },
    '2026-12-03T18:00:00.000Z',
  );
  expect((await renderMail(en, 'delay-notice', data)).text.replace(/\s+/g, ' ')).toContain(words);
});

test('the clock stands still when a mail to staff leaves: it speaks of no promise, and of none that was missed', async () => {
  const request = { status: 'in-progress', clockState: 'paused', courtDeadlineDate: null, dueAt: null };
  const data = await onTheDayItLeaves(
    {
      ...services,
      db: { ...services.db, taRequest: { findUnique: async () => ({ ...BESIDE, ...request }) } },
    } as unknown as typeof services,
    { kind: 'assigned', aboutId: 'r1' },
    written,
    '2026-12-03T18:00:00.000Z',
  );
  const { text } = await renderMail(en, 'assigned', data);
  expect(text).toContain('Open it to read what is asked.');
  expect(text).not.toMatch(/promised|as soon as you can/);
});

test('a question was chosen, and its call moved before the mail could leave: the new time is told', async () => {
  const at = (iso: string) => new Date(iso);
  const call = {
    status: 'confirmed',
    startsAt: at('2026-12-03T20:00:00.000Z'),
    questionsCloseAt: at('2026-12-02T22:00:00.000Z'),
    selectUntil: at('2026-12-03T01:00:00.000Z'),
  };
  const question = { id: 'q1', status: 'selected', personId: 'p1', moveToCallId: null, call };
  const db = {
    callQuestion: { findUnique: async () => question },
    callAttendance: { findMany: async () => [] },
  };
  const data = await onTheDayItLeaves(
    { ...services, db: { ...services.db, ...db } } as unknown as typeof services,
    { kind: 'question-selected', aboutId: 'q1' },
    { ...written, callAt: '2026-12-02T20:00:00.000Z', zone: 'America/Los_Angeles' },
    '2026-12-02T18:00:00.000Z',
  );
  const { text } = await renderMail(en, 'question-selected', data);
  expect(text).toContain('Thursday, December 3, 2026, 12:00 PM PT');
  expect(text).not.toContain('December 2');
});
