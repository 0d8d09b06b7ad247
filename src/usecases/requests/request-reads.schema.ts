import { z } from 'zod';
import { SCAN_STATES } from '../../domain/documents/scan-states.js';
import { FEEDBACK_ANSWERS } from '../../domain/requests/decision.schema.js';
import { MAX_TEXT } from '../../domain/requests/submission.schema.js';
import { MAX_TASK_TEXT, TASK_STATUSES } from '../../domain/requests/tasks.js';
import { ledgerDaySchema } from '../../domain/requests/view.schema.js';
import { shownCode, shownCount, shownEmail, shownLink, shownWords } from '../../domain/text/shown.schema.js';

const who = z.object({ kind: shownCode, name: shownWords(200).nullable() });
const words = shownWords(MAX_TEXT);
const from = z.enum(['requester', 'supervisor', 'staff']);

export const eventSchema = z.object({
  seq: shownCount,
  episode: shownCount,
  type: shownCode,
  at: z.iso.datetime(),
  actor: who,
  onBehalfOf: shownWords(200).nullable(),
  data: z.record(z.string(), z.unknown()),
});

export const clockSchema = z.object({
  dueAt: z.iso.datetime().nullable(),
  promiseBusinessDays: shownCount,
  days: z.array(ledgerDaySchema).max(10_000),
});

/** What a redirected or declined request leads to. */
export const wayOnSchema = z.object({
  kind: z.enum(['call', 'resource', 'workshop', 'course', 'referrals', 'scope', 'hotline']),
  id: shownCode.nullable(),
  title: shownWords(200).nullable(),
  url: shownLink.nullable(),
});

export const followUpReadSchema = z.object({
  id: z.uuid(),
  status: z.enum(['open', 'answered']),
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  question: words,
  answer: words.nullable(),
  days: z.array(ledgerDaySchema).max(10_000),
});
/** As whoever asked is told of it. */
export const followUpAskedSchema = followUpReadSchema.pick({ id: true, status: true, dueAt: true });

const answered = z.enum(FEEDBACK_ANSWERS);
export const feedbackGivenSchema = z.object({ answered, at: z.iso.datetime() });

export const responseSchema = z.object({ body: words, sentAt: z.iso.datetime() });

/** A message of the correspondence, as its writer is told of it. */
export const writtenSchema = z.object({ id: z.uuid(), at: z.iso.datetime(), from });
export const correspondenceSchema = writtenSchema.extend({ body: words, author: who });

const entrySchema = z.object({
  field: shownCode,
  body: words,
  author: who.extend({ id: z.uuid().nullable().describe('For staff.') }),
  from,
  at: z.iso.datetime(),
});

export const contentSchema = z.object({
  facts: words,
  questions: words,
  clientAlias: shownWords(40).nullable(),
  threads: z.array(entrySchema).max(10_000),
  draft: entrySchema.nullable(),
  documents: z
    .array(
      z.object({
        id: z.uuid(),
        documentKind: shownCode,
        name: shownWords(120),
        mediaType: shownWords(120),
        size: shownCount,
        scan: z.enum(SCAN_STATES),
        /** Whether what it tells beside what it shows was taken out; `none`: its kind has none. */
        details: z.enum(['removed', 'kept', 'none']),
        at: z.iso.datetime(),
      }),
    )
    .max(100),
});

/** A follow-up task of staff. */
export const taskSchema = z.object({
  id: z.uuid(),
  what: shownWords(MAX_TASK_TEXT),
  assignee: z.object({ id: z.uuid(), name: shownWords(200), email: shownEmail }),
  dueOn: z.iso.date(),
  status: z.enum(TASK_STATUSES),
  addedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
