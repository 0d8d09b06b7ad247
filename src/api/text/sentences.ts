import type { Row } from '../../domain/refusals/row.js';

/** A sentence for each name: words, or a function of what they name. */
export type Sentences<Names> = { [N in keyof Names]: Sentence<Names[N]> };

/** As Sentences, for a table of refusals. */
export type RefusalSentences<Rows> = {
  [R in keyof Rows]: Rows[R] extends Row<infer P> ? Sentence<P> : never;
};

type Sentence<P> = [P] extends [null] ? string : (params: P) => string;
