import type { Response } from 'express';
import type { FormGone } from '../../kept-forms/show-again.js';

/** Another page than the one with the form: an address that is led to, or a page shown instead. */
export type Elsewhere =
  | { elsewhere: 'address'; to: string; gone?: FormGone | undefined }
  | { elsewhere: 'page'; template: string; data: Record<string, unknown>; status: number };

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
    if (there.gone) res.locals.formGone = there.gone;
    res.redirect(303, there.to);
    return;
  }
  if (there.status !== 200) res.status(there.status);
  render(there.template, there.data);
}
