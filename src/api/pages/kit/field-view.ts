import type { Texts } from '../../text/texts.js';
import type { PageErrors } from '../../views/page-errors.js';
import { DATE_PARTS } from './date-field.js';
import { type Fields, many, one } from './fields.js';
import type { Choice, Field } from './form.js';

/** A field as `field.njk` draws it: which component, and all that it is given. */
export interface FieldView {
  component: string;
  params: Record<string, unknown>;
  inner?: FieldView[];
}

interface Shown {
  texts: Texts;
  typed: Fields;
  errors: PageErrors;
  dense?: boolean | undefined;
}

/** One field with what stands in it. Pure; the only place that knows the components' parameters. */
export function fieldView(field: Field, shown: Shown): FieldView {
  const { texts, typed, errors, dense = false } = shown;
  switch (field.type) {
    case 'fixed':
    case 'found':
    case 'note':
    case 'text':
    case 'told':
    case 'warning':
      return { component: field.type, params: { ...field } };
    case 'group':
      return {
        component: 'group',
        params: { legend: field.legend, hint: field.hint, hintId: `${field.name}-hint` },
        inner: field.fields.map((one) => fieldView(one, shown)),
      };
    case 'own':
      return { component: 'own', params: {} };
    case 'date':
      return dateView(field, shown);
  }
  const { name } = field;
  const common = { name, hint: hintOf(field.hint), errorMessage: errors.byField[name] };
  const sized = (component: string, { small = dense, inline }: { small?: boolean; inline?: boolean }) =>
    [...(inline ? [`govuk-${component}--inline`] : []), ...(small ? [`govuk-${component}--small`] : [])].join(
      ' ',
    ) || undefined;
  switch (field.type) {
    case 'line': {
      const params = {
        ...common,
        ...labelOf(field),
        id: name,
        value: one(typed, name) || undefined,
        type: field.email ? 'email' : undefined,
        inputmode: field.inputmode,
        autocomplete: field.autocomplete ?? (dense ? 'off' : undefined),
        spellcheck: field.spellcheck,
        classes: field.width ? `govuk-input--width-${field.width}` : undefined,
      };
      return { component: 'input', params };
    }
    case 'words': {
      const { rows, most, spellcheck = true, namesFrom } = field;
      const attributes = namesFrom ? { 'data-names-from': namesFrom } : undefined;
      const value = one(typed, name);
      const params = { ...common, ...labelOf(field), id: name, value, rows, spellcheck, attributes };
      if (most === undefined) return { component: 'textarea', params };
      const textareaDescriptionText = texts.kit.mayEnter;
      return {
        component: 'counted',
        params: { ...params, maxlength: most, threshold: 75, textareaDescriptionText },
      };
    }
    case 'select': {
      const asks = field.missing !== undefined && !field.choices.some(({ value }) => value === '');
      const items = [...(asks ? [{ value: '', text: texts.kit.choose }] : []), ...field.choices];
      const attributes = field.autocomplete ? { autocomplete: field.autocomplete } : undefined;
      const params = { ...common, ...labelOf(field), id: name, items, value: one(typed, name), attributes };
      return { component: 'select', params };
    }
    case 'radios': {
      const items = field.choices.map((choice) => ('divider' in choice ? choice : itemOf(choice)));
      const classes = sized('radios', field);
      const params = {
        ...common,
        ...legendOf(field),
        idPrefix: name,
        items,
        value: one(typed, name),
        classes,
      };
      return { component: 'radios', params };
    }
    case 'checkboxes': {
      const chosen = many(typed, name);
      const items = field.choices.map((choice) => ({
        ...itemOf(choice),
        checked: chosen.includes(choice.value),
      }));
      const params = {
        ...common,
        ...legendOf(field),
        idPrefix: name,
        items,
        classes: sized('checkboxes', field),
      };
      return { component: 'checkboxes', params };
    }
    case 'file': {
      const attributes = field.accept ? { accept: field.accept } : undefined;
      return { component: 'file', params: { ...common, ...labelOf(field), id: name, attributes } };
    }
  }
}

/** Month, day, year. An error may stand at any of the three. */
function dateView(field: Extract<Field, { type: 'date' }>, { texts, typed, errors }: Shown): FieldView {
  const wrong = DATE_PARTS.map((part) => errors.byField[`${field.name}-${part}`]);
  const items = DATE_PARTS.map((part, index) => {
    const name = `${field.name}-${part}`;
    const mark = wrong[index] ? ' govuk-input--error' : '';
    return {
      name,
      id: name,
      label: texts.kit.date.parts[part],
      // The component sets its lines in by eight, those inside of a value too; a date has none.
      value: one(typed, name).replace(/[\r\n]+/g, ' ') || undefined,
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}${mark}`,
      autocomplete: 'off',
    };
  });
  const errorMessage = wrong.find((error) => error !== undefined);
  const params = { id: field.name, items, hint: hintOf(field.hint), errorMessage, ...legendOf(field) };
  return { component: 'date', params };
}

const hintOf = (hint: string | undefined) => (hint ? { text: hint } : undefined);

const itemOf = ({ value, text, hint }: Choice) => ({ value, text, hint: hintOf(hint) });

const SIZES = { regular: '', s: '--s', m: '--m', heading: '--l' } as const;

function labelOf({ label, size = 's' }: { label: string; size?: keyof typeof SIZES }) {
  const classes = size === 'regular' ? undefined : `govuk-label${SIZES[size]}`;
  return { label: { text: label, classes, isPageHeading: size === 'heading' } };
}

function legendOf({ legend, size = 's' }: { legend?: string; size?: keyof typeof SIZES }) {
  if (legend === undefined) return {};
  const classes = size === 'regular' ? undefined : `govuk-fieldset__legend${SIZES[size]}`;
  return { fieldset: { legend: { text: legend, classes, isPageHeading: size === 'heading' } } };
}
