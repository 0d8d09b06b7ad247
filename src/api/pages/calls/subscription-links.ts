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
import type { Texts } from '../../text/texts.js';
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

const calendar = ({ calls }: Texts) => ({ text: calls.subscription.calendar, href: paths.calls });
const again = ({ calls }: Texts) => ({ text: calls.subscription.again, href: paths.subscribe });

/** No list chosen means all calls; one that the program no longer has is promised to nobody. */
function promised({ calls }: Texts, { callSeries, workshops }: Program, lists: string[]): string[] {
  const chosen = (all: readonly { id: string; title: string }[]) =>
    all.filter(({ id }) => lists.includes(id)).map(({ title }) => title);
  return calls.whatComes({
    calls: lists.length === 0 ? 'all' : chosen(callSeries),
    workshops: chosen(workshops),
  });
}

/** The link of the confirmation mail: a page with a button, because mail scanners open links. */
export function confirmPage({ services }: AppDeps): Handlers {
  const promisedBy = (texts: Texts, lists: string[]) =>
    promised(texts, services.programs.current().program, lists);
  const thanks = (texts: Texts, lists: string[]) => {
    const { done, doneLead } = texts.calls.subscription.confirm;
    return said({ title: done, lead: doneLead, more: promisedBy(texts, lists), link: calendar(texts) });
  };
  return formPage(services, {
    name: 'confirm-subscription',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const { texts } = req;
      const { badTitle, bad } = texts.calls.subscription.confirm;
      const token = param(req, 'token');
      const found = await confirmationOf(services, token);
      if (found.ok) return { token, ...found.value };
      // Pressed twice, or opened again: what it did stands.
      const lists = await confirmedBy(services, token);
      return lists ? thanks(texts, lists) : said({ title: badTitle, lead: bad, link: again(texts) }, 404);
    },
    form: (_page, _standing, texts) => ({ buttons: [{ text: texts.calls.subscription.confirm.button }] }),
    view({ email, lists }, _standing, { texts }) {
      const { title, lead } = texts.calls.subscription.confirm;
      return pageOf({ title, lead: lead(email), more: promisedBy(texts, lists) });
    },
    read: () => ok(null),
    act: (_input, { page }) => confirmSubscription(services, page.token),
    afresh: true,
    done: ({ lists }, { req }) => thanks(req.texts, lists),
  });
}

/** The link at the end of every mail. Opening it changes nothing and says nothing about an address. */
export function unsubscribePage({ services }: AppDeps): Handlers {
  return formPage(services, {
    name: 'unsubscribe',
    unavailable: 'try-again-typed-kept',
    load: () => null,
    form: (_page, _standing, texts) => ({ buttons: [{ text: texts.calls.subscription.unsubscribe.button }] }),
    view(_page, _standing, { texts }) {
      const { title, lead } = texts.calls.subscription.unsubscribe;
      return pageOf({ title, lead });
    },
    read: () => ok(null),
    async act(_input, { req }) {
      const { texts } = req;
      const words = texts.calls.subscription.unsubscribe;
      const done = await unsubscribe(services, param(req, 'token'));
      if (done.ok) return ok(said({ title: words.done, lead: words.doneLead, link: again(texts) }));
      if (done.problem.code !== 'not-found') return done;
      return ok(said({ title: words.badTitle, lead: words.bad, link: calendar(texts) }, 404));
    },
    done: (page) => page,
  });
}

/** After subscribing; the same for every address. */
export const subscribeSentPage: RequestHandler = ({ texts }, res) => {
  const { title, lead } = texts.calls.subscription.sent;
  res.render('pages/calls/one-button.njk', {
    section: 'calls',
    title,
    words: { title, lead, link: calendar(texts) },
  });
};
