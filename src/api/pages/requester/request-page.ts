import type { Request, RequestHandler, Response } from 'express';
import { isHeld, type ScanState } from '../../../domain/documents/scan-states.js';
import type { Program } from '../../../domain/program/program.schema.js';
import type { CorrespondenceFrom } from '../../../domain/requests/correspondence.js';
import { standingReasons } from '../../../domain/requests/standing-reasons.js';
import { isOpen } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { questionPast } from '../../../usecases/calls/questions/question-past.js';
import { ownIntroductions } from '../../../usecases/mentors/own-introductions.js';
import { readFeedback } from '../../../usecases/requests/feedback.js';
import { goesOnAs, mergedInto, type NamedRequest } from '../../../usecases/requests/merged-requests.js';
import { ownsRequest } from '../../../usecases/requests/owns-request.js';
import { readFollowUp } from '../../../usecases/requests/read-follow-up.js';
import { extensionDays, getRequest, requestClock } from '../../../usecases/requests/read-request.js';
import { requestContent } from '../../../usecases/requests/request-content.js';
import { requestEvents } from '../../../usecases/requests/request-events.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import { waysOn } from '../../requests/ways-on.js';
import type { Texts } from '../../text/texts.js';
import { calendarOfToday, nowOf, param } from '../parts/page-deps.js';
import { ledgerRows } from './ledger-view.js';
import { courtFirst, nextSentence } from './next-sentence.js';
import { requestPageView } from './request-page-view.js';
import { beforeItems, timelineItems } from './timeline-view.js';
import { waitingSince } from './waiting-since.js';

/** The pages that show one request: itself, just sent, its clock. */
export function requestPages(deps: AppDeps) {
  const { services } = deps;

  async function contextOf(req: Request, view: RequestView, own: boolean) {
    const events = unwrap(await requestEvents(services, req.actor, view.id)).items;
    const { program } = services.programs.current();
    const context = {
      texts: req.texts,
      program,
      calendar: await calendarOfToday(deps),
      now: nowOf(deps),
      waitingSince: waitingSince(view.status, events),
      own,
    };
    return { events, context };
  }

  const show: RequestHandler = async (req, res) => {
    const { texts } = req;
    const text = texts.requester.request;
    const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
    const own = await ownsRequest(services, req.actor, view);
    const { events, context } = await contextOf(req, view, own);
    const past =
      own && view.fromCall ? await questionPast(services, req.actor, view.fromCall.questionId) : null;
    const content = unwrap(await requestContent(services, req.actor, view.id));
    const other = await goesOnAs(services, req.actor, view);
    const answersToo = await mergedInto(services, req.actor, view.id);
    const feedbackGiven = own && unwrap(await readFeedback(services, req.actor, view.id)) !== null;
    const { zone } = context.program;
    render(res, 'request', {
      title: view.reference,
      backLink: paths.myRequests,
      words: own ? text.page : { ...text.page, ...text.page.forSupervisor },
      page: requestPageView(view, { ...context, past, other, answersToo, feedbackGiven }),
      clockHref: paths.myClock(view.id),
      timeline: [
        ...timelineItems(texts, events, context.program, { own, references: references(answersToo, other) }),
        ...(past ? beforeItems(texts, past, context.program) : []),
      ],
      content,
      // The API hands them out as attachments and logs it.
      documents: content.documents.map((document) => ({
        text: document.name,
        href: isHeld(document.scan) ? null : `/api/v1/ta-requests/${view.id}/documents/${document.id}`,
        scan: texts.scans.requester[document.scan as ScanState],
        details: document.details === 'kept' ? texts.scans.details.requester : null,
        remove: own && isOpen(view.status) ? paths.myDocumentRemoval(view.id, document.id) : null,
      })),
      done: doneWords(texts, req.query.done),
      sharing: own ? { href: paths.mySharing(view.id), text: texts.requester.sharing.link } : null,
      introductions: await introductionsOf(services, req, { requestId: view.id, program: context.program }),
      ways: await waysOn(services, req, view),
      waysTitle: texts.requester.waysOn.title[view.status],
      reasons: standingReasons(view, events, content.threads).map(({ field, from, body }) => ({
        who: whoWords(texts, field, from, own),
        body,
      })),
      thread: content.threads.map(({ field, from, body, at }) => ({
        who: whoWords(texts, field, from, own),
        when: texts.dates.pair(at, zone),
        body,
      })),
    });
  };

  const sent: RequestHandler = async (req, res) => {
    const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
    const { context } = await contextOf(req, view, await ownsRequest(services, req.actor, view));
    const asked = view.kind === 'document-review' || view.documentKind !== null;
    const { documents } = asked
      ? unwrap(await requestContent(services, req.actor, view.id))
      : { documents: [] };
    render(res, 'sent', {
      title: req.texts.requester.request.sent.title,
      reference: view.reference,
      next: nextSentence(view, context),
      document: asked && documents.length === 0,
      href: paths.myRequest(view.id),
    });
  };

  const clock: RequestHandler = async (req, res) => {
    const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
    const { texts } = req;
    const text = texts.requester.request.clock;
    const clock = unwrap(await requestClock(services, req.actor, view.id));
    const { dueAt, days } = clock;
    const followUp = view.followUp ? unwrap(await readFollowUp(services, req.actor, view.id)) : null;
    const { program } = services.programs.current();
    const now = nowOf(deps);
    const court = courtFirst(view, { texts, calendar: await calendarOfToday(deps), now });
    render(res, 'clock', {
      title: text.title,
      backLink: paths.myRequest(view.id),
      reference: view.reference,
      followUp: followUp && {
        title: text.followUp,
        // A table of its own, by its own name.
        words: { ...text, caption: text.followUpCaption },
        lead: text.followUpLead(texts.dates.pair(followUp.dueAt, program.zone)),
        rows: ledgerRows(texts, followUp.days),
      },
      lead: text.lead(clock.promiseBusinessDays, unwrap(await extensionDays(services, req.actor, view.id))),
      aim: court?.aim ? text.aim(court.aim, court.name, court.date) : null,
      due: dueAt ? text[dueAt < now ? 'wasDue' : 'due'](texts.dates.pair(dueAt, program.zone)) : text.noDue,
      rows: ledgerRows(texts, days),
    });
  };

  return { show, sent, clock };
}

