import type { Texts } from '../../text/texts.js';
import { escapeHtml } from '../../views/escape-html.js';
import { NO_ERRORS, type PageErrors } from '../../views/page-errors.js';
import { datePartsOf } from './date-field.js';
import { type FieldView, fieldView } from './field-view.js';
import { type Fields, many, one } from './fields.js';
import { allFields, type Button, type Field, type Form } from './form.js';

/** A form as it came back, or as it was kept. */
export interface Sent {
  /** The address it was sent to. */
  action: string;
  fields: Fields;
}

/** A form as `form.njk` draws it. */
export interface FormView {
  action?: string | undefined;
  id?: string | undefined;
  classes?: string | undefined;
  upload?: boolean | undefined;
  hidden: { name: string; value: string }[];
  fields: FieldView[];
  buttons: object[];
  grouped: boolean;
  cancel?: { text: string; href: string } | undefined;
}

/** Is it this form that was sent? `page`: path of the page it stands on. */
export function isSent(form: Form, page: string, { action, fields }: Sent): boolean {
  if (pathOf(form.action ?? page) !== pathOf(action)) return false;
  if (Object.entries(form.which ?? {}).some(([name, value]) => one(fields, name) !== value)) return false;
  // Pressed with the Enter key, a form may come without its button.
  return form.buttons.every(
    ({ name }) =>
      name === undefined ||
      fields[name] === undefined ||
      form.buttons.some((button) => button.name === name && button.value === one(fields, name)),
  );
}

/** `typed`: what stands in it, where it was sent or kept; else what it begins with. Pure. */
export function formView(
  form: Form,
  {
    texts,
    token,
    formId,
    typed = form.initial ?? {},
    hidden = form.hidden ?? {},
    errors = NO_ERRORS,
  }: {
    texts: Texts;
    token: string;
    formId: string;
    typed?: Fields | undefined;
    hidden?: Record<string, string> | undefined;
    errors?: PageErrors | undefined;
  },
): FormView {
  const { action, id, classes, upload, dense, which, fields = [], buttons, cancel } = form;
  const unseen = { _csrf: token, commandId: formId, ...which, ...hidden };
  return {
    action,
    id,
    classes,
    upload,
    hidden: Object.entries(unseen).map(([name, value]) => ({ name, value })),
    fields: fields.map((field) => fieldView(field, { texts, typed, errors, dense })),
    buttons: buttons.map(buttonView),
    grouped: !form.inline && (buttons.length > 1 || cancel !== undefined),
    cancel,
  };
}

/** Names of everything that the form sends. */
export function namesOf({ which, hidden, fields, after = [], buttons }: Form): Set<string> {
  return new Set([
    ...['_csrf', 'commandId'],
    ...Object.keys(which ?? {}),
    ...Object.keys(hidden ?? {}),
    ...inputsOf(fields),
    ...after,
    ...buttons.flatMap(({ name }) => name ?? []),
  ]);
}

/** Names of the inputs, in the order in which they stand on the page. */
export function inputsOf(fields: readonly Field[] | undefined): string[] {
  return allFields(fields).flatMap((field) => {
    if (field.type === 'date') return datePartsOf(field.name);
    return 'name' in field && field.type !== 'group' ? [field.name] : [];
  });
}

/** Words that were typed, and for which the form has no field. `form`: null, nothing of it is left. */
export function leftOver(form: Form | null, fields: Fields): string[] {
  const taken = form ? namesOf(form) : new Set(['commandId']);
  return Object.keys(fields)
    .filter((name) => !taken.has(name))
    .flatMap((name) => many(fields, name))
    .filter((value) => value.trim() !== '');
}

export const hasFile = ({ fields }: Form): boolean => allFields(fields).some(({ type }) => type === 'file');

function buttonView({ text, hiddenText, style, classes, ...button }: Button): object {
  const html =
    hiddenText && `${escapeHtml(text)}<span class="govuk-visually-hidden"> ${escapeHtml(hiddenText)}</span>`;
  const look = [style && `govuk-button--${style}`, classes].filter(Boolean).join(' ');
  return { ...button, ...(html ? { html } : { text }), classes: look || undefined, preventDoubleClick: true };
}

/** By hand: an address as it was sent need not be one that `URL` can read. */
const pathOf = (address: string): string => (address.split(/[?#]/)[0] ?? '').replace(/(.)\/$/, '$1');
