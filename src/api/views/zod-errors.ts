import type { core, ZodError } from 'zod';
import { saidIn } from '../../domain/refusals/says.js';
import { type FieldError, wrongAt } from '../../domain/result.js';

/** What zod found wrong, as JSON pointers below `prefix`; an unknown field is pointed at itself. */
export function zodFieldErrors(error: ZodError, prefix = ''): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => wrongAt(prefix + pointerOf([...path, key]), 'unknown-field'));
    return [whatIsWrong(prefix + pointerOf(path), issue)];
  });
}

/** In the schema's words; for a missing or wrong kind of value in ours; else as zod has it. */
function whatIsWrong(pointer: string, issue: core.$ZodIssue): FieldError {
  const said = saidIn(issue.message);
  if (said) return { pointer, ...said };
  const [, expected, received] = /^Invalid input: expected (\w+), received (\w+)$/.exec(issue.message) ?? [];
  if (expected === undefined) return wrongAt(pointer, 'unlike-its-schema', { issue });
  return received === 'undefined'
    ? wrongAt(pointer, 'missing')
    : wrongAt(pointer, 'another-kind', { expected });
}

function pointerOf(path: string[]): string {
  return path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
