import { describe, expect, test } from '@jest/globals';
import { fieldOfReason } from '../../../src/domain/requests/older-reason.js';
import { standingReasons } from '../../../src/domain/requests/standing-reasons.js';
import type { RequestStatus } from '../../../src/domain/requests/status.js';

const day = (n: number) => new Date(Date.UTC(2026, 10, n));

describe('a reason of before is what its decision makes it', () => {
  const written = { author: 'user:ana', at: day(5) };
  test.each([
    ['declined', 'decline-reason'],
    ['extended', 'extension-reason'],
    ['reprioritised', 'urgency-reason'],
    ['reopened', 'reopening-reason'],
    ['assigned', 'reason'],
  ])('%s', (type, field) => {
    expect(fieldOfReason(written, [{ type, actor: 'user:ana', at: day(5) }])).toBe(field);
  });

  test('the writer’s own, the first from then on', () => {
    const events = [
      { type: 'extended', actor: 'user:ana', at: day(4) },
      { type: 'extended', actor: 'user:rob', at: day(5) },
      { type: 'reprioritised', actor: 'user:ana', at: day(6) },
      { type: 'declined', actor: 'user:ana', at: day(7) },
    ];
    expect(fieldOfReason(written, events)).toBe('urgency-reason');
  });
});

describe('the words beside the decision', () => {
  const texts = [
    'decline-reason',
    'extension-reason',
    'redirect-note',
    'withdrawal-reason',
    'reopening-refusal',
    'note',
  ].map((field, n) => ({ field, n }));
  test.each<[RequestStatus, string[], string[]]>([
    ['declined', ['declined'], ['decline-reason']],
    ['declined', ['declined', 'reopening-refused'], ['decline-reason', 'reopening-refusal']],
    ['redirected', ['redirected'], ['redirect-note']],
    ['withdrawn', ['withdrawn'], ['withdrawal-reason']],
    ['in-progress', ['extended'], ['extension-reason']],
    ['in-progress', [], []],
    ['responded', ['extended', 'responded'], []],
  ])('%s after %j', (status, types, fields) => {
    const events = types.map((type) => ({ type, episode: 2 }));
    const before = [{ type: 'extended', episode: 1 }];
    const shown = standingReasons({ status, episode: 2 }, [...before, ...events], texts);
    expect(shown.map(({ field }) => field)).toEqual(fields);
  });
});
