import type { CallSeries } from './call-series.schema.js';
import type { Program, ProgramCourse, ProgramDocument, ProgramKind, ProgramRole } from './program.schema.js';

/** Finders over the program. Each answers null for an id the program doesn't have. */

export const roleOf = (program: Program, id: string): ProgramRole | null => find(program.roles, id);
export const kindOf = (program: Program, id: string): ProgramKind | null => find(program.kinds, id);
export const documentOf = (program: Program, id: string): ProgramDocument | null =>
  find(program.documents, id);
export const courseOf = (program: Program, id: string): ProgramCourse | null => find(program.courses, id);
export const callSeriesOf = (program: Program, id: string): CallSeries | null => find(program.callSeries, id);

/** The title of a resource; its id where the program has it no longer. */
export const resourceTitle = (program: Program, id: string): string =>
  find(program.resources, id)?.title ?? id;

/** What a topic is called; its id where the program has it no longer. */
export const topicLabel = (program: Program, id: string): string => find(program.topics, id)?.label ?? id;
export const topicLabels = (program: Program, ids: readonly string[]): string =>
  ids.map((id) => topicLabel(program, id)).join(', ');

/** A survivor or member of the public: led to the hotline, nothing stored. */
export const isNotServed = (program: Program, role: string): boolean =>
  find(program.notServedRoles, role) !== null;

/** Must this role name a legal supervisor? Unknown roles: false; they are refused before this is asked. */
export const needsSupervisor = (program: Program, role: string): boolean =>
  roleOf(program, role)?.needsSupervisor ?? false;

export const maySupervise = (program: Program, role: string): boolean =>
  roleOf(program, role)?.maySupervise ?? false;

/** Does this role hold a license to practice law? */
export const isLicensed = (program: Program, role: string | undefined): boolean =>
  role !== undefined && (roleOf(program, role)?.licensed ?? false);

/** Is such a request about one case? */
export const isAboutCase = (program: Program, kind: string | undefined): boolean =>
  kind === undefined || (kindOf(program, kind)?.aboutCase ?? true);

/** The call series open to a role that would rather talk; null: written assistance only. */
export function callFor(program: Program, role: string): CallSeries | null {
  const call = roleOf(program, role)?.call;
  return call ? callSeriesOf(program, call) : null;
}

const find = <T extends { id: string }>(entries: T[], id: string): T | null =>
  entries.find((entry) => entry.id === id) ?? null;

export const isTopic = (program: Program, id: string): boolean =>
  program.topics.some((topic) => topic.id === id);
