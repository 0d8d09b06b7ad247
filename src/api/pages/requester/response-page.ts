import type { RequestHandler } from 'express';
import { reopeningRefusal } from '../../../domain/requests/correspondence.js';
import { answerLetter } from '../../../usecases/requests/answer-letter.js';
import { ownsRequest } from '../../../usecases/requests/owns-request.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { markdownHtml } from '../../views/markdown-html.js';
import { param } from '../parts/page-deps.js';

/** The answer, with what it answers beside it; printed, a letter. */
export function responsePage({ services }: AppDeps): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const text = texts.requester.request.response;
    const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
    const letter = unwrap(await answerLetter(services, req.actor, view.id));
    const own = await ownsRequest(services, req.actor, view);
    const { organization, zone } = services.programs.current().program;
    const { name, role } = letter.writtenBy;
    res.render('pages/requester/response.njk', {
      section: 'my',
      title: text.title,
      backLink: paths.myRequest(view.id),
      text,
      reference: letter.reference,
      sentAt: text.sent(texts.dates.pair(letter.sentAt, zone)),
      head: [
        { key: text.to, value: [letter.to.name, letter.to.organization].filter(Boolean).join(', ') },
        ...(letter.copyTo ? [{ key: text.copyTo, value: letter.copyTo }] : []),
        { key: text.from, value: text.signed(name, role, organization.name) },
        { key: text.received, value: texts.dates.dateTime(letter.receivedAt, zone) },
      ],
      body: markdownHtml(letter.body),
      questionTitle: own ? text.question : text.questionOfRequester,
      question: letter.question,
      requestHref: paths.myRequest(view.id),
      pdfHref: `/api/v1/ta-requests/${view.id}/response/pdf`,
      reopen:
        reopeningRefusal(view.status, view.reopeningAskedAt) === null
          ? {
              href: paths.myRequestPage(view.id, 'reopening'),
              text: texts.requester.request.page.actions.reopen,
            }
          : null,
    });
  };
}
