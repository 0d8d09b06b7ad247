import type { RequestHandler } from 'express';
import { may } from '../../../../domain/people/permissions.js';
import { courseOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { mayExtendBeyond } from '../../../../domain/requests/decisions/extend.js';
import { isDecisionKind } from '../../../../domain/requests/decisions.js';
import { roleMayDecide } from '../../../../domain/requests/offered.js';
import { standingReasons } from '../../../../domain/requests/standing-reasons.js';
import { isOpen } from '../../../../domain/requests/statuses.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { requestWorkflowId } from '../../../../domain/requests/workflow-id.js';
import { createZone } from '../../../../domain/time/zone.js';
import { awayOf } from '../../../../usecases/absences/who-is-away.js';
import { questionPast } from '../../../../usecases/calls/questions/question-past.js';
import { mailsAbout } from '../../../../usecases/mail/mail-log.js';
import { listIntroductions } from '../../../../usecases/mentors/list-introductions.js';
import { otherRequests, useOfProgram } from '../../../../usecases/people/history-of-person.js';
import { heldUpSince } from '../../../../usecases/read-trouble.js';
import { readFeedback } from '../../../../usecases/requests/feedback.js';
import { requestResponse } from '../../../../usecases/requests/read-request.js';
import { type RequestContent, requestContent } from '../../../../usecases/requests/request-content.js';
import { returnedDrafts } from '../../../../usecases/requests/returned-drafts.js';
import { similarRequests } from '../../../../usecases/requests/similar-requests.js';
import { tasksOf } from '../../../../usecases/requests/tasks.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { markdownHtml } from '../../../views/markdown-html.js';
import type { Form } from '../../kit/form.js';
import { doneWithMail } from '../mail/mail-page.js';
import { mailRow, withButtons } from '../mail/mail-rows.js';
import { introductionRow } from '../mentors/introduction-row.js';
import { nextForStaff } from '../parts/next-for-staff.js';
import { type NextUp, nextUp } from '../queue/next-up.js';
import { type StaffUser, staffUser } from '../require-staff.js';
import { staffButtons } from '../staff-form.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { beforeRequest, callCard } from './before-request.js';
import { byline, conversation } from './conversation.js';
import { decisionLinks } from './decision-links.js';
import { documentRows } from './document-rows.js';
import { eventNames } from './event-names.js';
import { alikeLines, knownBefore } from './known-before.js';
import { loadRequest } from './load-request.js';
import { othersCases } from './others-cases.js';
import { caseRows, requestCards } from './request-cards.js';
import { requestHead } from './request-head.js';
import { taskRows } from './task-rows.js';
import { timeline } from './timeline.js';

type Words = Texts['staff']['request'];

/** `/staff/requests/:id`: all that a decision needs, and buttons for what is allowed now. */
export function requestPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const { request: words, statuses, decisions, desk } = texts.staff;
    const id = uuidParam(req.params.id);
    const me = staffUser(req.actor);
    const loaded = await loadRequest(services, me, id);
    const { view, program, events, allowed, other, answersToo, requesterId, organization } = loaded;
    const { zone } = program;
    const away = unwrap(await awayOf(services, me, view.assignee?.id ?? null));
    const context = {
      texts,
      now: services.clock.now(),
      zone,
      program,
      other,
      answersToo,
      organization,
      away,
    };
    const content = unwrap(await requestContent(services, me, id));
    const past = view.fromCall && (await questionPast(services, me, view.fromCall.questionId));
    const names = await eventNames(services, { actor: me, texts }, program, events, courtKind(view));
    const next = nextForStaff(texts, view, me, {
      draftAuthor: loaded.draftAuthor,
      returned: (await returnedDrafts(services, me, [id])).has(id),
      reviews: roleMayDecide(me.role, 'send-response'),
      goesOnAs: other && words.goesOnAs(other.reference, statuses[other.status]),
      courseTitle: (courseId) => courseOf(program, courseId)?.title ?? courseId,
    });
    const mail = unwrap(await mailsAbout(services, me, id));
    const [similar, others, use] = await Promise.all([
      similarRequests(services, me, id),
      otherRequests(services, me, { id, requesterId, organizationId: organization?.id ?? null }),
      useOfProgram(services, me, requesterId),
    ]);
    const today = createZone(zone).dateOf(context.now.toISOString());
    const tasks = unwrap(await tasksOf(services, me, id));
    const done = typeof req.query.done === 'string' && isDecisionKind(req.query.done) ? req.query.done : null;
    renderStaff(res, 'request/request.njk', {
      section: 'queue',
      wide: true,
      title: words.title(view.reference),
      words,
      mailWords: desk.mail,
      done: done ? decisions[done].done : doneWithMail(texts, req.query.done),
      // Where one is done, what is next is a link away.
      goOn: done && next.whose !== 'mine' ? await goOn(services, me, id, context) : null,
      backLink: { href: staffPaths.queue, text: words.back },
      head: requestHead(view, context),
      notNow: notNowFor(words, view, me, allowed, req.query['not-now']),
      notices: [
        ...(await heldUp(services, { me, texts }, view, zone)),
        ...noticesFor(texts, view, req.query, zone),
      ],
      next,
      answersToo: othersCases(texts, answersToo),
      before: texts.staff.knownBefore,
      alike: alikeLines({ texts, program }, unwrap(similar)),
      known: knownBefore(
        { texts, program },
        { requester: { id: requesterId, name: view.requester.name }, organization },
        { others: unwrap(others), use: unwrap(use), reviews: may(me, 'conduct.review') },
      ),
      take:
        allowed.includes('assign') && view.assignee === null
          ? staffButtons(res, takeForm(words, view))
          : null,
      links: decisionLinks(texts, id, allowed, next.decision),
      suggest:
        events.some(({ type }) => type === 'responded') && may(me, 'precedents.write')
          ? { href: staffPaths.desk('precedents/suggest/:id', id), text: desk.precedents.suggest.link }
          : null,
      reasons: conversation(texts, standingReasons(view, events, content.threads), zone),
      content,
      caseRows: caseRows(view, { ...loaded, texts, clientAlias: content.clientAlias }),
      tasks: taskRows(texts, id, { tasks, today, mayDecide: allowed.includes('finish-task') }).map(
        ({ finish, ...row }) => ({ ...row, finish: finish && staffButtons(res, finish) }),
      ),
      addTask: allowed.includes('add-task')
        ? { text: decisions['add-task'].link, href: staffPaths.decide(id, 'add-task') }
        : null,
      documents: documentRows(texts, id, content.documents, program),
      followUpDraft: shownFollowUpDraft(texts, view, content, zone),
      mentoring: await mentoringCard(services, { me, texts }, id, program),
      feedback: feedbackCard(texts, unwrap(await readFeedback(services, me, id)), zone),
      draft: await shownAnswer(services, texts, { me, view, content, zone }),
      conversation: conversation(texts, content.threads, zone),
      timeline: [...timeline(texts, events, names, zone), ...(past ? beforeRequest(texts, past, zone) : [])],
      cards: [...requestCards(view, context), ...(past ? [callCard(texts, past, zone)] : [])],
      mail: withButtons(
        res,
        mail.map((message) => mailRow(texts, message, zone, staffPaths.request(id))),
      ),
    });
  };
}

