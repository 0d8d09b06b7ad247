import { feedbackRefusal } from '../../../domain/requests/after-answer.js';
import { FEEDBACK_ANSWERS, feedbackSchema } from '../../../domain/requests/decision.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import { giveFeedback, readFeedback } from '../../../usecases/requests/feedback.js';
import { ownsRequest } from '../../../usecases/requests/owns-request.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { leadTo } from '../kit/elsewhere.js';
import { one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { foundIn, identifiersCheck, identifiersProblem } from '../kit/identifiers-check.js';
import { param } from '../parts/page-deps.js';

/** Two questions about how it was; what was said before stands there, to be changed. */
export function feedbackPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'feedback',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      const own = await ownsRequest(services, req.actor, view);
      return { view, own, given: unwrap(await readFeedback(services, req.actor, view.id)) };
    },
    closed: ({ view, own }) =>
      own && view.links.response && feedbackRefusal(view.status, view.receivedAt) === null
        ? null
        : leadTo(paths.myRequest(view.id)),
    form({ given }, standing, texts) {
      const text = texts.requester.aboutRequest.feedback;
      const found = foundIn(texts, one(standing.typed, 'comment'));
      return {
        fields: [
          {
            type: 'radios',
            name: 'answered',
            legend: text.answered,
            choices: FEEDBACK_ANSWERS.map((value) => ({ value, text: text.choices[value] })),
          },
          {
            type: 'words',
            name: 'comment',
            label: text.comment,
            size: 'm',
            hint: text.commentHint,
            rows: 5,
            most: MAX_TEXT,
          },
          ...identifiersCheck(standing, found, text.confirm),
        ],
        initial: { answered: given?.answered ?? '', comment: given?.comment ?? '' },
        buttons: [{ text: text.button }],
      };
    },
    view({ view }, _standing, { texts }) {
      const text = texts.requester.aboutRequest.feedback;
      return { section: 'my', title: text.title, lead: text.lead, backLink: paths.myRequest(view.id) };
    },
    read(fields, _page, { texts }) {
      const text = texts.requester.aboutRequest;
      const comment = one(fields, 'comment').trim();
      const typed = { answered: one(fields, 'answered'), comment: comment || undefined };
      const read = feedbackSchema.safeParse(typed);
      if (!read.success) {
        return wrongFields(
          zodFieldErrors(read.error).map((error) =>
            error.pointer === '/answered' ? { ...error, message: text.feedback.missing } : error,
          ),
        );
      }
      const unchecked = identifiersProblem(fields, comment, text.answer.identifiers);
      return unchecked.length > 0 ? wrongFields(unchecked) : ok(read.data);
    },
    act: (feedback, { req, page, commandId }) =>
      giveFeedback(services, req.actor, page.view.id, feedback, { commandId }),
    done: (_value, { page }) => `${paths.myRequest(page.view.id)}?done=feedback`,
  });
}
