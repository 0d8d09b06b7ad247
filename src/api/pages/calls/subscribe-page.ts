import type { Request, RequestHandler, Response } from 'express';
import type { Program } from '../../../domain/program/program.schema.js';
import { ownSubscription } from '../../../usecases/subscriptions/own-subscription.js';
import { subscribe } from '../../../usecases/subscriptions/subscribe.js';
import {
  type SubscriptionInput,
  subscriptionSchema,
} from '../../../usecases/subscriptions/subscription.schema.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import { subscriptionText as text } from '../../text/subscription.js';
import {
  NO_ERRORS,
  type PageError,
  type PageErrors,
  pageErrors,
  problemErrors,
} from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { attempt } from '../kit/attempt.js';
import { type Fields, fieldsOf, many, one } from '../kit/fields.js';
import { withOwnWords } from '../kit/with-own-words.js';

interface Handlers {
  show: RequestHandler;
  send: RequestHandler;
}

/** Anybody may subscribe; the owner of the address is asked by mail. Signed-in people choose on their own page. */
export function subscribePage(deps: AppDeps): Handlers {
  return {
    show(req, res) {
      const list = wantedList(deps, req);
      if (req.actor.kind === 'person') {
        return res.redirect(303, list ? `${paths.mySubscription}?list=${list}` : paths.mySubscription);
      }
      render(deps, res, { lists: list ? [list] : [] }, NO_ERRORS);
    },
    async send(req, res) {
      const fields = fieldsOf(req.body);
      await save(
        deps,
        req,
        res,
        { ...fields, emailUpdates: 'yes' },
        one(fields, 'email'),
        paths.subscribeSent,
      );
    },
  };
}

/** What a signed-in person wants, read and changed at once: their address is proved. */
export function preferencePage(deps: AppDeps): Handlers {
  const { services } = deps;
  return {
    async show(req, res) {
      if (req.actor.kind !== 'person') return res.redirect(303, paths.subscribe);
      const { view, wants, saidNoElsewhere } = await ownSubscription(services, req.actor);
      const fields = {
        lists: withList(deps, view?.lists ?? [], wants, wantedList(deps, req)),
        emailUpdates: wants === null ? '' : wants ? 'yes' : 'no',
        suppressed: view?.suppressed ?? (saidNoElsewhere ? 'elsewhere' : ''),
      };
      render(deps, res, fields, NO_ERRORS, { own: req.actor.email });
    },
    async send(req, res) {
      if (req.actor.kind !== 'person') return res.redirect(303, paths.subscribe);
      await save(deps, req, res, fieldsOf(req.body), req.actor.email, `${paths.myCalls}?done=mail`);
    },
  };
}

/** The list a link leads to, if the program has it. */
function wantedList({ services }: AppDeps, req: Request): string | null {
  const wanted = typeof req.query.list === 'string' ? req.query.list : '';
  return listsOf(services.programs.current().program).find(({ id }) => id === wanted)?.id ?? null;
}

/** Adds it to what somebody gets already: no list chosen meant all calls, and goes on meaning them. */
function withList(
  { services }: AppDeps,
  lists: string[],
  wants: boolean | null,
  list: string | null,
): string[] {
  if (list === null) return lists;
  const calls = services.programs.current().program.callSeries.map(({ id }) => id);
  return [...(wants && lists.length === 0 ? calls : lists), list];
}

/** Every list somebody can be on: of the calls, and of the workshops. */
function listsOf({ callSeries, workshops }: Program): { id: string; title: string }[] {
  return [...callSeries, ...workshops].map(({ id, title }) => ({ id, title }));
}

async function save(
  deps: AppDeps,
  req: Request,
  res: Response,
  fields: Fields,
  email: string,
  then: string,
): Promise<void> {
  const own = then === paths.subscribeSent ? undefined : email;
  const read = readSubscription(fields, email, deps.services.programs.current().program);
  if (!read.ok) return render(deps, res, fields, pageErrors(req.texts, read.errors), { own, status: 422 });
  const by = callerOf(req, deps.config);
  const done = await attempt(deps.services, 'subscription', 'try-again-typed-kept', () =>
    subscribe(deps.services, req.actor, read.input, { by }),
  );
  if (done.ok) return res.redirect(303, then);
  render(deps, res, fields, problemErrors(req.texts, done.problem), {
    own,
    status: statusOf(done.problem.code),
  });
}

export function readSubscription(
  fields: Fields,
  email: string,
  program: Program,
): { ok: true; input: SubscriptionInput } | { ok: false; errors: PageError[] } {
  const lists = many(fields, 'lists');
  const updates = one(fields, 'emailUpdates');
  const read = subscriptionSchema.safeParse({
    email,
    name: one(fields, 'name').trim() || undefined,
    lists,
    emailUpdates: updates === 'yes',
  });
  const errors = read.success
    ? []
    : withOwnWords(zodFieldErrors(read.error), fields, { email: text.errors.email });
  if (lists.some((id) => !listsOf(program).some((list) => list.id === id))) {
    errors.push({ pointer: '/lists', message: text.errors.lists });
  }
  if (!['yes', 'no'].includes(updates)) {
    errors.push({ pointer: '/emailUpdates', message: text.errors.updates });
  }
  return read.success && errors.length === 0 ? { ok: true, input: read.data } : { ok: false, errors };
}

/** `own`: the proved address of a signed-in person. */
function render(
  { services }: AppDeps,
  res: Response,
  fields: Fields,
  errors: PageErrors,
  { own, status = 200 }: { own?: string | undefined; status?: number } = {},
): void {
  const updates = one(fields, 'emailUpdates');
  const suppressed = one(fields, 'suppressed');
  res.status(status).render('pages/calls/subscribe.njk', {
    section: 'calls',
    title: own ? text.ownTitle : text.title,
    text,
    backLink: own ? paths.myCalls : paths.calls,
    own: own ?? null,
    lists: listsOf(services.programs.current().program).map(({ id, title }) => ({
      value: id,
      text: title,
      checked: many(fields, 'lists').includes(id),
    })),
    updates: [
      { value: 'yes', text: text.yes, checked: updates === 'yes' },
      { value: 'no', text: text.no, checked: updates === 'no' },
    ],
    suppressed: Object.hasOwn(text.suppressed, suppressed)
      ? text.suppressed[suppressed as keyof typeof text.suppressed]
      : null,
    fields,
    errors,
  });
}
