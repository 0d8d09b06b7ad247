import { z } from 'zod';
import { countSchema } from './values.schema.js';

const percent = 'must be a whole number of percent from 10 to 100';

/** When staff are shown that somebody asks much, or that two requests are alike. Each is a number, never a decision. */
export const signalsSchema = z
  .strictObject({
    /** From so many percent of the words in common two requests are shown as alike. */
    alikePercent: z.number().int(percent).min(10, percent).max(100, percent).default(50),
    overuse: z
      .strictObject({
        /** What somebody sent in so many days is counted. */
        days: countSchema('days', 7, 730).default(90),
        /** So many requests in that time are many. */
        requests: countSchema('requests', 2, 1_000).default(5),
        /** So many of them without having looked at resources. */
        withoutResources: countSchema('requests', 1, 1_000).default(3),
        /** So many that were directed to materials or waited in vain for a course, and no course passed since. */
        adviceNotFollowed: countSchema('requests', 1, 1_000).default(2),
      })
      .prefault({}),
  })
  .prefault({});

export type OveruseRules = z.infer<typeof signalsSchema>['overuse'];
