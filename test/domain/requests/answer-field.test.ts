import { expect, test } from '@jest/globals';
import { answerFieldOf, versionMissed } from '../../../src/domain/requests/answer-field.js';

test.each([
  ['draft-response', 'in-progress', 'draft'],
  ['return-response', 'in-review', 'draft'],
  ['return-response', 'responded', 'follow-up-draft'],
  ['answer-follow-up', 'responded', 'follow-up-draft'],
] as const)('%s of a request that is %s is about its %s', (kind, status, field) => {
  expect(answerFieldOf(kind, status)).toBe(field);
});

test.each([
  ['nothing was saved yet', undefined, null, false],
  ['it goes on from the last one', { id: 'v2', body: 'Last' }, 'v2', false],
  ['it goes on from another', { id: 'v2', body: 'Last' }, 'v1', true],
  ['it was begun before there was any', { id: 'v2', body: 'Last' }, null, true],
  ['it says the same as the last one', { id: 'v2', body: 'Mine' }, 'v1', false],
])('what is written misses the last version or not: %s', (_what, latest, base, missed) => {
  expect(versionMissed(latest, { base, body: 'Mine' })).toBe(missed ? latest : null);
});
