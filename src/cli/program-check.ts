import { statSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../adapters/clock/system-clock.js';
import { loadProgramFile } from '../adapters/program/load-program.js';
import { ProgramError, problemLine } from '../adapters/program/problem.js';
import { outdatedSnippets, withoutLinks } from '../domain/program/without-links.js';
import { createZone } from '../domain/time/zone.js';

/**
 * `ta-desk program check FILE`: says what is wrong with a program file (or the one in a folder).
 * Warns of what has no link. Answers the exit code: 0 nothing wrong, 1 problems, 2 the file can't be read.
 */
export async function programCheck(
  path: string,
  print: (line: string) => void = console.log,
  now: Date = systemClock.now(),
): Promise<number> {
  const file = isFolder(path) ? join(path, 'program.yaml') : path;
  try {
    const { program, versionId } = loadProgramFile(file);
    for (const { list, of, missing } of withoutLinks(program)) {
      print(
        `${file}: warning: ${list}: ${missing.length} of ${of} without "url: https://…", so people read the title and find it themselves: ${missing.join(', ')}`,
      );
    }
    const outdated = outdatedSnippets(program, createZone(program.zone).dateOf(now.toISOString()));
    if (outdated.length > 0) {
      print(
        `${file}: warning: snippets: ${outdated.length} of ${program.snippets.length} past "outdatedAfter", marked as outdated where staff pick them: ${outdated.join(', ')}`,
      );
    }
    print(`${file}: nothing wrong. Program of ${program.organization.shortName}, version ${versionId}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    for (const problem of error.problems) print(problemLine(file, problem));
    if (error.unreadable) return 2;
    print(`${file}: ${error.problems.length === 1 ? '1 problem' : `${error.problems.length} problems`}.`);
    return 1;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
