import { z } from 'zod';
import { says } from '../refusals/says.js';
import { textSchema } from '../text/typed.schema.js';
import { MAX_TEXT } from './submission.schema.js';

/** What is said beside a draft. */
export const commentWords = textSchema(MAX_TEXT);

const MOST_PARAGRAPHS = 10_000;

/** A comment on a paragraph of a version. */
export const commentSchema = z.strictObject({
  version: z.uuid(says('version-of-answer')).describe('Id of the version that it is about.'),
  paragraph: z
    .int(says('paragraph-number'))
    .min(1, says('paragraph-number'))
    .max(MOST_PARAGRAPHS, says('paragraph-number'))
    .describe('Its place in that version, from 1; headings, lists and quotations count as one each.'),
  words: commentWords.describe('Read by staff only.'),
});
export type Comment = z.infer<typeof commentSchema>;

export const commentAnswerSchema = z.strictObject({ words: commentWords.describe('Read by staff only.') });

/** It is dealt with, or open again. */
export const commentDecisionSchema = z.strictObject({ kind: z.enum(['resolve', 'reopen']) });