/** Of the requester alone: what they are asked about a mentor, and how it stands. */
async function introductionsOf(
  services: AppDeps['services'],
  { actor, texts }: Request,
  { requestId, program }: { requestId: string; program: Program },
) {
  const own = await ownIntroductions(services, actor, { side: 'requester', requestId });
  const { introduction, onRequest } = texts.requester.mentoring;
  return own.map(({ id, status, answerBy, answered, otherName }) => ({
    title: onRequest.title,
    state: introduction.state.requester[status]({
      by: answerBy && !answered ? texts.dates.dateTime(answerBy, program.zone) : '',
      other: otherName ?? '',
    }),
    link: {
      href: paths.myIntroduction(id),
      text:
        status === 'requester-asked' || (status === 'following-up' && !answered)
          ? onRequest.open
          : onRequest.see,
    },
  }));
}

const references = (answersToo: NamedRequest[], other: NamedRequest | null) =>
  new Map([...answersToo, ...(other ? [other] : [])].map(({ id, reference }) => [id, reference]));

/** Who wrote one text of the thread, as the reader sees it. */
export function whoWords(texts: Texts, field: string, from: CorrespondenceFrom, own: boolean): string {
  const self = own ? 'requester' : 'supervisor';
  const words = texts.requester.request.page.wrote[from === self ? 'you' : from];
  return words[field] ?? words.other ?? field;
}

function doneWords({ requester: { request, aboutRequest } }: Texts, done: unknown): string | null {
  const words: Record<string, string> = {
    ...request.done,
    message: aboutRequest.message.done,
    reopening: aboutRequest.reopening.done,
    'follow-up': aboutRequest['follow-up'].done,
    feedback: aboutRequest.feedback.done,
  };
  return typeof done === 'string' && Object.hasOwn(words, done) ? (words[done] ?? null) : null;
}

function render(res: Response, name: string, data: Record<string, unknown>): void {
  res.render(`pages/requester/${name}.njk`, {
    section: 'my',
    text: res.req.texts.requester.request,
    ...data,
  });
}
