import { z } from 'zod';
import { countSchema } from './values.schema.js';

/** Releases of what a request holds to somebody outside the program: how long they last. Calendar days. */
export const releasesSchema = z.strictObject({
  /** Where nobody says until when. */
  defaultDays: countSchema('days', 1, 365).default(90),
  /** The longest anybody may sign for: never more than a year. */
  longestDays: countSchema('days', 1, 365).default(365),
  /** The requester hears so many days before the end. */
  warnDaysBefore: countSchema('days', 1, 60).default(7),
  /** A file of a case made under a release can be downloaded so long; then it is destroyed. */
  exportDays: countSchema('days', 1, 30).default(7),
  /** What nobody has signed by then, lapses. */
  unansweredDays: countSchema('days', 1, 90).default(30),
});

export type ReleaseRules = z.output<typeof releasesSchema>;
