import { en } from '../api/text/en/en.js';
import { tell as inWords } from '../api/text/say.js';
import type { Problem } from '../domain/result.js';

/** Answers go to standard output, alone; everything else to standard error. */
export const print = (line: string) => void process.stdout.write(`${line}\n`);
export const tell = (line: string) => void process.stderr.write(`${line}\n`);

export function tellProblem(problem: Problem): void {
  const { detail, errors } = inWords(en, problem);
  tell(detail);
  for (const { pointer, message } of errors) tell(`  ${pointer.slice(1)}: ${message}`);
}
