import type { Request, RequestHandler, Response } from 'express';
import { formatPair } from '../../../domain/time/format.js';
import { openQuestions } from '../../../usecases/calls/questions/open-questions.js';
import { answerMove, proposedMove } from '../../../usecases/calls/questions/propose-move.js';
import { getCall } from '../../../usecases/calls/read-calls.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { myCallsText, moveText as text } from '../../text/my-calls.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import { attempt } from '../kit/attempt.js';
import { fieldsOf, one } from '../kit/fields.js';
import { param } from '../parts/page-deps.js';

/** Staff propose to move one's question to another call: agree, or decline. */
export function moveQuestionPage({ services }: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const idsOf = (req: Request) => ({ callId: param(req, 'call'), questionId: uuidParam(req.params.id) });

  async function render(req: Request, res: Response, errors: PageErrors, status = 200) {
    const { question: row, call, isOpen } = unwrap(await proposedMove(services, req.actor, idsOf(req)));
    const { zone } = services.programs.current().program;
    const target =
      isOpen && row.moveToCallId ? unwrap(await getCall(services, req.actor, row.moveToCallId)) : null;
    if (!target) {
      const link = { text: myCallsText.questions, href: paths.myCalls };
      const words = { ...text.closed, link };
      return res.render('pages/calls/one-button.njk', { section: 'calls', title: words.title, words });
    }
    res.status(status).render('pages/calls/move.njk', {
      section: 'calls',
      title: text.title,
      text,
      backLink: paths.myCalls,
      from: formatPair(call.startsAt.toISOString(), zone),
      to: formatPair(target.startsAt, zone),
      until: text.until(formatPair(call.selectUntil.toISOString(), zone)),
      question: (await openQuestions(services, req.actor, [row])).get(row.id),
      errors,
    });
  }

  return {
    show: (req, res) => render(req, res, NO_ERRORS),
    async send(req, res) {
      const answer = one(fieldsOf(req.body), 'answer');
      if (answer !== 'agree' && answer !== 'decline') {
        return render(req, res, pageErrors(req.texts, [{ pointer: '/answer', message: text.missing }]), 422);
      }
      const done = await attempt(services, 'answer-move', 'try-again-typed-kept', () =>
        answerMove(services, req.actor, idsOf(req), answer),
      );
      if (done.ok) return res.redirect(303, `${paths.myCalls}?done=${answer}`);
      const { code } = done.problem;
      const taken = code === 'one-question-per-person' || code === 'one-question-per-organization';
      const errors = taken
        ? pageErrors(req.texts, [{ pointer: '/answer', message: text.taken }])
        : problemErrors(req.texts, done.problem);
      await render(req, res, errors, statusOf(code));
    },
  };
}
