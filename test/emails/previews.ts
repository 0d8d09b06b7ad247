import { DIGEST_SECTIONS } from '../../src/domain/mail/digest.js';
import { MAIL_KINDS, type MailKind } from '../../src/domain/mail/kinds.js';
import type { MailData } from '../../src/emails/mail-data.js';

/** One made-up example of every kind, and of each reader of the kinds that have several; for tests and a look. */
export function allPreviews(): { name: string; kind: MailKind; data: MailData }[] {
  const examples = MAIL_KINDS.map((kind) => ({ name: kind as string, kind, data: example }));
  return [
    ...examples,
    {
      name: 'request-received, waiting',
      kind: 'request-received',
      data: { ...example, dueOn: undefined },
    },
    {
      name: 'call-cancelled, nobody asked',
      kind: 'call-cancelled',
      data: { ...example, cancelReason: 'no-questions' },
    },
    {
      name: 'deadline-moved, by a closure',
      kind: 'deadline-moved',
      data: {
        ...example,
        dueOn: '2027-01-06',
        wasOn: '2026-12-29',
        closures: [{ from: '2026-12-24', until: '2027-01-01', name: 'Winter break' }],
      },
    },
    {
      name: 'deadline-moved, by a closure that was taken back',
      kind: 'deadline-moved',
      data: {
        ...example,
        dueOn: '2026-12-28',
        wasOn: '2026-12-29',
        closures: [{ from: '2026-12-24', until: '2026-12-24', opens: true }],
      },
    },
    {
      name: 'draft-returned, with changes',
      kind: 'draft-returned',
      data: { ...example, textChanged: true },
    },
    {
      name: 'daily-digest, much to do',
      kind: 'daily-digest',
      data: {
        ...example,
        sections: DIGEST_SECTIONS.map((name, index) => ({
          name,
          count: index === 1 ? 14 : 1 + (index % 3),
          requests: ['TA-2026-0012', 'TA-2026-0015', 'TA-2026-0021']
            .slice(0, index === 1 ? 3 : 1 + (index % 3))
            .map((reference) => ({ reference, link: example.link ?? '', changed: name === 'returned' })),
          ...(name === 'completions' || name === 'precedents' ? { requests: [], link: example.link } : {}),
        })),
      },
    },
    {
      name: 'registration-pending, again',
      kind: 'registration-pending',
      data: { ...example, again: true },
    },
    {
      name: 'registration-denied, ended',
      kind: 'registration-denied',
      data: { ...example, ended: true },
    },
    {
      name: 'registration-review, again',
      kind: 'registration-review',
      data: { ...example, again: true },
    },
    {
      name: 'confirm-address, again',
      kind: 'confirm-address',
      data: { ...example, again: true },
    },
    {
      name: 'call-cancelled, nobody to lead it',
      kind: 'call-cancelled',
      data: { ...example, cancelReason: 'facilitator-unavailable' },
    },
    {
      name: 'call-day-off, too late to be cancelled by itself',
      kind: 'call-day-off',
      data: { ...example, cancelsAt: undefined },
    },
    {
      name: 'call-day-off, the eve',
      kind: 'call-day-off',
      data: { ...example, dayOff: 'eve', cancelsAt: undefined },
    },
    {
      name: 'call-meeting-problem, a setting',
      kind: 'call-meeting-problem',
      data: { ...example, meetingTrouble: 'kept' },
    },
    {
      name: 'call-meeting-problem, while it is on',
      kind: 'call-meeting-problem',
      data: { ...example, meetingTrouble: 'being-kept' },
    },
    {
      name: 'call-meeting-problem, no way in',
      kind: 'call-meeting-problem',
      data: { ...example, meetingTrouble: 'no-link' },
    },
    {
      name: 'question-not-selected, another topic',
      kind: 'question-not-selected',
      data: { ...example, convertsAt: undefined, cancelReason: undefined, offTopic: true },
    },
    {
      name: 'question-not-selected, not agreed',
      kind: 'question-not-selected',
      data: { ...example, convertsAt: undefined, cancelReason: undefined },
    },
    {
      name: 'request-received, urgent',
      kind: 'request-received',
      data: { ...example, targetOn: '2026-12-07', courtOn: '2026-12-10' },
    },
    {
      name: 'information-requested, a date is near',
      kind: 'information-requested',
      data: { ...example, courtOn: '2026-12-10' },
    },
    {
      name: 'deadline-warning, to the requester',
      kind: 'deadline-warning',
      data: { ...example, audience: 'requester' },
    },
    {
      name: 'deadline-warning, passed',
      kind: 'deadline-warning',
      data: { ...example, businessDays: 0, when: 'passed' },
    },
  ];
}

const example: MailData = {
  organizationName: 'Example Program',
  contactEmail: 'desk@example.org',
  contactPhone: '(555) 010-0199',
  reference: 'TA-2026-0012',
  recipientName: 'Jordan Rivera',
  link: 'https://desk.example.org/requests/1?a=1&b=2',
  dueOn: '2026-12-16',
  estimateOn: '2026-12-23',
  lapseOn: '2027-01-11',
  supervisorName: 'Sam Lee',
  wasOn: '2026-12-10',
  isOn: '2026-12-08',
  businessDays: 5,
  courses: ['First Course', 'Second Course'],
  materials: ['A Guide, A Publisher'],
  count: 12,
  overdueCount: 1,
  minutesValid: 10,
  callTitle: 'Weekly Call',
  callAt: '2026-12-02T20:00:00.000Z',
  callWasAt: '2026-12-01T20:00:00.000Z',
  questionsCloseAt: '2026-12-01T22:00:00.000Z',
  cancelReason: 'day-off',
  dayOff: 'closure',
  cancelsAt: '2026-11-25T21:00:00.000Z',
  convertsAt: '2026-12-07T17:00:00.000Z',
};
