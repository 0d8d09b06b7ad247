import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import type { Program } from '../../../domain/program/program.schema.js';
import type { Texts } from '../../text/texts.js';
import type { Choice, Field } from '../kit/form.js';

interface WhoText {
  name: string;
  email: string;
  emailFixed: string;
  role: string;
  errors: { name: string; role: string };
}

/** Who asks or registers: name, the address they proved, role. */
export function whoFields(
  texts: Texts,
  text: WhoText,
  { email, series, program }: { email: string; series: Pick<CallSeries, 'audience'>; program: Program },
): Field[] {
  return [
    {
      type: 'line',
      name: 'name',
      label: text.name,
      autocomplete: 'name',
      spellcheck: false,
      missing: text.errors.name,
    },
    { type: 'fixed', label: text.email, value: email, hint: text.emailFixed },
    {
      type: 'radios',
      name: 'role',
      legend: text.role,
      choices: roleChoices(texts, program, series.audience),
      missing: text.errors.role,
    },
  ];
}

/** The program's roles, those a series is for first. */
function roleChoices(
  { kit }: Texts,
  { roles }: Program,
  audience: readonly string[],
): (Choice | { divider: string })[] {
  const choice = ({ id, label }: { id: string; label: string }) => ({ value: id, text: label });
  const theirs = roles.filter(({ id }) => audience.includes(id));
  const others = roles.filter(({ id }) => !audience.includes(id));
  return [...theirs.map(choice), { divider: kit.or }, ...others.map(choice)];
}
