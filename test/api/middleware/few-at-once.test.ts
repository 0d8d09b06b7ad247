import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { fewAtOnce } from '../../../src/api/middleware/few-at-once.js';

/** Requests that come to the gate; `inside` are those that were let through and have not ended. */
function arrivals(gate: ReturnType<typeof fewAtOnce>) {
  const inside = new Set<number>();
  let count = 0;
  return {
    inside,
    arrive(who?: string | number) {
      count += 1;
      const n = count;
      const actor = { kind: 'person', id: typeof who === 'string' ? who : `person ${n}` };
      const res = Object.assign(new EventEmitter(), { closed: false });
      gate({ actor } as Request, res as unknown as Response, () => void inside.add(n));
      return () => {
        res.closed = true;
        inside.delete(n);
        res.emit('close');
      };
    },
  };
}

test('twenty files at once are taken four at a time, in turn', () => {
  const { inside, arrive } = arrivals(fewAtOnce({ most: 4, mostWaiting: 60 }));
  const ends = Array.from({ length: 20 }, () => arrive());
  expect([...inside]).toEqual([1, 2, 3, 4]);
  for (const [n, end] of ends.entries()) {
    expect(inside).toContain(n + 1);
    expect(inside.size).toBeLessThanOrEqual(4);
    end();
  }
  expect(inside.size).toBe(0);
});

test('whoever goes while waiting takes nobody’s place', () => {
  const { inside, arrive } = arrivals(fewAtOnce({ most: 1, mostWaiting: 60 }));
  const [first, gone, last] = [arrive(), arrive(), arrive()];
  gone();
  first();
  expect([...inside]).toEqual([3]);
  last();
  arrive();
  expect([...inside]).toEqual([4]);
});

test('nobody alone keeps the others out', () => {
  const { inside, arrive } = arrivals(fewAtOnce({ most: 2, mostWaiting: 8 }));
  const end = arrive('one');
  arrive('one');
  arrive('one');
  expect([...inside]).toEqual([1]);
  arrive('other');
  expect([...inside]).toEqual([1, 4]);
  expect(() => arrive('one')).toThrow('too-many-requests');
  end();
  expect([...inside]).toEqual([4, 2]);
});

test('a crowd that can’t be served in time is told so', () => {
  const { arrive } = arrivals(fewAtOnce({ most: 1, mostWaiting: 2 }));
  for (let n = 0; n < 3; n += 1) arrive();
  expect(() => arrive()).toThrow('too-many-requests');
});
