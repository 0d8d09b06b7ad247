import type { Request, RequestHandler } from 'express';
import { ok } from '../../../domain/result.js';
import { withdrawQuestion } from '../../../usecases/calls/questions/change-question.js';
import { getQuestion } from '../../../usecases/calls/questions/own-question.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { askingFor } from './asking.js';

/** Asks once more, then takes the question off the call. */
export function withdrawQuestionPage(deps: AppDeps): Record<'show' | 'send', RequestHandler> {
  const { services } = deps;
  const idsOf = (req: Request) => ({ callId: param(req, 'call'), questionId: uuidParam(req.params.id) });
  return formPage(services, {
    name: 'withdraw-question',
    unavailable: 'try-again-typed-kept',
    load: (req) => askingFor(deps, req, param(req, 'call')),
    form(_page, _standing, texts) {
      const text = texts.calls.aboutQuestion.withdraw;
      return {
        buttons: [{ text: text.confirm, style: 'warning' }],
        cancel: { text: text.keep, href: paths.myCalls },
      };
    },
    async view({ call, rule }, _standing, req) {
      const { calls, dates } = req.texts;
      const text = calls.aboutQuestion.withdraw;
      const { question } = unwrap(await getQuestion(services, req.actor, idsOf(req)));
      return {
        template: 'pages/calls/of-call.njk',
        section: 'calls',
        title: text.title,
        callTitle: `${call.title}: ${rule.label}`,
        startsAt: dates.pair(call.startsAt, services.programs.current().program.zone),
        quoted: question,
        lead: [text.lead],
        backLink: paths.myCalls,
      };
    },
    read: () => ok(null),
    act: (_input, { req }) => withdrawQuestion(services, req.actor, idsOf(req)),
    done: () => `${paths.myCalls}?done=withdrawn`,
  });
}
