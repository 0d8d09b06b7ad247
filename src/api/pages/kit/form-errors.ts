import type { FieldError, Problem, Result } from '../../../domain/result.js';
import type { PageErrors } from '../../views/page-errors.js';
import { noDateTyped } from './date-field.js';
import { type Fields, many } from './fields.js';
import { allFields, type Field, type Form } from './form.js';
import { inputsOf } from './form-view.js';

/** What was left empty, in the words of each field. */
function missingOf(fields: readonly Field[] | undefined, typed: Fields): FieldError[] {
  return allFields(fields).flatMap((field) => {
    if (!('missing' in field) || field.missing === undefined) return [];
    const empty =
      field.type === 'date'
        ? noDateTyped(typed, field.name)
        : many(typed, field.name).every((value) => value.trim() === '');
    return empty ? [{ pointer: `/${field.name}`, message: field.missing }] : [];
  });
}

/** What was read, with what the fields say to be missing; of a field that was left empty only that. */
export function withMissing<T>(
  fields: readonly Field[] | undefined,
  typed: Fields,
  read: Result<T>,
): Result<T> {
  const missing = missingOf(fields, typed);
  if (missing.length === 0) return read;
  if (read.ok) return wrongFields(missing);
  const others = (read.problem.errors ?? []).filter(
    ({ pointer }) => !missing.some((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}-`)),
  );
  return { ok: false, problem: { ...read.problem, errors: [...missing, ...others] } };
}

/**
 * A refusal as the page shows it: in the order of the fields, with a link to each, then what belongs to none of them.
 * `ids` renames pointers whose field has another name; `hrefOf` leads to where else something can be mended.
 */
export function errorsOf(
  { errors, detail }: Problem,
  forms: readonly Form[],
  {
    ids = {},
    hrefOf,
  }: {
    ids?: Record<string, string> | undefined;
    hrefOf?: ((pointer: string) => string | undefined) | undefined;
  } = {},
): PageErrors {
  if (!errors?.length) return { summary: [{ text: detail }], byField: {} };
  const fields = forms.flatMap((form) => form.fields ?? []);
  const targets = [...inputsOf(fields), ...forms.flatMap(({ id }) => id ?? [])];
  const shown = errors.slice(0, MOST_SHOWN).map(({ pointer, message }) => {
    const name = ids[pointer] ?? nameOf(pointer);
    const id = targets.includes(`${name}-month`) ? `${name}-month` : name;
    return { message, id, place: targets.indexOf(id), elsewhere: hrefOf?.(pointer) };
  });
  const first = shown.filter(
    ({ id, message }, index) =>
      shown.findIndex((one) => one.id === id && (one.id !== '' || one.message === message)) === index,
  );
  const inOrder = [
    ...first.filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place),
    ...first.filter(({ place }) => place < 0),
  ];
  return {
    summary: inOrder.map(({ message, id, place, elsewhere }) => {
      const href = place >= 0 ? `#${id}` : elsewhere;
      return href === undefined ? { text: message } : { text: message, href };
    }),
    byField: Object.fromEntries(inOrder.map(({ id, message }) => [id, { text: message }])),
  };
}

/** Nobody reads more in one summary. */
const MOST_SHOWN = 50;

/** `/requester/email` → `requester-email`, `/topics/2` → `topics`. */
const nameOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .filter((part) => !/^\d+$/.test(part))
    .join('-');

/** What was read is wrong in these fields. */
export const wrongFields = (errors: FieldError[]): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code: 'invalid', detail: '', errors },
});
