import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../../domain/program/program.schema.js';
import { parseProgram } from './parse-program.js';
import { ProgramError } from './problem.js';
import { versionIdOf } from './version-id.js';

export interface LoadedProgram {
  program: Program;
  /** 16 hex digits; the same for files that differ only in comments, order or spacing. */
  versionId: string;
  /** The file as written. */
  text: string;
}

/** Loads `program.yaml` of a program folder. Throws ProgramError that lists every problem with its line. */
export function loadProgram(dir: string): LoadedProgram {
  return loadProgramFile(join(dir, 'program.yaml'));
}

/** As loadProgram, for one file. */
export function loadProgramFile(file: string): LoadedProgram {
  const text = read(file);
  const parsed = parseProgram(text);
  if (!parsed.ok) throw new ProgramError({ file, problems: parsed.problems });
  return { program: parsed.program, versionId: versionIdOf(parsed.program), text };
}

function read(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new ProgramError({
      file,
      unreadable: true,
      problems: [{ line: 1, column: 1, path: '', message: whyUnreadable(error) }],
    });
  }
}

function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file: PROGRAM_DIR must be the folder that holds program.yaml';
    case 'EISDIR':
      return 'is a folder: give the file itself, program.yaml';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read: give the account that runs the desk permission to read it';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'is not UTF-8 text: save it again with the encoding UTF-8';
    default:
      return `can't be read (${code ?? 'unknown reason'})`;
  }
}
