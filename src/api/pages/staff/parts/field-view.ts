import { dateText } from '../../../text/staff-decisions.js';
import type { Field, Values } from '../decide/decision-form.js';

/** A field as the component macros want it. */
export type FieldView = Field & { items?: object[] };

/** Adds the macros' items: choices with their hints, an empty first choice, or the parts of a date. */
export function fieldView(field: Field, values: Values, errorFields: readonly string[] = []): FieldView {
  switch (field.type) {
    case 'radios':
      return {
        ...field,
        items: field.choices.map(({ value, text, hint }) => ({
          value,
          text,
          hint: hint ? { text: hint } : undefined,
        })),
      };
    case 'checkboxes': {
      const chosen = (values[field.name] ?? '').split(',');
      return {
        ...field,
        items: field.choices.map(({ value, text, hint }) => ({
          value,
          text,
          hint: hint ? { text: hint } : undefined,
          checked: chosen.includes(value),
        })),
      };
    }
    case 'select': {
      const asks = field.missing !== undefined && !field.choices.some(({ value }) => value === '');
      return { ...field, items: [...(asks ? [{ value: '', text: dateText.choose }] : []), ...field.choices] };
    }
    case 'date':
      return {
        ...field,
        items: (['month', 'day', 'year'] as const).map((part) => {
          const name = `${field.name}-${part}`;
          const wrong = errorFields.includes(`${field.name}-month`) ? ' govuk-input--error' : '';
          return {
            id: name,
            name,
            label: dateText[part],
            value: values[name],
            classes: `govuk-input--width-${part === 'year' ? 4 : 2}${wrong}`,
          };
        }),
      };
    default:
      return field;
  }
}
