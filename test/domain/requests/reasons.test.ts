import { describe, expect, test } from '@jest/globals';
import type { CaseField } from '../../../src/domain/requests/case-texts.js';
import { fieldOfReason } from '../../../src/domain/requests/older-reason.js';
import { standingReasons } from '../../../src/domain/requests/standing-reasons.js';
import type { RequestStatus } from '../../../src/domain/requests/statuses.js';

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

  const after = (ms: number) => new Date(written.at.getTime() + ms);
  const event = (type: string, ms: number, actor = written.author) => ({ type, actor, at: after(ms) });
  test.each([
    ['whose clock was a little behind', [event('reprioritised', -5)], 'urgency-reason'],
    ['and not the next', [event('reprioritised', -5), event('declined', 86_400_000)], 'urgency-reason'],
    ['nor the one before', [event('declined', -86_400_000), event('reprioritised', 40)], 'urgency-reason'],
    ['the writer’s own', [event('declined', 10, 'user:rob'), event('reprioritised', 40)], 'urgency-reason'],
    [
      'that reopened, noted in both episodes',
      [event('reopened', 5), event('reopened', 5)],
      'reopening-reason',
    ],
    ['for staff where two could be meant', [event('reprioritised', -5), event('declined', 900)], 'reason'],
    ['for staff where none is near', [event('declined', 86_400_000)], 'reason'],
  ])('the decision of the same moment: %s', (_name, events, field) => {
    expect(fieldOfReason(written, events)).toBe(field);
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
  ].map((field) => ({ field, at: day(9).toISOString() }));
  test.each<[RequestStatus, string[], string[]]>([
    ['declined', ['declined'], ['decline-reason']],
    ['declined', ['declined', 'reopening-refused'], ['decline-reason', 'reopening-refusal']],
    ['redirected', ['redirected'], ['redirect-note']],
    ['withdrawn', ['withdrawn'], ['withdrawal-reason']],
    ['in-progress', ['extended'], ['extension-reason']],
    ['in-progress', [], []],
    ['responded', ['extended', 'responded'], []],
  ])('%s after %j', (status, types, fields) => {
    const events = types.map((type) => ({ type, episode: 2, at: day(8).toISOString() }));
    const before = [{ type: 'extended', episode: 1, at: day(2).toISOString() }];
    const shown = standingReasons({ status, episode: 2 }, [...before, ...events], texts);
    expect(shown.map(({ field }) => field)).toEqual(fields);
  });

  test.each<[RequestStatus, CaseField]>([
    ['redirected', 'redirect-note'],
    ['withdrawn', 'withdrawal-reason'],
  ])('%s again: words of an earlier end are not the reason for this one', (status, field) => {
    const event = (type: string, episode: number, n: number) => ({ type, episode, at: day(n).toISOString() });
    const events = [
      event('received', 1, 1),
      event(status, 1, 2),
      event('reopened', 2, 3),
      event(status, 2, 5),
    ];
    const text = (n: number) => ({ field, at: day(n).toISOString() });
    const shown = (episode: number, ...texts: { field: string; at: string }[]) =>
      standingReasons(
        { status, episode },
        events.filter((one) => one.episode <= episode),
        texts,
      );
    expect(shown(1, text(2))).toEqual([text(2)]);
    expect(shown(2, text(2))).toEqual([]);
    expect(shown(2, text(2), text(4))).toEqual([text(4)]);
  });
});
