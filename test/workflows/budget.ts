import { expect } from '@jest/globals';
import { statementsOf } from '../support/count-statements.js';
import type { Answer } from '../support/desk.js';

export interface Counted {
  /** Counts what one use case asks of the database, from the request of the API to its answer. */
  count(name: string, work: () => Promise<Answer>): Promise<Answer>;
  /** Fails with the statements of each that asked more often than its budget lets it, or was never counted. */
  allWithin(budget: Readonly<Record<string, number>>): void;
}

export function countUseCases(): Counted {
  const counted: Record<string, string[]> = {};
  return {
    async count(name, work) {
      let answer: Answer | undefined;
      counted[name] = await statementsOf(async () => {
        answer = await work();
      });
      if (!answer || answer.status >= 300) throw new Error(`${name}: ${JSON.stringify(answer?.body)}`);
      return answer;
    },
    allWithin(budget) {
      if (process.env.SHOW_STATEMENTS)
        console.log(Object.entries(counted).map(([name, { length }]) => `${name} ${length}`));
      if (process.env.SHOW_STATEMENTS === 'all') console.log(JSON.stringify(counted, null, 1));
      const over = Object.entries(counted).filter(([name, all]) => all.length > (budget[name] ?? 0));
      expect(over.map(([name, all]) => [`${name}: ${all.length}`, ...all])).toEqual([]);
      expect(Object.keys(counted)).toEqual(Object.keys(budget));
    },
  };
}
