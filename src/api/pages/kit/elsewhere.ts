import type { Response } from 'express';
import { NO_ERRORS } from '../../views/page-errors.js';
import type { Form } from './form.js';
import { type FormGone, keptOf, showGone } from './show-again.js';
import { showForm } from './show-form.js';

/** Another page than the one with the form: an address that is led to, or a page shown instead. */
export type Elsewhere =
  | { elsewhere: 'address'; to: string; gone?: FormGone | undefined }
  | { elsewhere: 'page'; template: string; data: PageData; status: number };

/** What the page shows; `form`, if it has one, is drawn as `form.njk` draws it. */
type PageData = Record<string, unknown> & { form?: Form };

/** `gone`: what is said to who has typed into the form, and can't send it any more. */
export const leadTo = (to: string, gone?: FormGone): Elsewhere => ({ elsewhere: 'address', to, gone });

export const showInstead = (template: string, data: Record<string, unknown>, status = 200): Elsewhere => ({
  elsewhere: 'page',
  template,
  data,
  status,
});

export const isElsewhere = (page: unknown): page is Elsewhere =>
  typeof page === 'object' && page !== null && 'elsewhere' in page;

export function goElsewhere(
  res: Response,
  there: Elsewhere,
  render: (template: string, data: Record<string, unknown>) => void = (template, data) =>
    res.render(template, data),
): void {
  if (there.elsewhere === 'address') {
    const kept = keptOf(res);
    if (kept && there.gone) showGone(res, kept, there.gone);
    else res.redirect(303, there.to);
    return;
  }
  if (there.status !== 200) res.status(there.status);
  const { form, ...data } = there.data;
  render(there.template, { errors: NO_ERRORS, ...data, form: form && showForm(res, form) });
}
