import { expect, test } from '@jest/globals';
import { keyRow } from '../../../../src/api/pages/staff/keys/key-rows.js';
import { en } from '../../../../src/api/text/en/en.js';

test('a key says in which year it ends and was used last', () => {
  const key = {
    ...{ id: 'k', name: 'Cases', prefix: 'tad_x', role: 'coordinator' as const, scopes: ['read' as const] },
    ...{ owner: null, state: 'active' as const, createdAt: '2054-11-29T20:00:00.000Z' },
    ...{ expiresAt: '2055-11-29T20:00:00.000Z', lastUsedAt: '2054-11-30T20:00:00.000Z' },
    ...{ revokedAt: null, overlapUntil: null },
  };
  const { state, used } = keyRow(en, key as unknown as Parameters<typeof keyRow>[1], 'America/Los_Angeles');
  expect([/^Until .*2055$/.test(state), /2054$/.test(used)]).toEqual([true, true]);
});
