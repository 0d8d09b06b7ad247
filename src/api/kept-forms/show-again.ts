import type { Request, Response } from 'express';
import type { KeptForm } from '../../usecases/kept-forms/kept-form-store.js';
import { fillForm } from './fill-form.js';

/** What a page says of its form when that is gone for a reason it knows; put into `res.locals.formGone`. */
export interface FormGone {
  title: string;
  notice: string;
  lead: string;
  link: { text: string; href: string };
}

/** A form that comes back on the page it was typed into, and what is said of it there. */
export interface Kept {
  form: KeptForm;
  /** Null until a form of the page has taken what was typed. */
  notice: { hasForm: boolean; hasFile: boolean; left: string[] } | null;
}

export const keptOf = (res: Response): Kept | null => (res.locals.kept as Kept | undefined) ?? null;

const goneOf = (res: Response) => res.locals.formGone as FormGone | undefined;

/**
 * Whatever page this answer becomes, it comes with what was typed: in its form, or, where there is no such form any
 * more, as text to copy.
 */
export function showAgain(res: Response, form: KeptForm, status?: number): void {
  const kept: Kept = { form, notice: null };
  res.locals.kept = kept;
  const { kept: words } = res.req.texts.kit;
  res.locals.keptText = words;
  if (status !== undefined) res.status(status);
  const send = res.send.bind(res);
  res.send = (body?: unknown) => {
    res.send = send;
    if (kept.notice || typeof body !== 'string' || !/^\s*<!doctype html/i.test(body)) return send(body);
    if (status !== undefined && res.statusCode < 400) res.status(status);
    let filled: ReturnType<typeof fillForm>;
    try {
      filled = fillForm(body, form);
    } catch {
      // Called from a renderer's callback, where nothing catches: better the page alone than none.
      return send(body);
    }
    const { html, ...found } = filled;
    const gone = goneOf(res);
    const text = gone ? { ...words, ...words.whenGone, notice: gone.notice } : words;
    res.app.render(
      'pages/kept-forms/notice.njk',
      { ...res.locals, text, ...found },
      (failure: Error | null, notice?: string) => {
        if (failure || notice === undefined) send(html);
        else send(withNotice(html, notice));
      },
    );
    return res;
  };
  // A page that has no such form any more leads on: first what was typed, then the way.
  const redirect = res.redirect.bind(res) as (status: number, url: string) => void;
  res.redirect = ((...args: [string] | [number, string]) => {
    const to = String(args.at(-1));
    res.redirect = redirect as Response['redirect'];
    const unknown = {
      title: words.noFormTitle,
      lead: words.noFormLead,
      link: { text: words.goOn, href: to },
    };
    res.render('pages/kept-forms/no-form.njk', goneOf(res) ?? unknown);
  }) as Response['redirect'];
}

/** From here on the request asks for that page, as if a link had been followed. */
export function turnInto(req: Request, page: string): void {
  req.method = 'GET';
  req.url = page;
  req.body = undefined;
}

function withNotice(html: string, notice: string): string {
  const main = /<main\b[^<>]*>/.exec(html);
  if (!main) return html;
  const at = main.index + main[0].length;
  return html.slice(0, at) + notice + html.slice(at);
}
