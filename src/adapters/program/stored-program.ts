import { type Program, programShape } from '../../domain/program/program.schema.js';
import { pathText, type SettingPath } from './locate.js';

/**
 * A version of the program that requests are pinned to, as it was stored. It was checked in its time: rules that came later
 * don't count, a setting that came later has its default, and one that went is left out.
 * @throws when a setting without a default came later, or what a setting may be was narrowed
 */
export function readStoredProgram(versionId: string, body: unknown): Program {
  const known = structuredClone(body);
  const first = programShape.safeParse(known);
  for (const issue of first.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') leaveOut(known, issue.path as SettingPath, issue.keys);
  }
  const { data, error } = first.success ? first : programShape.safeParse(known);
  if (data) return data;
  const wrong = error?.issues.map(({ path, message }) => `${pathText(path as SettingPath)}: ${message}`);
  throw new Error(`the stored program version ${versionId} can't be read: ${wrong?.join('; ')}`);
}

function leaveOut(body: unknown, path: SettingPath, settings: readonly string[]): void {
  const part = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], body);
  for (const setting of settings) delete (part as Record<string, unknown>)[setting];
}
