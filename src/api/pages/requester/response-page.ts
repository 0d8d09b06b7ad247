import type { RequestHandler } from 'express';
import { headOf } from '../../../domain/program/letterhead.schema.js';
import { feedbackRefusal } from '../../../domain/requests/after-answer.js';
import { reopeningRefusal } from '../../../domain/requests/correspondence.js';
import { answerLetter } from '../../../usecases/requests/answer-letter.js';
import { ownsRequest } from '../../../usecases/requests/owns-request.js';
import { readFollowUp } from '../../../usecases/requests/read-follow-up.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { markdownHtml } from '../../views/markdown-html.js';
import { param } from '../parts/page-deps.js';
import { whoWords } from './request-page.js';

/** The answer, with what it answers beside it; printed, a letter. */
export function responsePage({ services }: AppDeps): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const text = texts.requester.request.response;
    const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
    const letter = unwrap(await answerLetter(services, req.actor, view.id));
    const own = await ownsRequest(services, req.actor, view);
    const followUp = view.followUp ? unwrap(await readFollowUp(services, req.actor, view.id)) : null;
    const { organization, zone } = services.programs.current().program;
    const { name, role } = letter.writtenBy;
    const { actions } = texts.requester.request.page;
    const mayAsk = own && view.followUpUntil !== null;
    const link = (page: 'follow-up' | 'feedback' | 'reopening', words: string) => ({
      href: paths.myRequestPage(view.id, page),
      text: words,
    });
    res.render('pages/requester/response.njk', {
      section: 'my',
      title: text.title,
      backLink: paths.myRequest(view.id),
      text,
      letterhead: headOf(organization),
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
      followUp: followUp && {
        who: whoWords(texts, 'follow-up', 'requester', own),
        asked: texts.dates.pair(followUp.askedAt, zone),
        question: followUp.question,
        answerTitle: whoWords(texts, 'follow-up-answer', 'staff', own),
        answered: followUp.answeredAt && texts.dates.pair(followUp.answeredAt, zone),
        answer: followUp.answer && markdownHtml(followUp.answer),
      },
      links: [
        ...(mayAsk ? [{ lead: text.ask, ...link('follow-up', actions.followUp) }] : []),
        ...(own && feedbackRefusal(view.status, letter.sentAt) === null
          ? [link('feedback', actions.feedback)]
          : []),
        ...(reopeningRefusal(view.status, view.reopeningAskedAt) === null
          ? [{ lead: mayAsk ? text.changed : text.unclear, ...link('reopening', actions.reopen) }]
          : []),
      ],
    });
  };
}
