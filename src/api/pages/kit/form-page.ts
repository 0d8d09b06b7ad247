import type { Request, RequestHandler, Response } from 'express';
import { ok, type Problem, type Result } from '../../../domain/result.js';
import type { AppServices } from '../../app-deps.js';
import { isForPermission, statusOf } from '../../errors.js';
import type { Texts } from '../../text/texts.js';
import { NO_ERRORS, type PageErrors, type PageProblem, type Read } from '../../views/page-errors.js';
import { attempt, type Unavailable } from './attempt.js';
import { commandOf, sendersFormId } from './command.js';
import { type Elsewhere, goElsewhere, isElsewhere } from './elsewhere.js';
import { type Fields, fieldsOf } from './fields.js';
import type { Form } from './form.js';
import { errorsOf, withMissing } from './form-errors.js';
import { isSent } from './form-view.js';
import { keptFields, showForm } from './show-form.js';

/** What a page shows besides its forms; `template` gets it, `form`, `forms` and `errors`. */
export interface PageView {
  /** Left out: heading, `lead`, form. */
  template?: string;
  title: string;
  [data: string]: unknown;
}

/** How a form stands: what is in its fields, and why it came back. */
export interface Standing {
  typed: Fields;
  /** Null: shown for the first time, or again as it was kept. */
  problem: PageProblem | null;
}

/** It came back because of this field. */
export const isWrong = ({ problem }: Standing, name: string): boolean =>
  problem?.errors?.some(({ pointer }) => pointer === `/${name}`) === true;

/** What an act may look at besides what was read. */
export interface Asked<Page> {
  page: Page;
  req: Request;
  res: Response;
  fields: Fields;
  /** The form's own id, the same however often and with whatever words this person sends it. */
  formId: string;
  /** The same form with the same words, sent by the same person, is one command. */
  commandId: string;
}

/** The form is shown again with this in it: a part of the page was done, and the rest of it is still being typed. */
export interface Again {
  again: Fields;
}

const isAgain = (one: unknown): one is Again => typeof one === 'object' && one !== null && 'again' in one;

/** Null: nothing was asked for yet, and the form is shown again as it was sent. */
type Reading<Input> = Read<Input> | Elsewhere | Again | null;

/** What goes on as it was typed: nothing that a field says to be missing is asked for. */
export const asIs = <T>(value: T) => ({ ok: true as const, value, asIs: true as const });

/** A page with a form: what it is about, what it asks, how that is read, what is done with it, what comes then. */
export interface FormPage<Page, Input, Value> {
  /** In the log, where an act fails. */
  name: string;
  /** Said where an act fails through no fault of who sent it. */
  unavailable: Unavailable;
  /** What the page is about, from use cases that know who asks; or another page. */
  load(req: Request, res: Response): Page | Elsewhere | Promise<Page | Elsewhere>;
  /** Where there is nothing to fill in now, another page. Asked only before the form is shown: an act refuses by itself. */
  closed?(page: Page, req: Request): Elsewhere | null;
  form(page: Page, standing: Standing, texts: Texts): Form | null;
  /** Other forms of the page, by the names its template knows. */
  others?(page: Page, standing: Standing, texts: Texts): Record<string, Form | Form[]>;
  view(page: Page, standing: Standing, req: Request): PageView | Promise<PageView>;
  /** What was typed, checked. Pointers name fields; what a field says to be missing is found without it. */
  read(fields: Fields, page: Page, req: Request): Reading<Input> | Promise<Reading<Input>>;
  act(input: Input, asked: Asked<Page>): Promise<Result<Value>>;
  /** What makes two inputs the same command; left out, all of it. */
  content?(input: Input): unknown;
  /** Names of fields by the pointers that refusals carry, where they differ. */
  ids?: Record<string, string>;
  /** Where a refusal's pointer leads that is about no field of this page. */
  hrefOf?(pointer: string): string | undefined;
  /** A refusal in this page's words. */
  refused?(problem: Problem, page: Page, input: Input, texts: Texts): PageProblem;
  /** Of one field every error is said, and not the first alone. */
  eachSaid?: true;
  /** What stands in the form again, where that isn't what was sent. */
  retyped?(problem: PageProblem, fields: Fields, page: Page, texts: Texts): Fields;
  /** What the page is about is read again after a refusal: it may have changed. */
  afresh?: true;
  /** Where it leads once it is done. */
  done(value: Value, asked: Asked<Page>): string | Elsewhere | Again;
}

/** Pages of a part of the site share how they are drawn. */
export type Render = (res: Response, view: PageView & { template: string; errors: PageErrors }) => void;

const renderPublic: Render = (res, { template, ...data }) => res.render(template, data);

export interface FormRoutes {
  show: RequestHandler;
  send: RequestHandler;
}

