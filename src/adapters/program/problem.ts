import { basename } from 'node:path';

/** One thing wrong with a program file, at the place to change. Lines and columns count from 1. */
export interface Problem {
  line: number;
  column: number;
  /** Like `clock.promiseBusinessDays` or `roles[2].id`; empty for the file as a whole. */
  path: string;
  /** What is wrong and what to do, in words for someone who edits the file. */
  message: string;
}

/** `program.yaml:41:5 clock.promiseBusinessDays: must be …` */
export function problemLine(file: string, problem: Problem): string {
  const subject = problem.path === '' ? '' : ` ${problem.path}:`;
  return `${basename(file)}:${problem.line}:${problem.column}${subject} ${problem.message}`;
}

/** The program can't be used. The message lists every problem with its place and what to do. */
export class ProgramError extends Error {
  readonly file: string;
  readonly problems: Problem[];
  /** The file couldn't be read at all. */
  readonly unreadable: boolean;

  constructor({
    file,
    problems,
    unreadable = false,
  }: { file: string; problems: Problem[]; unreadable?: boolean }) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    const lines = problems.map((problem) => `  ${problemLine(file, problem)}`);
    super([`${file} has ${count}:`, ...lines].join('\n'));
    this.name = 'ProgramError';
    this.file = file;
    this.problems = problems;
    this.unreadable = unreadable;
  }
}
