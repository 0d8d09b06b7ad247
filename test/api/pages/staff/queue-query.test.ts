import { describe, expect, test } from '@jest/globals';
import {
  filtersOn,
  queueHref,
  queuePages,
  readQueueQuery,
  without,
} from '../../../../src/api/pages/staff/queue/queue-query.js';

const read = (address: string) => {
  const params = new URLSearchParams(address);
  const pages = params.getAll('page');
  return readQueueQuery({ ...Object.fromEntries(params), page: pages });
};

describe('the queue in the address', () => {
  test.each([
    ['tab=mine'],
    ['tab=all'],
    ['tab=unassigned&urgent=yes'],
    ['tab=all&q=legal%20aid&status=in-review&assignee=ana%40program.example&due=overdue&sort=due'],
    ['tab=escalated&waitingOn=supervisor&kind=document-review&documentKind=t-visa-rfe&topic=civil&state=NV'],
    ['tab=mine&escalated=yes&supervisor=yes&sort=-requester'],
    ['tab=mine&sort=received&page=abc&page=def'],
    ['tab=all&due=next-week'],
  ])('%s is read and written back alike', (address) => {
    const { query, understood } = read(address);
    expect(understood).toBe(true);
    expect(queueHref('/staff', query)).toBe(`/staff?${address}`);
  });

  test.each([
    ['tab=theirs'],
    ['status=lost'],
    ['due=never'],
    ['urgent=maybe'],
    ['sort=name'],
    ['waitingOn=godot'],
    ['kind=%22'],
    ['state=nv'],
  ])('%s is left out and reported', (address) => {
    const { query, understood } = read(address);
    expect(understood).toBe(false);
    expect(queueHref('/staff', query)).toBe('/staff?tab=mine');
  });

  test('a tab alone is no filter', () => {
    expect(filtersOn(read('tab=all').query)).toEqual([]);
    expect(filtersOn(read('tab=all&due=today&urgent=yes').query)).toEqual(['due', 'urgent']);
    // Whose they are, the tab says.
    expect(filtersOn(read('tab=mine&assignee=ana%40program.example').query)).toEqual([]);
  });

  test('pages lead forth and back', () => {
    const { query } = read('tab=all&page=a');
    expect(queuePages('/staff', query, 'b')).toEqual({
      previous: '/staff?tab=all',
      next: '/staff?tab=all&page=a&page=b',
    });
    const narrowed = read('tab=all&due=today&urgent=yes&page=a').query;
    expect(queueHref('/staff', without(narrowed, ['due']))).toBe('/staff?tab=all&urgent=yes');
    expect(queuePages('/staff', read('').query, null)).toEqual({ previous: null, next: null });
  });
});
