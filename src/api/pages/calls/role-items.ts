import type { Program } from '../../../domain/program/program.schema.js';

type RoleItem = { value: string; text: string; checked: boolean } | { divider: string };

/** The program's roles as radios, those a series is for first. */
export function roleItems(program: Program, chosen: string, audience: readonly string[]): RoleItem[] {
  const item = ({ id, label }: { id: string; label: string }): RoleItem => ({
    value: id,
    text: label,
    checked: id === chosen,
  });
  const theirs = program.roles.filter(({ id }) => audience.includes(id));
  const others = program.roles.filter(({ id }) => !audience.includes(id));
  return [...theirs.map(item), { divider: 'or' }, ...others.map(item)];
}
