import type { Request, RequestHandler, Response } from 'express';
import type { FieldError } from '../../../domain/result.js';
import { formatPair } from '../../../domain/time/format.js';
import type { AppDeps } from '../../app-deps.js';
import type { CallView } from '../../calls/call-view.schema.js';
import { getCall } from '../../calls/read-calls.js';
import { notFound, unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { pollText as text } from '../../text/my-calls.js';
import { NO_ERRORS, type PageErrors, pageErrors } from '../../views/page-errors.js';
import { commandOfForm, newCommandId } from '../parts/command-of-form.js';
import { type Fields, fieldsOf, one } from '../parts/fields.js';
import { nowOf, param } from '../parts/page-deps.js';

const QUESTIONS = ['useful', 'easyToFollow'] as const;

/** Two questions after a call. The answer carries nothing about who gave it; the form's own id makes it count once. */
export function pollPage(deps: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;

  async function callOf(req: Request): Promise<{ call: CallView; over: boolean }> {
    const call = unwrap(await getCall(services, req.actor, param(req, 'id')));
    if (call.status === 'cancelled') throw notFound();
    return { call, over: nowOf(deps) >= call.endsAt };
  }

  function render(res: Response, call: CallView, fields: Fields, errors: PageErrors, status = 200) {
    const { zone } = services.programs.current().program;
    res.status(status).render('pages/calls/poll.njk', {
      section: 'calls',
      title: text.title,
      text,
      backLink: paths.call(call.id),
      callTitle: call.title,
      startsAt: formatPair(call.startsAt, zone),
      commandId: one(fields, 'commandId') || newCommandId(),
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

  return {
    async show(req, res) {
      const { call, over } = await callOf(req);
      if (!over) return said(res, text.notYet);
      render(res, call, {}, NO_ERRORS);
    },
    async send(req, res) {
      const { call, over } = await callOf(req);
      if (!over) return said(res, text.notYet);
      const fields = fieldsOf(req.body);
      const read = readPoll(fields);
      if (!read.ok) return render(res, call, fields, pageErrors(read.errors), 422);
      const at = services.clock.now();
      await services.db.callPollAnswer.createMany({
        data: [{ id: commandOfForm(fields), callId: call.id, ...read.answer, at }],
        skipDuplicates: true,
      });
      said(res, text.thanks);
    },
  };
}

const said = (res: Response, words: { title: string; lead: string }) =>
  res.render('pages/calls/one-button.njk', { section: 'calls', words, title: words.title });

/** Both from 1 to 5. */
export function readPoll(
  fields: Fields,
): { ok: true; answer: { useful: number; easyToFollow: number } } | { ok: false; errors: FieldError[] } {
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
