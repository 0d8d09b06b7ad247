import type { Program } from '../../../domain/program/program.schema.js';
import type { Choice } from '../kit/form.js';

/** The program's roles, those a series is for first. */
export function roleChoices(
  { roles }: Pick<Program, 'roles'>,
  audience: readonly string[],
): (Choice | { divider: string })[] {
  const choice = ({ id, label }: { id: string; label: string }) => ({ value: id, text: label });
  const theirs = roles.filter(({ id }) => audience.includes(id));
  const others = roles.filter(({ id }) => !audience.includes(id));
  return [...theirs.map(choice), { divider: 'or' }, ...others.map(choice)];
}
