import { expect, test } from '@jest/globals';
import { loadProgram } from '../../src/adapters/program/load-program.js';
import { renderMail } from '../../src/emails/render-mail.js';
import { onTheDayItLeaves } from '../../src/records/mail/on-the-day-it-leaves.js';

const { program, versionId } = loadProgram('program');
const services = {
  db: { closure: { findMany: async () => [] } },
  programs: { current: () => ({ program, versionId }), byVersion: async () => program },
} as unknown as Parameters<typeof onTheDayItLeaves>[0];

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
  expect((await renderMail('deadline-warning', data)).text).toContain(words);
});

test('a mail that counts nothing stays as it was written', async () => {
  const row = { kind: 'deadline-moved', aboutId: 'r1' };
  expect(await onTheDayItLeaves(services, row, written, '2026-12-03T18:00:00.000Z')).toEqual(written);
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
    { ...services, db } as unknown as typeof services,
    { kind: 'question-selected', aboutId: 'q1' },
    { ...written, callAt: '2026-12-02T20:00:00.000Z', zone: 'America/Los_Angeles' },
    '2026-12-02T18:00:00.000Z',
  );
  const { text } = await renderMail('question-selected', data);
  expect(text).toContain('Thursday, December 3, 2026, 12:00 PM PT');
  expect(text).not.toContain('December 2');
});
