import type { Response } from 'express';
import type { PageErrors } from '../../views/page-errors.js';
import { formIdOf } from './command.js';
import { type Fields, fieldsOf } from './fields.js';
import type { Form } from './form.js';
import { type FormView, formView, hasFile, isSent, leftOver } from './form-view.js';
import { keptOf } from './show-again.js';

/**
 * A form, ready to be drawn: with what was typed if it is the one that was just sent, or that was kept when it could
 * not be. `sent`: instead of what came with the request.
 */
export function showForm(
  res: Response,
  form: Form,
  { errors, sent: retyped }: { errors?: PageErrors; sent?: Fields | undefined } = {},
): FormView {
  const { req } = res;
  const { texts } = req;
  const token = String(res.locals.csrfToken ?? '');
  const kept = keptOf(res);
  const sent =
    kept?.form ?? (req.method === 'POST' ? { action: req.originalUrl, fields: fieldsOf(req.body) } : null);
  if (!sent || !isSent(form, req.path, sent))
    return formView(form, { texts, token, formId: formIdOf({}), errors });
  const again = { texts, token, formId: formIdOf(sent.fields), errors, typed: retyped ?? sent.fields };
  if (!kept) return formView(form, again);
  kept.notice = { hasForm: true, hasFile: hasFile(form), left: leftOver(form, sent.fields) };
  // What the form was made from when it was typed into, so that what has changed since is noticed.
  const hidden = Object.keys(form.hidden ?? {}).map((name) => [
    name,
    String(sent.fields[name] ?? form.hidden?.[name] ?? ''),
  ]);
  return formView(form, { ...again, hidden: Object.fromEntries(hidden) });
}

/** What was typed into a form of this page that was kept; null: nothing was. */
export function keptFields(res: Response): Fields | null {
  return keptOf(res)?.form.fields ?? null;
}
