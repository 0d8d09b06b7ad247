import { describe, expect, test } from '@jest/globals';
import { callTag, inDoubt, windowWords } from '../../../../src/api/pages/calls/call-words.js';
import { questionCard } from '../../../../src/api/pages/calls/question-card.js';
import { en } from '../../../../src/api/text/en/en.js';
import { callsText } from '../../../../src/api/text/en/pages/calls/calls.js';
import type { CallStatus } from '../../../../src/domain/calls/call-statuses.js';
import type { QuestionStatus } from '../../../../src/domain/calls/question-statuses.js';
import type { RegistrationStatus } from '../../../../src/domain/calls/registration-statuses.js';
import { program } from '../../../domain/calls/program.js';

/** Wednesday, November 11, 2026, noon to one Pacific. */
const call = (status: CallStatus) => ({
  status,
  windowOpensAt: '2026-11-04T21:00:00.000Z',
  questionsCloseAt: '2026-11-10T22:00:00.000Z',
  startsAt: '2026-11-11T20:00:00.000Z',
  endsAt: '2026-11-11T21:00:00.000Z',
});

describe('a call’s state in two words', () => {
  test.each<[string, CallStatus, string, string]>([
    ['before its window', 'planned', '2026-11-04T20:59:59.999Z', 'Planned'],
    [
      'in its window, though the engine is a moment late',
      'planned',
      '2026-11-04T21:00:00.000Z',
      'Questions open',
    ],
    ['at the very cut-off', 'open', '2026-11-10T22:00:00.000Z', 'Questions closed'],
    ['once selected', 'confirmed', '2026-11-11T01:00:00.000Z', 'Taking place'],
    ['while it goes on', 'confirmed', '2026-11-11T20:30:00.000Z', 'Going on now'],
    ['after its end, though nothing is recorded yet', 'confirmed', '2026-11-11T21:00:00.000Z', 'Over'],
    ['held', 'held', '2026-11-11T21:00:00.000Z', 'Over'],
    ['cancelled, whenever', 'cancelled', '2026-11-05T21:00:00.000Z', 'Cancelled'],
  ])('%s', (_name, status, now, expected) => {
    expect(callTag(en, call(status), now).text).toBe(expected);
  });
});

const DAY_BEFORE = '2026-11-10T20:00:00.000Z';
test.each<[string, CallStatus, Partial<Parameters<typeof inDoubt>[2]>, string, RegExp | null]>([
  ['before its window', 'planned', {}, DAY_BEFORE, /cancelled unless we confirm/],
  ['while questions are taken', 'open', {}, DAY_BEFORE, /cancelled unless we confirm/],
  ['when only its start is left', 'confirmed', { cancelsItself: false }, DAY_BEFORE, /may not take place/],
  ['confirmed by staff', 'open', { staffConfirmed: true }, DAY_BEFORE, null],
  ['begun', 'confirmed', { cancelsItself: false }, '2026-11-11T20:00:00.000Z', null],
  ['cancelled', 'cancelled', {}, DAY_BEFORE, null],
])('a call on a day off, %s', (_name, status, extras, now, expected) => {
  const stands = { staffConfirmed: false, cancelsItself: true, ...extras };
  const doubt = inDoubt(en, { ...call(status), dayOff: 'Office move' }, stands, now);
  expect(doubt?.short).toBe(expected ? 'Day off: Office move' : undefined);
  if (expected) expect(doubt?.sentence).toMatch(expected);
  expect(inDoubt(en, { ...call(status), dayOff: null }, stands, now)).toBeNull();
});

describe('whether a question can be asked', () => {
  const at = (now: string, status: CallStatus = 'open', viewerZone: string | null = null) =>
    windowWords(en, call(status), { now, zone: 'America/Los_Angeles', viewerZone });

  test('open: until when, how long, and when that is in Guam', () => {
    expect(at('2026-11-09T21:00:00.000Z', 'open', 'Pacific/Guam')).toEqual({
      isOpen: true,
      sentence: 'Questions are open until Tuesday, November 10, 2026, 2:00 PM PT / 5:00 PM ET.',
      left: 'Time left: 1 day and 1 hour.',
      here: 'Where you are, that is Wednesday, November 11, 2026, 8:00 AM Guam time.',
    });
  });

  test.each<[string, CallStatus, string, string]>([
    [
      'not yet',
      'planned',
      '2026-11-04T00:00:00.000Z',
      'Questions open on Wednesday, November 4, 2026, 1:00 PM PT',
    ],
    ['closed', 'open', '2026-11-10T22:00:00.000Z', 'Questions for this call closed on Tuesday'],
    ['cancelled', 'cancelled', '2026-11-09T22:00:00.000Z', 'not taken for a cancelled call'],
  ])('%s', (_name, status, now, expected) => {
    const words = at(now, status);
    expect(words.sentence).toContain(expected);
    expect(words).toMatchObject({ isOpen: false, left: null });
  });
});

test.each([
  [{ days: 2, hours: 3, minutes: 4 }, '2 days and 3 hours'],
  [{ days: 1, hours: 0, minutes: 4 }, '1 day'],
  [{ days: 0, hours: 1, minutes: 1 }, '1 hour and 1 minute'],
  [{ days: 0, hours: 0, minutes: 59 }, '59 minutes'],
  [{ days: 0, hours: 0, minutes: 0 }, 'less than a minute'],
])('%j reads %s', (left, words) => {
  expect(callsText.timeLeft(left)).toBe(words);
});

