import type { Request, RequestHandler } from 'express';
import { ok } from '../../../domain/result.js';
import { openQuestions } from '../../../usecases/calls/questions/open-questions.js';
import { answerMove, proposedMove } from '../../../usecases/calls/questions/propose-move.js';
import { getCall } from '../../../usecases/calls/read-calls.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';

/** Staff propose to move one's question to another call: agree, or decline. */
export function moveQuestionPage({ services }: AppDeps): Record<'show' | 'send', RequestHandler> {
  const idsOf = (req: Request) => ({ callId: param(req, 'call'), questionId: uuidParam(req.params.id) });
  return formPage(services, {
    name: 'answer-move',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const move = unwrap(await proposedMove(services, req.actor, idsOf(req)));
      const { question: row, call, isOpen } = move;
      const to = isOpen && row.moveToCallId;
      return { row, call, target: to ? unwrap(await getCall(services, req.actor, to)) : null };
    },
    form({ target }, _standing, texts) {
      if (!target) return null;
      const text = texts.calls.aboutQuestion.move;
      return {
        id: 'answer',
        buttons: [
          { text: text.agree, name: 'answer', value: 'agree' },
          { text: text.decline, name: 'answer', value: 'decline', style: 'secondary' },
        ],
      };
    },
    async view({ row, call, target }, _standing, req) {
      const { calls, dates } = req.texts;
      const text = calls.aboutQuestion.move;
      if (!target) return { template: 'pages/calls/one-button.njk', section: 'calls', ...closed(req.texts) };
      const { zone } = services.programs.current().program;
      return {
        template: 'pages/calls/move.njk',
        section: 'calls',
        title: text.title,
        text,
        backLink: paths.myCalls,
        from: dates.pair(call.startsAt.toISOString(), zone),
        to: dates.pair(target.startsAt, zone),
        until: text.until(dates.pair(call.selectUntil.toISOString(), zone)),
        question: (await openQuestions(services, req.actor, [row])).get(row.id),
      };
    },
    read(fields, _page, { texts }) {
      const answer = one(fields, 'answer');
      if (answer === 'agree' || answer === 'decline') return ok(answer as 'agree' | 'decline');
      return wrongFields([{ pointer: '/answer', message: texts.calls.aboutQuestion.move.missing }]);
    },
    act: (answer, { req }) => answerMove(services, req.actor, idsOf(req), answer),
    refused(problem, _page, _input, texts) {
      const { code } = problem;
      const taken = code === 'one-question-per-person' || code === 'one-question-per-organization';
      return taken
        ? { ...problem, errors: [{ pointer: '/answer', message: texts.calls.aboutQuestion.move.taken }] }
        : problem;
    },
    afresh: true,
    done: (_value, { fields }) => `${paths.myCalls}?done=${one(fields, 'answer')}`,
  });
}

function closed({ calls }: Texts) {
  const text = calls.aboutQuestion.move.closed;
  const link = { text: calls.mine.questions, href: paths.myCalls };
  return { title: text.title, words: { ...text, link } };
}
