import type { Request, RequestHandler, Response } from 'express';
import { formatDate, formatPair } from '../../../domain/time/format.js';
import { answerPoll, pollEndFor, pollVoter } from '../../../usecases/calls/answer-poll.js';
import type { CallView } from '../../../usecases/calls/call-view.schema.js';
import { getCall } from '../../../usecases/calls/read-calls.js';
import type { AppDeps } from '../../app-deps.js';
import { notFound, unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { pollText as text } from '../../text/my-calls.js';
import { NO_ERRORS, type PageError, type PageErrors, pageErrors } from '../../views/page-errors.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
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
export function pollPage(deps: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;

  function render(res: Response, { call, until }: Opened, fields: Fields, errors: PageErrors, status = 200) {
    const { zone } = services.programs.current().program;
    res.status(status).render('pages/calls/poll.njk', {
      section: 'calls',
      title: text.title,
      text,
      until,
      backLink: paths.call(call.id),
      callTitle: call.title,
      startsAt: formatPair(call.startsAt, zone),
      questions: QUESTIONS.map((name) => ({
        name,
        text: text[name],
        items: text.scale[name].map((label, index) => ({
          value: String(index + 1),
          text: label,
          checked: one(fields, name) === String(index + 1),
        })),
      })),
      errors,
    });
  }

  /** The call and who answers; or says what is in the way. */
  async function open(req: Request, res: Response): Promise<Opened | null> {
    const call = unwrap(await getCall(services, req.actor, param(req, 'id')));
    if (call.status === 'cancelled') throw notFound();
    if (nowOf(deps) < call.endsAt) return said(res, text.notYet);
    const end = await pollEndFor(services, call);
    if (!end || nowOf(deps) >= end.closesAt) {
      const lead = end ? text.closed.lead(formatDate(end.lastDay)) : text.closed.noSeries;
      return said(res, { title: text.closed.title, lead }, 410);
    }
    const voter = await pollVoter(services, req.actor, call, param(req, 'token'));
    if (voter) return { call, voter, until: text.until(formatDate(end.lastDay)) };
    if (req.actor.kind !== 'public' || param(req, 'token')) return said(res, text.notYours, 403);
    const next = encodeURIComponent(paths.callPoll(call.id));
    const link = { text: text.signIn.link, href: `${paths.signIn}?next=${next}` };
    return said(res, { ...text.signIn, link });
  }

  return {
    async show(req, res) {
      const found = await open(req, res);
      if (found) render(res, found, {}, NO_ERRORS);
    },
    async send(req, res) {
      const found = await open(req, res);
      if (!found) return;
      const { call, voter } = found;
      const fields = fieldsOf(req.body);
      const read = readPoll(fields);
      if (!read.ok) return render(res, found, fields, pageErrors(req.texts, read.errors), 422);
      await answerPoll(services, call, voter, read.answer);
      said(res, text.thanks);
    },
  };
}

interface Words {
  title: string;
  lead: string;
  link?: { text: string; href: string };
}

function said(res: Response, words: Words, status = 200): null {
  res.status(status).render('pages/calls/one-button.njk', { section: 'calls', words, title: words.title });
  return null;
}

/** Both from 1 to 5. */
export function readPoll(
  fields: Fields,
): { ok: true; answer: { useful: number; easyToFollow: number } } | { ok: false; errors: PageError[] } {
  const errors = QUESTIONS.filter((name) => !/^[1-5]$/.test(one(fields, name))).map((name) => ({
    pointer: `/${name}`,
    message: text.errors[name],
  }));
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    answer: { useful: Number(one(fields, 'useful')), easyToFollow: Number(one(fields, 'easyToFollow')) },
  };
}
