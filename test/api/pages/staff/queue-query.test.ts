import { describe, expect, test } from '@jest/globals';
import {
  isFiltered,
  queueHref,
  queuePages,
  readQueueQuery,
} from '../../../../src/api/pages/staff/queue/queue-query.js';

const read = (address: string) => {
  const params = new URLSearchParams(address);
  const pages = params.getAll('page');
  return readQueueQuery({ ...Object.fromEntries(params), page: pages });
};

describe('the queue in the address', () => {
  test.each([
    [''],
    ['tab=all'],
    ['tab=unassigned&urgent=yes'],
    ['tab=all&status=in-review&assignee=ana%40program.example&due=overdue&q=legal+aid&sort=due'],
    ['sort=received&page=abc&page=def'],
  ])('%s is read and written back alike', (address) => {
    const { query, understood } = read(address);
    expect(understood).toBe(true);
    expect(queueHref('/staff', query)).toBe(address ? `/staff?${address}` : '/staff');
  });

  test.each([['tab=theirs'], ['status=lost'], ['due=never'], ['urgent=maybe'], ['sort=name']])(
    '%s is left out and reported',
    (address) => {
      const { query, understood } = read(address);
      expect(understood).toBe(false);
      expect(queueHref('/staff', query)).toBe('/staff');
    },
  );

  test('a tab alone is no filter', () => {
    expect(isFiltered(read('tab=all').query)).toBe(false);
    expect(isFiltered(read('tab=all&due=today').query)).toBe(true);
  });

  test('pages lead forth and back', () => {
    const { query } = read('tab=all&page=a');
    expect(queuePages('/staff', query, 'b')).toEqual({
      previous: '/staff?tab=all',
      next: '/staff?tab=all&page=a&page=b',
    });
    expect(queuePages('/staff', read('').query, null)).toEqual({ previous: null, next: null });
  });
});
