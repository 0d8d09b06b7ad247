import type { ProblemCode } from './problem-code.js';

/** What a sentence names: codes, numbers and dates, and words of the program; never what somebody typed. */
export type Params = object;

/** One refusal: the code it is answered with. `params` is there for its type alone. */
export interface Row<P extends Params | null> {
  code: ProblemCode;
  params?: P;
}

/** A row of the tables: `as<{ days: number }>('forbidden')`; without a type its sentence names nothing. */
export const as = <P extends Params | null = null>(code: ProblemCode): Row<P> => ({ code });
