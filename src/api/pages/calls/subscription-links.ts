import type { Request, RequestHandler, Response } from 'express';
import type { Program } from '../../../domain/program/program.schema.js';
import {
  confirmationOf,
  confirmedBy,
  confirmSubscription,
} from '../../../usecases/subscriptions/confirm-subscription.js';
import { unsubscribe } from '../../../usecases/subscriptions/unsubscribe.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { say } from '../../text/say.js';
import { subscriptionText as text, whatComes } from '../../text/subscription.js';
import { attempt } from '../kit/attempt.js';
import { param } from '../parts/page-deps.js';

interface Handlers {
  show: RequestHandler;
  send: RequestHandler;
}

interface Words {
  title: string;
  lead: string;
  more?: string[];
  button?: string;
  link?: { text: string; href: string };
}

const render = (res: Response, words: Words, status = 200) =>
  res.status(status).render('pages/calls/one-button.njk', { section: 'calls', words, title: words.title });

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
  const thanks = (res: Response, lists: string[]) => {
    const more = promised(services.programs.current().program, lists);
    render(res, { title: confirm.done, lead: confirm.doneLead, more, link: CALENDAR });
  };
  /** Pressed twice, or opened again: what it did stands. */
  const bad = async (req: Request, res: Response) => {
    const lists = await confirmedBy(services, param(req, 'token'));
    if (lists) return thanks(res, lists);
    render(res, { title: confirm.badTitle, lead: confirm.bad, link: AGAIN }, 404);
  };
  return {
    async show(req, res) {
      const found = await confirmationOf(services, param(req, 'token'));
      if (!found.ok) return bad(req, res);
      const { email, lists } = found.value;
      const more = promised(services.programs.current().program, lists);
      render(res, { title: confirm.title, lead: confirm.lead(email), more, button: confirm.button });
    },
    async send(req, res) {
      const done = await attempt(services, 'confirm-subscription', 'try-again-typed-kept', () =>
        confirmSubscription(services, param(req, 'token')),
      );
      if (done.ok) return thanks(res, done.value.lists);
      if (done.problem.code === 'not-found') return bad(req, res);
      render(res, { title: confirm.title, lead: say(req.texts, done.problem), button: confirm.button }, 503);
    },
  };
}

/** The link at the end of every mail. Opening it changes nothing and says nothing about an address. */
export function unsubscribePage({ services }: AppDeps): Handlers {
  const words = text.unsubscribe;
  return {
    show: (_req, res) => void render(res, { title: words.title, lead: words.lead, button: words.button }),
    async send(req, res) {
      const done = await attempt(services, 'unsubscribe', 'try-again-typed-kept', () =>
        unsubscribe(services, param(req, 'token')),
      );
      if (done.ok) return render(res, { title: words.done, lead: words.doneLead, link: AGAIN });
      if (done.problem.code === 'not-found') {
        return render(res, { title: words.badTitle, lead: words.bad, link: CALENDAR }, 404);
      }
      render(res, { title: words.title, lead: say(req.texts, done.problem), button: words.button }, 503);
    },
  };
}

/** After subscribing; the same for every address. */
export const subscribeSentPage: RequestHandler = (_req, res) =>
  void render(res, { title: text.sent.title, lead: text.sent.lead, link: CALENDAR });