/** The next request for whoever did something here, unless it is this one. */
async function goOn(
  services: AppServices,
  me: StaffUser,
  id: string,
  context: { texts: Texts; now: Date; zone: string },
): Promise<NextUp | null> {
  const next = await nextUp(services, me, context);
  return next && next.id !== id ? next : null;
}

/** What is due can't be carried out: said to everybody on staff, who would wait for it in vain. */
async function heldUp(
  services: AppServices,
  { me, texts }: { me: StaffUser; texts: Texts },
  { id, episode, reference }: RequestView,
  zone: string,
) {
  const since = unwrap(await heldUpSince(services, me, requestWorkflowId(id, episode)));
  return since ? [texts.staff.heldUp(texts.dates.shortDateTime(since.toISOString(), zone), reference)] : [];
}

const courtKind = ({ courtOrFilingDeadline: court }: RequestView): 'court' | 'filing' | 'either' =>
  court === null ? 'either' : court.kind === 'filing' ? 'filing' : 'court';

const takeForm = (words: Words, { id }: RequestView): Form => ({
  action: staffPaths.take(id),
  buttons: [{ text: words.take }],
});

/** Its clock runs or is paused, so that only a second extension can be what they may not decide. */
const extendedOnce = ({ status, clock }: RequestView, me: StaffUser) =>
  isOpen(status) && clock.state !== 'not-started' && !mayExtendBeyond(me.role);

