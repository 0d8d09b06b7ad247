import type { RequestHandler } from 'express';
import type { Program } from '../../../domain/program/program.schema.js';
import { ok } from '../../../domain/result.js';
import {
  confirmationOf,
  confirmedBy,
  confirmSubscription,
} from '../../../usecases/subscriptions/confirm-subscription.js';
import { unsubscribe } from '../../../usecases/subscriptions/unsubscribe.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { subscriptionText as text, whatComes } from '../../text/en/pages/calls/subscription.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import { formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';

type Handlers = Record<'show' | 'send', RequestHandler>;

interface Words {
  title: string;
  lead: string;
  more?: string[];
  link?: { text: string; href: string };
}

const pageOf = (words: Words) => ({
  template: 'pages/calls/one-button.njk',
  section: 'calls',
  words,
  title: words.title,
});

const said = (words: Words, status = 200): Elsewhere =>
  showInstead('pages/calls/one-button.njk', { section: 'calls', words, title: words.title }, status);

const CALENDAR = { text: text.calendar, href: paths.calls };
const AGAIN = { text: text.again, href: paths.subscribe };

/** No list chosen means all calls; one that the program no longer has is promised to nobody. */
function promised({ callSeries, workshops }: Program, lists: string[]): string[] {
  const chosen = (all: readonly { id: string; title: string }[]) =>
    all.filter(({ id }) => lists.includes(id)).map(({ title }) => title);
  return whatComes({
    calls: lists.length === 0 ? 'all' : chosen(callSeries),
    workshops: chosen(workshops),
  });
}

/** The link of the confirmation mail: a page with a button, because mail scanners open links. */
export function confirmPage({ services }: AppDeps): Handlers {
  const { confirm } = text;
  const programOf = () => services.programs.current().program;
  const thanks = (lists: string[]) =>
    said({ title: confirm.done, lead: confirm.doneLead, more: promised(programOf(), lists), link: CALENDAR });
  return formPage(services, {
    name: 'confirm-subscription',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const token = param(req, 'token');
      const found = await confirmationOf(services, token);
      if (found.ok) return { token, ...found.value };
      // Pressed twice, or opened again: what it did stands.
      const lists = await confirmedBy(services, token);
      return lists ? thanks(lists) : said({ title: confirm.badTitle, lead: confirm.bad, link: AGAIN }, 404);
    },
    form: () => ({ buttons: [{ text: confirm.button }] }),
    view: ({ email, lists }) =>
      pageOf({ title: confirm.title, lead: confirm.lead(email), more: promised(programOf(), lists) }),
    read: () => ok(null),
    act: (_input, { page }) => confirmSubscription(services, page.token),
    afresh: true,
    done: ({ lists }) => thanks(lists),
  });
}

/** The link at the end of every mail. Opening it changes nothing and says nothing about an address. */
export function unsubscribePage({ services }: AppDeps): Handlers {
  const words = text.unsubscribe;
  return formPage(services, {
    name: 'unsubscribe',
    unavailable: 'try-again-typed-kept',
    load: () => null,
    form: () => ({ buttons: [{ text: words.button }] }),
    view: () => pageOf({ title: words.title, lead: words.lead }),
    read: () => ok(null),
    async act(_input, { req }) {
      const done = await unsubscribe(services, param(req, 'token'));
      if (done.ok) return ok(said({ title: words.done, lead: words.doneLead, link: AGAIN }));
      if (done.problem.code !== 'not-found') return done;
      return ok(said({ title: words.badTitle, lead: words.bad, link: CALENDAR }, 404));
    },
    done: (page) => page,
  });
}

/** After subscribing; the same for every address. */
export const subscribeSentPage: RequestHandler = (_req, res) =>
  void res.render('pages/calls/one-button.njk', {
    section: 'calls',
    title: text.sent.title,
    words: { title: text.sent.title, lead: text.sent.lead, link: CALENDAR },
  });
