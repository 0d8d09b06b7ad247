import type { Request, RequestHandler } from 'express';
import { ok } from '../../../domain/result.js';
import { answerPoll, pollEndFor, pollVoter } from '../../../usecases/calls/answer-poll.js';
import type { CallView } from '../../../usecases/calls/call-view.schema.js';
import { getCall } from '../../../usecases/calls/read-calls.js';
import type { AppDeps } from '../../app-deps.js';
import { notFound, unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { Read } from '../../views/page-errors.js';
import { type Elsewhere, showInstead } from '../kit/elsewhere.js';
import { type Fields, one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { nowOf, param } from '../parts/page-deps.js';

interface Opened {
  call: CallView;
  voter: string;
  until: string;
}

const QUESTIONS = ['useful', 'easyToFollow'] as const;

/**
 * Two questions after a call, for who is registered or was there: signed in, or by the link of their own mail. One
 * answer each; sent again it replaces the first. Nothing kept with it says whose it is, nor when it was given.
 */
export function pollPage(deps: AppDeps): Record<'show' | 'send', RequestHandler> {
  const { services } = deps;
  return formPage(services, {
    name: 'poll',
    unavailable: 'try-again-typed-kept',
    load: open,
    form(_page, _standing, texts) {
      const text = texts.calls.aboutCall.poll;
      return {
        fields: QUESTIONS.map((name) => ({
          type: 'radios',
          name,
          legend: text[name],
          choices: text.scale[name].map((label, index) => ({ value: String(index + 1), text: label })),
        })),
        buttons: [{ text: text.send }],
      };
    },
    view: ({ call, until }, _standing, { texts: { calls, dates } }) => ({
      template: 'pages/calls/of-call.njk',
      section: 'calls',
      title: calls.aboutCall.poll.title,
      lead: [`${calls.aboutCall.poll.lead} ${until}`],
      backLink: paths.call(call.id),
      callTitle: call.title,
      startsAt: dates.pair(call.startsAt, services.programs.current().program.zone),
    }),
    read: (fields, _page, { texts }) => readPoll(texts, fields),
    async act(answer, { page: { call, voter } }) {
      await answerPoll(services, call, voter, answer);
      return ok(null);
    },
    done: (_value, { req }) => said(req.texts.calls.aboutCall.poll.thanks),
  });

  /** The call and who answers; or what is in the way. */
  async function open(req: Request): Promise<Opened | Elsewhere> {
    const { calls, dates } = req.texts;
    const text = calls.aboutCall.poll;
    const call = unwrap(await getCall(services, req.actor, param(req, 'id')));
    if (call.status === 'cancelled') throw notFound();
    if (nowOf(deps) < call.endsAt) return said(text.notYet);
    const end = await pollEndFor(services, call);
    if (!end || nowOf(deps) >= end.closesAt) {
      const lead = end ? text.closed.lead(dates.date(end.lastDay)) : text.closed.noSeries;
      return said({ title: text.closed.title, lead }, 410);
    }
    const voter = await pollVoter(services, req.actor, call, param(req, 'token'));
    if (voter) return { call, voter, until: text.until(dates.date(end.lastDay)) };
    if (req.actor.kind !== 'public' || param(req, 'token')) return said(text.notYours, 403);
    const next = encodeURIComponent(paths.callPage('poll', call.id));
    const link = { text: text.signIn.link, href: `${paths.signIn}?next=${next}` };
    return said({ ...text.signIn, link });
  }
}

interface Words {
  title: string;
  lead: string;
  link?: { text: string; href: string };
}

const said = (words: Words, status = 200): Elsewhere =>
  showInstead('pages/calls/one-button.njk', { section: 'calls', words, title: words.title }, status);

/** Both from 1 to 5. */
function readPoll({ calls }: Texts, fields: Fields): Read<{ useful: number; easyToFollow: number }> {
  const wrong = QUESTIONS.filter((name) => !/^[1-5]$/.test(one(fields, name)));
  if (wrong.length > 0) {
    return wrongFields(
      wrong.map((name) => ({ pointer: `/${name}`, message: calls.aboutCall.poll.errors[name] })),
    );
  }
  return ok({ useful: Number(one(fields, 'useful')), easyToFollow: Number(one(fields, 'easyToFollow')) });
}
