import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  isOnCall,
  isPlaceFree,
  isStanding,
  ON_CALL_STATUSES,
  PLACE_TAKING_STATUSES,
  QUESTION_STATUSES,
  type QuestionStatus,
  STANDING_STATUSES,
} from '../../../src/domain/calls/question-statuses.js';

/** By status: which lists it is in. Whoever adds a status decides here once more. */
const LISTS: Record<QuestionStatus, string> = {
  asked: 'place on-call stands',
  selected: 'place on-call stands',
  'not-selected': 'place on-call',
  withdrawn: '',
  moved: '',
  converted: 'place',
};
const lists: Record<string, readonly QuestionStatus[]> = {
  place: PLACE_TAKING_STATUSES,
  'on-call': ON_CALL_STATUSES,
  stands: STANDING_STATUSES,
};

test.each(QUESTION_STATUSES)('a question that is %s', (status) => {
  const found = Object.keys(lists).filter((name) => lists[name]?.includes(status));
  expect(found.join(' ')).toBe(LISTS[status]);
  expect(!isPlaceFree(status)).toBe(found.includes('place'));
  expect(isOnCall(status)).toBe(found.includes('on-call'));
  expect(isStanding(status)).toBe(found.includes('stands'));
});

test('the database keeps one place for each person and organization by the same statuses', () => {
  const sql = readFileSync('prisma/migrations/20261122021534_calls/migration.sql', 'utf8');
  const indexes = sql.match(/CREATE UNIQUE INDEX "call_question_one_per_[^;]+;/g) ?? [];
  const free = QUESTION_STATUSES.filter(isPlaceFree).map((status) => `'${status}'`);
  expect(indexes).toHaveLength(2);
  for (const index of indexes) expect(index).toContain(`"status" NOT IN (${free.join(', ')})`);
});
