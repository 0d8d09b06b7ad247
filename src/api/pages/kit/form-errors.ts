import type { ProblemCode } from '../../../domain/refusals/problem-code.js';
import { because } from '../../../domain/result.js';
import { say } from '../../text/say.js';
import type { Texts } from '../../text/texts.js';
import {
  errorMessage,
  type PageError,
  type PageErrors,
  type PageProblem,
  type Read,
  wordsOf,
} from '../../views/page-errors.js';
import { noDateTyped } from './date-field.js';
import { type Fields, many } from './fields.js';
import { allFields, type Field, type Form } from './form.js';
import { inputsOf } from './form-view.js';

/** What was left empty, in the words of each field. */
export function missingOf(fields: readonly Field[] | undefined, typed: Fields): PageError[] {
  return allFields(fields).flatMap((field) => {
    if (!('missing' in field) || field.missing === undefined) return [];
    return isEmpty(field, typed) ? [{ pointer: `/${field.name}`, message: field.missing }] : [];
  });
}

function isEmpty(field: Extract<Field, { missing?: string }>, typed: Fields): boolean {
  const values = many(typed, field.name);
  if (field.type === 'date') return noDateTyped(typed, field.name);
  // A box that isn't there was not checked.
  if (field.type === 'checkboxes') return !field.choices.some(({ value }) => values.includes(value));
  return values.every((value) => value.trim() === '');
}

/** What was read, with what the fields say to be missing; of a field that was left empty only that. */
export function withMissing<T>(fields: readonly Field[] | undefined, typed: Fields, read: Read<T>): Read<T> {
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
 * `ids` renames pointers whose field has another name; `hrefOf` leads to where else something can be mended. A field
 * keeps its first message; the summary has the others too with `eachSaid`.
 */
export function errorsOf(
  texts: Texts,
  problem: PageProblem,
  forms: readonly Form[],
  { ids = {}, hrefOf, eachSaid = false }: ErrorOptions = {},
): PageErrors {
  const { errors } = problem;
  if (!errors?.length) return { summary: [{ text: say(texts, problem) }], byField: {} };
  const fields = forms.flatMap((form) => form.fields ?? []);
  const targets = [...inputsOf(fields), ...forms.flatMap(({ id }) => id ?? [])];
  const all = errors.slice(0, MOST_SHOWN).map((error) => {
    const { pointer } = error;
    const name = ids[pointer] ?? nameOf(pointer);
    const field = allFields(fields).find((one) => 'name' in one && one.name === name);
    const id = targets.includes(`${name}-month`) ? `${name}-month` : name;
    return {
      message: messageOf(texts, error, field),
      id,
      place: targets.indexOf(id),
      elsewhere: hrefOf?.(pointer),
    };
  });
  const first = all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
  const said = eachSaid ? all : first;
  const atFields = said.filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place);
  const inOrder = [...atFields, ...said.filter(({ place }) => place < 0)];
  return {
    summary: inOrder.map(({ message, id, place, elsewhere }) => {
      const href = place >= 0 ? `#${id}` : elsewhere;
      return href === undefined ? { text: message } : { text: message, href };
    }),
    byField: Object.fromEntries(first.map(({ id, message }) => [id, errorMessage(texts, message)])),
  };
}

/** What no form lets anybody send is said in the field's words, or ours: never in those of a schema's library. */
function messageOf(texts: Texts, error: PageError, field: Field | undefined): string {
  if ('message' in error || error.reason !== 'unlike-its-schema') return wordsOf(texts, error);
  return (field && 'missing' in field && field.missing) || texts.kit.notTaken;
}

interface ErrorOptions {
  ids?: Record<string, string> | undefined;
  hrefOf?: ((pointer: string) => string | undefined) | undefined;
  eachSaid?: boolean | undefined;
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

/** What was read is wrong in these fields; `code`: in another way than by what was typed. */
export const wrongFields = (errors: PageError[], code?: ProblemCode): { ok: false; problem: PageProblem } => {
  const problem = because('fields-wrong', { count: errors.length });
  return { ok: false, problem: { ...problem, ...(code ? { code } : {}), errors } };
};

/** The same refusal in words of the page, for no field of it. */
export const inWords = (problem: PageProblem, message: string): PageProblem => ({
  ...problem,
  errors: [{ pointer: '', message }],
});
