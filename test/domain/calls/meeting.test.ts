import { describe, expect, test } from '@jest/globals';
import { capacityOf } from '../../../src/domain/calls/capacity.js';
import { linksStand, staffShouldHear } from '../../../src/domain/calls/meeting-problem.js';
import { type ComingOrGoing, whoIsIn } from '../../../src/domain/calls/who-is-in.js';

const at = (minute: number) => new Date(Date.UTC(2028, 0, 12, 20, minute)).toISOString();
const came = (participantId: string, minute: number): ComingOrGoing => ({
  kind: 'participant-joined',
  participantId,
  at: at(minute),
});
const went = (participantId: string, minute: number): ComingOrGoing => ({
  kind: 'participant-left',
  participantId,
  at: at(minute),
});

describe('who is in a meeting', () => {
  test.each<[string, ComingOrGoing[], number | null, string[]]>([
    ['who came', [came('ada', 0)], null, ['ada']],
    ['not who went', [came('ada', 0), went('ada', 5)], null, []],
    ['who came back', [came('ada', 0), went('ada', 5), came('ada', 6)], null, ['ada']],
    ['not who came and went within one instant', [came('ada', 5), went('ada', 5)], null, []],
    ['nobody of whom only the going is known', [went('ada', 5)], null, []],
    ['nobody after the meeting ended, though no going was told', [came('ada', 0)], 59, []],
    ['who came when the meeting was started again', [came('ada', 0), came('bea', 31)], 30, ['bea']],
  ])('%s', (_who, facts, ended, expected) => {
    const endedAt = ended === null ? null : at(ended);
    for (const order of [facts, [...facts].reverse(), [...facts, ...facts]]) {
      expect(whoIsIn(order, endedAt).map(({ participantId }) => participantId)).toEqual(expected);
    }
  });
});

describe('what is wrong with a meeting', () => {
  test.each<[string, boolean, string, boolean]>([
    ['a missing permission, a week before', false, '2028-01-05T20:00:00.000Z', true],
    ['an outage, a week before', true, '2028-01-05T20:00:00.000Z', false],
    ['an outage, 24 hours before', true, '2028-01-11T20:00:00.000Z', false],
    ['an outage, within the last day', true, '2028-01-11T20:00:00.001Z', true],
    ['an outage, while the call is on', true, '2028-01-12T20:10:00.000Z', true],
  ])('%s', (_what, passesByItself, now, heard) => {
    expect(staffShouldHear({ passesByItself, at: now, startsAt: '2028-01-12T20:00:00.000Z' })).toBe(heard);
  });
});

test.each([
  [null, true],
  ['unavailable', true],
  ['registration-off', true],
  ['kept', false],
  ['not-found', false],
])('with the code %j do links already given out stand: %s', (problem, stand) => {
  expect(linksStand(problem)).toBe(stand);
});

describe('how many people a meeting takes', () => {
  test.each<[string, number, number | null, number | undefined, number | null, boolean]>([
    ['as many as are registered', 300, 300, undefined, 300, false],
    ['fewer than are registered', 301, 300, undefined, 300, true],
    ['what Zoom says goes before the program', 200, 500, 100, 500, false],
    ['Zoom says nothing', 200, null, 100, 100, true],
    ['nobody says anything', 5_000, null, undefined, null, false],
  ])('%s', (_what, approved, told, programmed, capacity, above) => {
    expect(capacityOf({ approved, told, programmed })).toEqual({ approved, capacity, above });
  });
});
