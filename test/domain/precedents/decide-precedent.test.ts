import { describe, expect, test } from '@jest/globals';
import {
  isOutdated,
  PRECEDENT_DECISION_KINDS,
  refusePrecedent,
} from '../../../src/domain/precedents/decide-precedent.js';
import {
  PRECEDENT_STATUSES,
  type PrecedentDecisionKind,
  type PrecedentStatus,
} from '../../../src/domain/precedents/precedent.schema.js';

const AUTHOR = 'user:ana';
const OTHER = 'user:rob';

describe('what may be decided about a precedent', () => {
  const offered: Record<
    PrecedentStatus,
    { author: PrecedentDecisionKind[]; other: PrecedentDecisionKind[] }
  > = {
    draft: {
      author: ['submit', 'withdraw', 'erase-wordings'],
      other: ['submit', 'withdraw', 'erase-wordings'],
    },
    'awaiting-review': {
      author: ['withdraw', 'erase-wordings'],
      other: ['publish', 'return', 'withdraw', 'erase-wordings'],
    },
    published: { author: ['withdraw', 'erase-wordings'], other: ['withdraw', 'erase-wordings'] },
    withdrawn: { author: ['erase'], other: ['erase'] },
    erased: { author: [], other: [] },
  };
  test.each(PRECEDENT_STATUSES)('%s: by its author, and by a second person', (status) => {
    const by = (actor: string) =>
      PRECEDENT_DECISION_KINDS.filter(
        (kind) => refusePrecedent({ status, author: AUTHOR }, kind, actor) === null,
      );
    expect({ author: by(AUTHOR), other: by(OTHER) }).toEqual(offered[status]);
  });

  test('nobody reviews their own wording, and is told so', () => {
    const refused = refusePrecedent({ status: 'awaiting-review', author: AUTHOR }, 'publish', AUTHOR);
    expect(refused?.code).toBe('own-draft');
  });
});

test('it is out of date from the day after its review date', () => {
  expect(isOutdated('2026-11-02', '2026-11-02')).toBe(false);
  expect(isOutdated('2026-11-02', '2026-11-03')).toBe(true);
});