describe('one’s own question says what is true on the day', () => {
  interface Case {
    status: QuestionStatus;
    call: CallStatus;
    now: string;
    move?: 'asked' | 'declined';
    registration?: RegistrationStatus | null;
    handedBack?: boolean;
    attended?: boolean;
  }
  const card = ({ status, call: stands, now, move, registration = 'approved', ...more }: Case) => {
    const { startsAt, endsAt, windowOpensAt, questionsCloseAt } = call(stands);
    const [id, callId] = ['0b0e6c3e-7d57-4b7c-9b9d-0d6a4f6f8f10', 'general-2026-11-11'];
    const times = {
      startsAt,
      endsAt,
      windowOpensAt,
      questionsCloseAt,
      selectUntil: '2026-11-11T01:00:00.000Z',
    };
    const dates = Object.fromEntries(Object.entries(times).map(([name, at]) => [name, new Date(at)]));
    return questionCard(en, {
      worksheet: false,
      view: {
        id,
        callId,
        status,
        askedAt: '2026-11-05T18:00:00.000Z',
        asker: { name: 'Ana', email: 'ana@office.example', role: 'attorney', organization: null },
        supervisor: null,
        question: 'How?',
        questionAbout: 'general-legal',
        needsLegalAnalysis: true,
        empWorksheetCompleted: false,
        convertIfUnselected: false,
        convertsAt: null,
        requestId: null,
        proposedMove: move
          ? { to: 'later', askedAt: '2026-11-06T18:00:00.000Z', answer: move === 'declined' ? move : null }
          : null,
        version: 1,
        links: { self: '/', call: '/', request: null },
      },
      call: { id: callId, status: stands, topic: 'general', ...(dates as Record<keyof typeof times, Date>) },
      callTitle: 'Weekly Call',
      series: { id: 'weekly', title: 'Weekly Call' },
      registration,
      handedBack: more.handedBack ?? false,
      attended: more.attended ?? false,
      reference: null,
      program,
      now,
    });
  };
  const monday = '2026-11-09T21:00:00.000Z';
  const tuesdayEvening = '2026-11-11T02:00:00.000Z';
  const after = '2026-11-11T21:00:00.000Z';

  test.each<[string, Case, string, string]>([
    [
      'chosen, and staff may still change it',
      { status: 'selected', call: 'open', now: monday },
      'Asked',
      'We have it',
    ],
    [
      'chosen',
      { status: 'selected', call: 'confirmed', now: tuesdayEvening },
      'On the agenda',
      'Please be there',
    ],
    ['the call is over', { status: 'selected', call: 'held', now: after }, 'Call over', 'The call is over'],
    [
      'over, and its asker was not found',
      { status: 'selected', call: 'held', now: after, handedBack: true },
      'Not found on the call',
      'We did not find you',
    ],
    [
      'over, and its asker was found after all',
      { status: 'selected', call: 'completed', now: after, handedBack: true, attended: true },
      'Call over',
      'you were there',
    ],
    [
      'no room',
      { status: 'not-selected', call: 'confirmed', now: tuesdayEvening },
      'No room',
      'no room for it',
    ],
    [
      'asked to move',
      { status: 'asked', call: 'open', now: monday, move: 'asked' },
      'May it move?',
      'agree or decline',
    ],
    [
      'declined to move',
      { status: 'asked', call: 'open', now: monday, move: 'declined' },
      'Not on this call',
      'You declined',
    ],
    [
      'did not say, and the time is over',
      { status: 'asked', call: 'questions-closed', now: tuesdayEvening, move: 'asked' },
      'Not on this call',
      'time to answer is over',
    ],
    [
      'declined, and the questions are chosen',
      { status: 'not-selected', call: 'confirmed', now: tuesdayEvening, move: 'declined' },
      'Not on this call',
      'asked whether it may move',
    ],
    [
      'declined, and the call is off',
      { status: 'not-selected', call: 'cancelled', now: monday, move: 'declined' },
      'Call cancelled',
      'The call was cancelled',
    ],
  ])('%s', (_what, stands, tag, words) => {
    const { tag: shown, lines } = card(stands);
    expect(shown.text).toBe(tag);
    expect(lines[0]).toContain(words);
    const whole = lines.join(' ');
    if (tag !== 'Asked') expect(whole).not.toContain('The questions for the call are chosen after');
    if (stands.move) expect(whole).not.toContain('no room');
  });

  test.each<[string, RegistrationStatus | null, string | null, boolean]>([
    ['approved', 'approved', null, false],
    ['never registered', null, 'You are not registered for these calls', true],
    ['looked at', 'pending', 'is not approved yet', false],
    ['revoked', 'revoked', 'You have no approved registration', false],
  ])('who may be discussed with and is %s reads whether they get in', (_who, registration, words, leads) => {
    for (const [status, stands, now] of [
      ['asked', 'open', monday],
      ['selected', 'confirmed', tuesdayEvening],
    ] as const) {
      const { lines, register } = card({ status, call: stands, now, registration });
      if (words === null) expect(lines.join(' ')).not.toMatch(/registration|registered/);
      else expect(lines.join(' ')).toContain(words);
      expect(register?.href ?? null).toBe(leads ? '/calls/register/weekly' : null);
    }
    expect(
      card({ status: 'selected', call: 'held', now: after, registration }).lines.join(' '),
    ).not.toContain('regist');
  });
});
