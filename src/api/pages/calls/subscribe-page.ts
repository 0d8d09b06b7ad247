import type { Request, RequestHandler } from 'express';
import type { Program } from '../../../domain/program/program.schema.js';
import { ok } from '../../../domain/result.js';
import { ownSubscription } from '../../../usecases/subscriptions/own-subscription.js';
import { subscribe } from '../../../usecases/subscriptions/subscribe.js';
import {
  type SubscriptionInput,
  subscriptionSchema,
} from '../../../usecases/subscriptions/subscription.schema.js';
import type { AppDeps } from '../../app-deps.js';
import { callerOf } from '../../http/caller.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { PageError, Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { leadTo } from '../kit/elsewhere.js';
import { type Fields, many, one } from '../kit/fields.js';
import type { Field } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';

type Handlers = Record<'show' | 'send', RequestHandler>;
type SubscriptionText = Texts['calls']['subscription'];

/** Anybody may subscribe; the owner of the address is asked by mail. Signed-in people choose on their own page. */
export function subscribePage(deps: AppDeps): Handlers {
  const { services, config } = deps;
  return formPage(services, {
    name: 'subscription',
    unavailable: 'try-again-typed-kept',
    load(req) {
      const list = wantedList(deps, req);
      if (req.method === 'POST' || req.actor.kind !== 'person') return { list };
      return leadTo(list ? `${paths.mySubscription}?list=${list}` : paths.mySubscription);
    },
    form({ list }, _standing, { calls: { subscription: text } }) {
      return {
        fields: [...addressFields(text), listsField(text, services.programs.current().program)],
        initial: { lists: list ? [list] : [] },
        buttons: [{ text: text.send }],
      };
    },
    view(_page, _standing, { texts }) {
      const { title, lead } = texts.calls.subscription;
      return { section: 'calls', title, lead: [lead], backLink: paths.calls };
    },
    read: (fields, _page, { texts }) =>
      readSubscription(
        texts,
        { ...fields, emailUpdates: 'yes' },
        one(fields, 'email'),
        services.programs.current().program,
      ),
    act: (input, { req }) => subscribe(services, req.actor, input, { by: callerOf(req, config) }),
    done: () => paths.subscribeSent,
  });
}

/** What a signed-in person wants, read and changed at once: their address is proved. */
export function preferencePage(deps: AppDeps): Handlers {
  const { services, config } = deps;
  return formPage(services, {
    name: 'subscription',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      if (req.actor.kind !== 'person') return leadTo(paths.subscribe);
      const own = await ownSubscription(services, req.actor);
      return { email: req.actor.email, list: wantedList(deps, req), ...own };
    },
    form({ email, list, view, wants }, _standing, { calls: { subscription: text } }) {
      return {
        fields: [
          { type: 'fixed', label: text.signedInAs, value: email },
          updatesField(text),
          listsField(text, services.programs.current().program),
        ],
        initial: {
          lists: withList(deps, view?.lists ?? [], wants, list),
          emailUpdates: wants === null ? '' : wants ? 'yes' : 'no',
        },
        buttons: [{ text: text.save }],
      };
    },
    view({ view, saidNoElsewhere }, _standing, { texts }) {
      const text = texts.calls.subscription;
      const suppressed = view?.suppressed ?? (saidNoElsewhere ? 'elsewhere' : '');
      return {
        template: 'pages/calls/subscribe.njk',
        section: 'calls',
        title: text.ownTitle,
        lead: [text.ownLead],
        backLink: paths.myCalls,
        suppressed: Object.hasOwn(text.suppressed, suppressed)
          ? text.suppressed[suppressed as keyof typeof text.suppressed]
          : null,
      };
    },
    read: (fields, { email }, { texts }) =>
      readSubscription(texts, fields, email, services.programs.current().program),
    act: (input, { req }) => subscribe(services, req.actor, input, { by: callerOf(req, config) }),
    done: () => `${paths.myCalls}?done=mail`,
  });
}

const addressFields = (text: SubscriptionText): Field[] => [
  {
    type: 'line',
    name: 'email',
    label: text.email,
    email: true,
    autocomplete: 'email',
    spellcheck: false,
    missing: text.errors.email,
  },
  { type: 'line', name: 'name', label: text.name, autocomplete: 'name', spellcheck: false },
];

const updatesField = (text: SubscriptionText): Field => ({
  type: 'radios',
  name: 'emailUpdates',
  legend: text.updates,
  inline: true,
  choices: [
    { value: 'yes', text: text.yes },
    { value: 'no', text: text.no },
  ],
});

const listsField = (text: SubscriptionText, program: Program): Field => ({
  type: 'checkboxes',
  name: 'lists',
  legend: text.lists,
  hint: text.listsHint,
  choices: listsOf(program).map(({ id, title }) => ({ value: id, text: title })),
});

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

function readSubscription(
  { calls }: Texts,
  fields: Fields,
  email: string,
  program: Program,
): Read<SubscriptionInput> {
  const { errors: missing } = calls.subscription;
  const lists = many(fields, 'lists');
  const updates = one(fields, 'emailUpdates');
  const read = subscriptionSchema.safeParse({
    email,
    name: one(fields, 'name').trim() || undefined,
    lists,
    emailUpdates: updates === 'yes',
  });
  const errors: PageError[] = read.success ? [] : zodFieldErrors(read.error);
  if (lists.some((id) => !listsOf(program).some((list) => list.id === id))) {
    errors.push({ pointer: '/lists', message: missing.lists });
  }
  if (!['yes', 'no'].includes(updates)) {
    errors.push({ pointer: '/emailUpdates', message: missing.updates });
  }
  return read.success && errors.length === 0 ? ok(read.data) : wrongFields(errors);
}
