import type { Request, RequestHandler, Response } from 'express';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import { formatPair } from '../../../domain/time/format.js';
import { withdrawQuestion } from '../../../usecases/calls/questions/change-question.js';
import { getQuestion } from '../../../usecases/calls/questions/own-question.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { questionText } from '../../text/call-questions.js';
import { NO_ERRORS, type PageErrors, problemErrors } from '../../views/page-errors.js';
import { attempt } from '../kit/attempt.js';
import { param } from '../parts/page-deps.js';
import { askingFor } from './question-page.js';

/** Asks once more, then takes the question off the call. */
export function withdrawQuestionPage(deps: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;
  const idsOf = (req: Request) => ({ callId: param(req, 'call'), questionId: uuidParam(req.params.id) });

  async function render(req: Request, res: Response, errors: PageErrors, status = 200) {
    const question = unwrap(await getQuestion(services, req.actor, idsOf(req)));
    const { call, series } = await askingFor(deps, req, question.callId);
    const { zone } = services.programs.current().program;
    res.status(status).render('pages/calls/withdraw.njk', {
      section: 'calls',
      title: questionText.withdraw.title,
      text: questionText.withdraw,
      callTitle: `${call.title}: ${topicRuleOf(series, call.topic)?.label ?? ''}`,
      startsAt: formatPair(call.startsAt, zone),
      question: question.question,
      backLink: paths.myCalls,
      errors,
    });
  }
  return {
    show: (req, res) => render(req, res, NO_ERRORS),
    async send(req, res) {
      const done = await attempt(services, 'withdraw-question', 'try-again-typed-kept', () =>
        withdrawQuestion(services, req.actor, idsOf(req)),
      );
      if (done.ok) return res.redirect(303, `${paths.myCalls}?done=withdrawn`);
      await render(req, res, problemErrors(req.texts, done.problem), statusOf(done.problem.code));
    },
  };
}
