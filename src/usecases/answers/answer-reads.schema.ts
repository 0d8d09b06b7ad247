import { z } from 'zod';
import { ANSWER_FIELDS } from '../../domain/requests/answer-field.js';
import { MAX_TEXT } from '../../domain/requests/submission.schema.js';
import { shownCode, shownCount, shownWords } from '../../domain/text/shown.schema.js';
import { shortListQuery } from '../lists/page-of.schema.js';
import { INSERT_KINDS } from './insertables.js';

/** The answer, or the answer to the follow-up question. */
const of = z.enum(ANSWER_FIELDS).default('draft');
const name = shownWords(200).nullable();
const words = shownWords(MAX_TEXT);

export const versionsQuery = shortListQuery.extend({ of });
export const versionQuery = z.strictObject({ of });
export const changesQuery = z.strictObject({
  of,
  from: z.uuid().optional().describe('Id of the version compared with; left out, the one before.'),
});

export const versionSchema = z.object({
  id: z.uuid(),
  number: shownCount,
  author: name,
  at: z.iso.datetime(),
});
export const versionWithWordsSchema = versionSchema.extend({ body: words });

export const changesSchema = z.object({
  from: versionSchema.nullable(),
  to: versionSchema,
  /** Both texts can be put together again from it. */
  stretches: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: words })).max(50_000),
});

export const commentShownSchema = z.object({
  id: z.uuid(),
  draftId: z.uuid(),
  paragraph: shownCount,
  quote: words,
  words,
  author: name,
  at: z.iso.datetime(),
  done: z.boolean(),
  answers: z.array(z.object({ words, author: name, at: z.iso.datetime() })).max(300),
});

export const insertablesQuery = shortListQuery.extend({ kind: z.enum(INSERT_KINDS).optional() });

export const insertableSchema = z.object({
  id: shownWords(200),
  kind: z.enum(INSERT_KINDS),
  title: words,
  note: z.object({
    outdated: z.boolean().optional(),
    reviewed: z.iso.date().optional(),
    publisher: shownWords(200).optional(),
    answeredAt: z.iso.datetime().optional(),
    requestKind: shownCode.optional(),
    topics: z.array(shownCode).max(100).optional(),
  }),
});
export const insertableBodySchema = z.object({ id: shownWords(200), body: words });
