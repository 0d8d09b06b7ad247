import type { Request, Response } from 'express';
import type { KeptForm } from '../../../usecases/kept-forms/kept-form-store.js';
import { leftOver } from './form-view.js';

/** What a page says of its form when that is gone for a reason it knows. */
export interface FormGone {
  title: string;
  notice: string;
  lead: string;
  link: { text: string; href: string };
}

/** A form that comes back on the page it was typed into, and what the page's layout says of it. */
export interface Kept {
  form: KeptForm;
  text: Record<string, unknown>;
  /** Until a form of the page takes what was typed, all of it stands there as text to copy. */
  notice: { hasForm: boolean; hasFile: boolean; left: string[] };
}

export const keptOf = (res: Response): Kept | null => (res.locals.kept as Kept | undefined) ?? null;

/**
 * Whatever page this answer becomes, it comes with what was typed: in its form (`showForm`), or, where there is no such
 * form any more, as text to copy (`views/layout.njk`).
 */
export function showAgain(res: Response, form: KeptForm, status?: number): void {
  const { kept: words } = res.req.texts.kit;
  const left = leftOver(null, form.fields);
  const kept: Kept = { form, text: words, notice: { hasForm: false, hasFile: false, left } };
  res.locals.kept = kept;
  // Stands unless the page says another.
  if (status !== undefined) res.status(status);
  // A page that has no such form any more leads on: first what was typed, then the way.
  const redirect = res.redirect;
  res.redirect = ((...args: [string] | [number, string]) => {
    res.redirect = redirect;
    res.render('pages/kept-forms/no-form.njk', {
      title: words.noFormTitle,
      lead: words.noFormLead,
      link: { text: words.goOn, href: String(args.at(-1)) },
    });
  }) as Response['redirect'];
}

/** The page knows why its form is gone, and says so instead of leading on. */
export function showGone(res: Response, kept: Kept, { notice, ...gone }: FormGone): void {
  const { kept: words } = res.req.texts.kit;
  kept.text = { ...words, ...words.whenGone, notice };
  res.render('pages/kept-forms/no-form.njk', gone);
}

/** From here on the request asks for that page, as if a link had been followed. */
export function turnInto(req: Request, page: string): void {
  req.method = 'GET';
  req.url = page;
  req.body = undefined;
}