/** Why what was opened can't be done, and what can. */
function notNowFor(
  words: Words,
  view: RequestView,
  me: StaffUser,
  allowed: readonly DecisionKind[],
  asked: unknown,
): string | null {
  if (asked === undefined) return null;
  if (asked === 'extend' && !allowed.includes('extend') && extendedOnce(view, me)) return words.notNow.extend;
  if (asked !== 'request-information' || !allowed.includes('reply')) return words.notNow.other;
  return view.status === 'awaiting-prerequisites' ? words.notNow.courses : words.notNow.askBack;
}

function noticesFor(
  { dates, staff: { request: words } }: Texts,
  view: RequestView,
  query: Record<string, unknown>,
  zone: string,
): string[] {
  const taken = 'taken' in query && view.assignee ? [words.takenMeanwhile(view.assignee.name)] : [];
  const when = (at: string) => dates.pair(at, zone);
  const waits = [
    ...(view.messageWaitingSince ? [words.messageWaits(when(view.messageWaitingSince))] : []),
    ...(view.followUp?.status === 'open'
      ? [words.followUpWaits(when(view.followUp.askedAt), when(view.followUp.dueAt))]
      : []),
    ...(view.reopeningAskedAt ? [words.reopeningAsked(when(view.reopeningAskedAt))] : []),
  ];
  const kind = words.courtKinds[courtKind(view)];
  return [...taken, ...waits, ...view.notices.map((code) => words.notices[code]?.(kind) ?? code)];
}

/** What a colleague is to read and send. */
function shownFollowUpDraft(texts: Texts, view: RequestView, { draft }: RequestContent, zone: string) {
  if (view.followUp?.status !== 'open' || !draft) return null;
  const heading = texts.staff.request.followUpDraft;
  return { heading, byline: byline(texts, draft, zone), body: shown(draft.body) };
}

/** As the requester reads it, below the headings of this page. */
const shown = (body: string) => markdownHtml(body, 2);

/** Mentors proposed from here, and the way to propose one. Null: the program has none. */
async function mentoringCard(
  services: AppServices,
  { me, texts }: { me: StaffUser; texts: Texts },
  requestId: string,
  program: Program,
) {
  const { card, propose } = texts.staff.desk.mentors;
  const { items } = unwrap(await listIntroductions(services, me, { requestId, limit: 10 }));
  if (!program.referrals.mentors && items.length === 0) return null;
  return {
    title: card.title,
    nothing: card.nothing,
    rows: items.map((one) => introductionRow(texts, one, program)),
    propose: program.referrals.mentors
      ? { text: propose.link, href: staffPaths.desk('mentors/propose/:request', requestId) }
      : null,
  };
}

/** How the requester says it was. */
function feedbackCard(
  { dates, staff: { request: words } }: Texts,
  given: { answered: keyof Words['feedback']['choices']; at: string; comment: string | null } | null,
  zone: string,
) {
  return (
    given && {
      title: words.feedback.title,
      rows: [
        { key: words.feedback.answered, value: words.feedback.choices[given.answered] },
        { key: words.feedback.when, value: dates.shortDateTime(given.at, zone) },
      ],
      commentTitle: words.feedback.comment,
      comment: given.comment,
    }
  );
}

/** The answer as sent, or the draft while it is being worked on. */
async function shownAnswer(
  services: AppServices,
  texts: Texts,
  { me, view, content, zone }: { me: StaffUser; view: RequestView; content: RequestContent; zone: string },
): Promise<{ heading: string; byline: string | null; body: string } | null> {
  const { request: words } = texts.staff;
  if (view.links.response && (view.status === 'responded' || view.status === 'closed')) {
    const answer = await requestResponse(services, me, view.id);
    if (answer.ok) return { heading: words.answer, byline: null, body: shown(answer.value.body) };
  }
  if (!content.draft || !isOpen(view.status)) return null;
  return {
    heading: words.draft,
    byline: byline(texts, content.draft, zone),
    body: shown(content.draft.body),
  };
}