/** GET and POST of a page with a form. Whatever goes wrong, the page comes back with what was typed. */
export function formPage<Page, Input, Value>(
  services: Pick<AppServices, 'log'>,
  sheet: FormPage<Page, Input, Value>,
  {
    render = renderPublic,
    template = 'pages/kit/form-page.njk',
    dense,
  }: { render?: Render; template?: string; dense?: true } = {},
): FormRoutes {
  const formsOf = (page: Page, standing: Standing, { texts }: Request) => {
    const form = sheet.form(page, standing, texts);
    const others = sheet.others?.(page, standing, texts) ?? {};
    return { form, others, all: [...(form ? [form] : []), ...Object.values(others).flat()] };
  };
  const elsewhere = (res: Response, there: Elsewhere) =>
    goElsewhere(res, there, (template, data) =>
      render(res, { ...(data as { title: string }), template, errors: NO_ERRORS }),
    );

  async function show(
    req: Request,
    res: Response,
    page: Page,
    standing: Standing & Partial<Again>,
  ): Promise<void> {
    const { problem, again } = standing;
    const { form, others, all } = formsOf(page, standing, req);
    const errors = problem ? errorsOf(req.texts, problem, all, sheet) : NO_ERRORS;
    const shown = (one: Form) =>
      showForm(res, dense ? { dense, ...one } : one, { errors, sent: problem ? standing.typed : again });
    const forms = Object.fromEntries(
      Object.entries(others).map(([name, some]) => [
        name,
        Array.isArray(some) ? some.map(shown) : shown(some),
      ]),
    );
    const view = await sheet.view(page, standing, req);
    if (problem) res.status(statusOf(problem.code));
    const questionIsHeading = form?.fields?.some((field) => 'size' in field && field.size === 'heading');
    render(res, { template, questionIsHeading, errors, ...view, form: form && shown(form), forms });
  }

  return {
    async show(req, res) {
      const page = await sheet.load(req, res);
      if (isElsewhere(page)) return elsewhere(res, page);
      const closed = sheet.closed?.(page, req);
      if (closed) return elsewhere(res, closed);
      const first = { typed: {}, problem: null };
      const { initial = {} } = sheet.form(page, first, req.texts) ?? {};
      await show(req, res, page, { typed: keptFields(res) ?? initial, problem: null });
    },
    async send(req, res) {
      const fields = fieldsOf(req.body);
      const page = await sheet.load(req, res);
      if (isElsewhere(page)) return elsewhere(res, page);
      const formId = sendersFormId(fields, req.actor);
      const read = await readAll(req, page, fields);
      if (isElsewhere(read)) return elsewhere(res, read);
      if (read === null) return show(req, res, page, { typed: fields, problem: null });
      if (isAgain(read)) return show(req, res, page, { ...read, typed: read.again, problem: null });
      let problem: PageProblem | null = read.ok ? null : read.problem;
      let shown = page;
      if (read.ok) {
        const commandId = commandOf(formId, sheet.content ? sheet.content(read.value) : read.value);
        const asked = { page, req, res, fields, formId, commandId };
        const done = await attempt(services, sheet.name, sheet.unavailable, () =>
          sheet.act(read.value, asked),
        );
        if (done.ok) {
          const then = sheet.done(done.value, asked);
          if (isAgain(then)) {
            const fresh = await asItIsNow(page, req, res);
            if (isElsewhere(fresh)) return elsewhere(res, fresh);
            return show(req, res, fresh, { ...then, typed: then.again, problem: null });
          }
          return typeof then === 'string' ? res.redirect(303, then) : elsewhere(res, then);
        }
        if (isForPermission(done.problem.code)) await req.noteRefusal?.(done.problem.reason);
        problem = sheet.refused?.(done.problem, page, read.value, req.texts) ?? done.problem;
        const fresh = sheet.afresh ? await asItIsNow(page, req, res) : page;
        if (isElsewhere(fresh)) return elsewhere(res, fresh);
        shown = fresh;
      }
      const typed = problem ? (sheet.retyped?.(problem, fields, shown, req.texts) ?? fields) : fields;
      await show(req, res, shown, { typed, problem });
    },
  };

  /** As it was before, where it can't be read just now: the refusal and what was typed are said all the same. */
  async function asItIsNow(page: Page, req: Request, res: Response): Promise<Page | Elsewhere> {
    const read = await attempt(services, sheet.name, sheet.unavailable, async () =>
      ok(await sheet.load(req, res)),
    );
    return read.ok ? read.value : page;
  }

  /** With what its fields say to be missing, which is said first. */
  async function readAll(req: Request, page: Page, fields: Fields): Promise<Reading<Input>> {
    const sent = { action: req.originalUrl, fields };
    const { all } = formsOf(page, { typed: fields, problem: null }, req);
    const asked = all.filter((form) => isSent(form, req.path, sent)).flatMap((form) => form.fields ?? []);
    const read = await sheet.read(fields, page, req);
    if (read === null || isElsewhere(read) || isAgain(read) || 'asIs' in read) return read;
    return withMissing(asked, fields, read);
  }
}
