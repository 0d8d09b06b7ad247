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
  const data = await onTheDayItLeaves(services, 'deadline-warning', written, at);
  expect((await renderMail('deadline-warning', data)).text).toContain(words);
});

test('a mail that counts nothing stays as it was written', async () => {
  expect(await onTheDayItLeaves(services, 'deadline-moved', written, '2026-12-03T18:00:00.000Z')).toBe(
    written,
  );
});
