import { MOST_AT_ONCE } from '../../../../domain/mentors/mentor-statuses.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError } from '../../../views/page-errors.js';
import { noDateTyped, readDate } from '../../kit/date-field.js';
import { type Fields, many, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { parseStates, stateName } from '../../parts/parse-states.js';

/** What a mentor is asked for: areas, states, how many at once. */
export function termsFields({ staff }: Texts, { topics }: Program): Field[] {
  const { terms: t } = staff.desk.mentors;
  return [
    {
      ...{ type: 'checkboxes', name: 'topics', small: true, ...t.topics },
      choices: topics.map(({ id, label }) => ({ value: id, text: label })),
    },
    { type: 'line', name: 'states', label: t.states.label, hint: t.states.hint, autocomplete: 'off' },
    {
      ...{ type: 'select', name: 'capacity', ...t.capacity },
      choices: Array.from({ length: MOST_AT_ONCE }, (_, at) => ({ value: `${at + 1}`, text: `${at + 1}` })),
    },
  ];
}

export const termsTyped = (terms: {
  topics: readonly string[];
  states: readonly string[];
  capacity: number;
}): Fields => ({
  topics: [...terms.topics],
  states: terms.states.map(stateName).join(', '),
  capacity: String(terms.capacity),
});

/** As typed, for the schema; what are no states is an error of its own. */
export function readTerms({ staff }: Texts, fields: Fields) {
  const states = parseStates(one(fields, 'states'));
  const errors: PageError[] =
    states.unknown.length > 0
      ? [{ pointer: '/states', message: staff.desk.mentors.terms.states.unknown(states.unknown.join(', ')) }]
      : [];
  const typed = {
    topics: many(fields, 'topics').filter((topic) => topic !== ''),
    states: states.codes,
    capacity: Number(one(fields, 'capacity')),
  };
  return { typed, errors };
}

/** The last day of a pause; nothing typed: none. */
export function readPause(texts: Texts, fields: Fields) {
  if (noDateTyped(fields, 'pausedUntil')) return { date: null, errors: [] as PageError[] };
  const read = readDate(texts, fields, 'pausedUntil', texts.staff.desk.mentors.terms.pausedUntil.what);
  return read.ok ? { date: read.date, errors: [] } : { date: null, errors: read.errors };
}
