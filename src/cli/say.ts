import type { FieldError, Problem } from '../domain/result.js';

/** Answers go to standard output, alone; everything else to standard error. */
export const print = (line: string) => void process.stdout.write(`${line}\n`);
export const tell = (line: string) => void process.stderr.write(`${line}\n`);

export function tellProblem({ detail, errors }: Problem): void {
  tell(detail);
  for (const { pointer, message } of errors ?? ([] as FieldError[]))
    tell(`  ${pointer.slice(1)}: ${message}`);
}
