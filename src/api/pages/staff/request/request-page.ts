import type { RequestHandler, Response } from 'express';
import { may } from '../../../../domain/people/permissions.js';
import { courseOf } from '../../../../domain/program/lookup.js';
import { isDecisionKind } from '../../../../domain/requests/decisions.js';
import { roleMayDecide } from '../../../../domain/requests/offered.js';
import { standingReasons } from '../../../../domain/requests/standing-reasons.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { createZone } from '../../../../domain/time/zone.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import type { EventNames } from '../../../text/event-names.js';
import type { Texts } from '../../../text/texts.js';
import type { Form } from '../../kit/form.js';
import { doneWithMail } from '../mail/mail-page.js';
import { mailRow, withButtons } from '../mail/mail-rows.js';
import { type NextStep, nextForStaff } from '../parts/next-for-staff.js';
import { type NextUp, nextUp } from '../queue/next-up.js';
import { type StaffUser, staffUser } from '../require-staff.js';
import { staffButtons } from '../staff-form.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { beforeRequest, callCard } from './before-request.js';
import { conversation } from './conversation.js';
import { decisionLinks } from './decision-links.js';
import { documentRows } from './document-rows.js';
import { eventNames } from './event-names.js';
import { alikeLines, knownBefore } from './known-before.js';
import { feedbackCard, mentoringCard, shownAnswer, shownFollowUpDraft } from './more-cards.js';
import { othersCases } from './others-cases.js';
import { type RequestPageRead, readRequestPage } from './read-request-page.js';
import { caseRows, requestCards } from './request-cards.js';
import { requestHead } from './request-head.js';
import { courtKind, noticesFor, notNowFor } from './request-notices.js';
import { taskRows } from './task-rows.js';
import { timeline } from './timeline.js';

/** `/staff/requests/:id`: all that a decision needs, and buttons for what is allowed now. */
export function requestPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts, query } = req;
    const { request: words } = texts.staff;
    const me = staffUser(req.actor);
    const page = await readRequestPage(services, me, uuidParam(req.params.id));
    const { view, program, events } = page.request;
    const names = await eventNames(services, { actor: me, texts }, program, events, courtKind(view));
    const next = nextOf(texts, page);
    const done = typeof query.done === 'string' && isDecisionKind(query.done) ? query.done : null;
    renderStaff(res, 'request/request.njk', {
      section: 'queue',
      wide: true,
      title: words.title(view.reference),
      words,
      done: done ? texts.staff.decisions[done].done : doneWithMail(texts, query.done),
      // Where one is done, what is next is a link away.
      goOn: done && next.whose !== 'mine' ? await goOn(services, me, page, texts) : null,
      backLink: { href: staffPaths.queue, text: words.back },
      notNow: notNowFor(words, view, me, page.request.allowed, query['not-now']),
      notices: noticesFor(texts, view, {
        query,
        zone: program.zone,
        heldSince: page.heldSince,
        legalHold: page.legalHold,
      }),
      erasure: erasureLinks(texts, me, view.id),
      ...nextView(res, texts, page, next),
      ...caseView(res, texts, page),
      ...pastView(res, texts, page, names),
      ...besideView(texts, page),
    });
  };
}

/** Where a request is erased for good or held, for whoever may. */
function erasureLinks({ staff: { desk } }: Texts, me: StaffUser, id: string) {
  const { erase, hold } = desk.erasures;
  return [
    ...(may(me, 'holds.set') ? [{ text: hold.link, href: staffPaths.desk('holds/request/:id', id) }] : []),
    ...(may(me, 'erasures.make')
      ? [{ text: erase.link, href: staffPaths.desk('erasures/request/:id', id) }]
      : []),
  ];
}

/** The next request for whoever did something here, unless it is this one. */
async function goOn(
  services: AppServices,
  me: StaffUser,
  { request, now }: RequestPageRead,
  texts: Texts,
): Promise<NextUp | null> {
  const next = await nextUp(services, me, { texts, now, zone: request.program.zone });
  return next && next.id !== request.view.id ? next : null;
}

