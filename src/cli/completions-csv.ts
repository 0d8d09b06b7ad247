import { createHash } from 'node:crypto';
import { en } from '../api/text/en/en.js';
import { say } from '../api/text/say.js';
import { zodFieldErrors } from '../api/views/zod-errors.js';
import type { FieldError } from '../domain/result.js';
import { type CompletionInput, completionSchema } from '../domain/training/completion.schema.js';
import { type CsvRow, flagOf, type LineError } from './csv.js';

export const COMPLETION_COLUMNS = {
  required: ['email', 'course_id', 'completed_at', 'passed'],
  optional: ['external_user_id', 'score'],
} as const;

const COLUMN_OF: Record<string, string> = { courseId: 'course_id', completedAt: 'completed_at' };

/** Rows of the canonical completions CSV. The same source, user, course and moment is the same completion. */
export function completionsOf(
  rows: readonly CsvRow[],
  { source, courses }: { source: string; courses: readonly string[] },
): { inputs: CompletionInput[]; errors: LineError[] } {
  const inputs: CompletionInput[] = [];
  const errors: LineError[] = [];
  for (const { line, cells } of rows) {
    const read = completionSchema.safeParse({
      email: cells.email,
      courseId: cells.course_id,
      passed: flagOf(cells.passed),
      score: cells.score === undefined ? undefined : Number(cells.score),
      completedAt: cells.completed_at,
      source,
      sourceId: sourceIdOf(cells),
    });
    if (!read.success) {
      errors.push(...zodFieldErrors(read.error).map((error) => ({ line, message: lineMessage(error) })));
    } else if (!courses.includes(read.data.courseId)) {
      errors.push({ line, message: `course_id: the program has ${courses.join(', ')}.` });
    } else {
      inputs.push(read.data);
    }
  }
  return { inputs, errors };
}

function lineMessage(error: FieldError): string {
  const field = error.pointer.slice(1);
  return `${COLUMN_OF[field] ?? field}: ${say(en, error)}`;
}

function sourceIdOf(cells: Record<string, string>): string {
  const who = cells.external_user_id ?? cells.email?.toLowerCase();
  return createHash('sha256')
    .update(JSON.stringify([who, cells.course_id, cells.completed_at]))
    .digest('hex');
}