function nextOf(texts: Texts, { request, me, draftAtWork }: RequestPageRead): NextStep {
  const { view, program, other, draftAuthor } = request;
  const { request: words, statuses } = texts.staff;
  return nextForStaff(texts, view, me, {
    draftAuthor,
    draft: draftAtWork,
    reviews: roleMayDecide(me.role, 'send-response'),
    goesOnAs: other && words.goesOnAs(other.reference, statuses[other.status]),
    courseTitle: (courseId) => courseOf(program, courseId)?.title ?? courseId,
  });
}

/** What is next, why it stands so, and what may be decided. */
function nextView(res: Response, texts: Texts, page: RequestPageRead, next: NextStep) {
  const { request, content, me, draftAtWork } = page;
  const { view, program, events, allowed, answersToo } = request;
  const { request: words, desk } = texts.staff;
  const answered = events.some(({ type }) => type === 'responded');
  const free = allowed.includes('assign') && view.assignee === null;
  return {
    head: requestHead(view, { texts, now: page.now, zone: program.zone, program }),
    next,
    changes:
      draftAtWork?.changed && next.decision === 'draft-response'
        ? { text: words.whatChanged, href: staffPaths.changes(view.id, 'draft', draftAtWork.changed) }
        : null,
    reasons: conversation(texts, standingReasons(view, events, content.threads), program.zone),
    answersToo: othersCases(texts, answersToo),
    take: free ? staffButtons(res, takeForm(words.take, view)) : null,
    links: decisionLinks(texts, view.id, allowed, next),
    suggest:
      answered && may(me, 'precedents.write')
        ? { href: staffPaths.desk('precedents/suggest/:id', view.id), text: desk.precedents.suggest.link }
        : null,
  };
}

const takeForm = (text: string, { id }: RequestView): Form => ({
  action: staffPaths.take(id),
  buttons: [{ text }],
});

/** What was asked, and what is being done about it. */
function caseView(res: Response, texts: Texts, page: RequestPageRead) {
  const { request, content, now } = page;
  const { view, program, allowed } = request;
  const { zone } = program;
  const today = createZone(zone).dateOf(now.toISOString());
  const tasks = { tasks: page.tasks, today, mayDecide: allowed.includes('finish-task') };
  return {
    content,
    caseRows: caseRows(view, { ...request, texts, clientAlias: content.clientAlias }),
    documents: documentRows(texts, view.id, content.documents, { program, now }),
    draft: shownAnswer(texts, view, { answer: page.answer, draft: content.draft, zone }),
    followUpDraft: shownFollowUpDraft(texts, view, content, zone),
    feedback: feedbackCard(texts, page.feedback, zone),
    mentoring: mentoringCard(texts, view, program, page.introductions),
    tasks: taskRows(texts, view.id, tasks).map(({ finish, ...row }) => ({
      ...row,
      finish: finish && staffButtons(res, finish),
    })),
    addTask: allowed.includes('add-task')
      ? { text: texts.staff.decisions['add-task'].link, href: staffPaths.decide(view.id, 'add-task') }
      : null,
  };
}

/** What was said and what happened, mails too. */
function pastView(
  res: Response,
  texts: Texts,
  { request, content, past, mail }: RequestPageRead,
  names: EventNames,
) {
  const { view, program, events } = request;
  const { zone } = program;
  const rows = mail.map((message) => mailRow(texts, message, zone, staffPaths.request(view.id)));
  return {
    conversation: conversation(texts, content.threads, zone),
    timeline: [...timeline(texts, events, names, zone), ...(past ? beforeRequest(texts, past, zone) : [])],
    mailWords: texts.staff.desk.mail,
    mail: withButtons(res, rows),
  };
}

/** Who asked, what is known of them, and requests like it. */
function besideView(texts: Texts, page: RequestPageRead) {
  const { request, now, me, away, past, others, use, releasesInForce } = page;
  const { view, program, requesterId, organization } = request;
  const { zone } = program;
  const about = { requester: { id: requesterId, name: view.requester.name }, organization };
  return {
    before: texts.staff.knownBefore,
    alike: alikeLines({ texts, program }, page.similar),
    known: knownBefore({ texts, program }, about, { others, use, reviews: may(me, 'conduct.review') }),
    cards: [
      ...requestCards(view, { ...request, texts, now, zone, away, releasesInForce }),
      ...(past ? [callCard(texts, past, zone)] : []),
    ],
  };
}
