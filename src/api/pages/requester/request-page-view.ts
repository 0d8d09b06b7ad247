import { courseOf } from '../../../domain/program/lookup.js';
import { feedbackRefusal } from '../../../domain/requests/after-answer.js';
import { reopeningRefusal } from '../../../domain/requests/correspondence.js';
import { isOpen } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { asksForWorksheet } from '../../../domain/worksheets/of-use.js';
import type { QuestionPast } from '../../../usecases/calls/questions/question-past.js';
import type { NamedRequest } from '../../../usecases/requests/merged-requests.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { statusClasses } from '../parts/status-classes.js';
import { type NextContext, nextSentence } from './next-sentence.js';
import { callRow, mergedInRow, type SummaryRow, summaryRows } from './summary-rows.js';

export interface RequestPageView {
  status: { text: string; classes: string };
  next: string;
  waiting: { text: string; href: string | null }[];
  /** Beside courses still to be passed. */
  courses: { text: string; elsewhere: { text: string; href: string }; unlinked: boolean } | null;
  rows: SummaryRow[];
  notices: string[];
  actions: {
    answer: string | null;
    answerText: string;
    withdraw: string | null;
    addDocument: string | null;
    /** An EMP worksheet can be filled in here, where it is of use. */
    worksheet: { text: string; link: string; href: string } | null;
    read: string | null;
    write: string | null;
    reopen: string | null;
    followUp: string | null;
    feedback: string | null;
    feedbackText: string;
    /** The request that goes on instead of this one. */
    other: string | null;
  };
}

/** What stands around a request: what it was before, and what it was merged with. */
interface Around {
  past?: QuestionPast | null;
  /** The request that goes on instead of this one. */
  other?: NamedRequest | null;
  answersToo?: NamedRequest[];
  /** They have said how it was. */
  feedbackGiven?: boolean;
}

/** What the request's own page says, to the requester or to their supervisor. */
export function requestPageView(view: RequestView, context: NextContext & Around): RequestPageView {
  const { own, texts } = context;
  const text = texts.requester.request.page;
  const open = isOpen(view.status);
  const courtName = texts.requester.request.courtName(view.courtOrFilingDeadline?.kind ?? null);
  const courtNotices = (own ? text : text.forSupervisor).courtNotices;
  return {
    status: statusTag(texts, view, own),
    next: nextSentence(view, { ...context, goesOnAs: context.other }),
    waiting: waitingItems(view, context),
    courses: own ? coursesNote(view, context) : null,
    rows: [
      ...summaryRows(view, own && open, context),
      ...(context.answersToo ?? []).map((other) => mergedInRow(text, view, other)),
      ...(context.past ? [callRow(texts, context.past, context.program)] : []),
    ],
    notices: view.notices.flatMap((code) => courtNotices[code]?.(courtName) ?? []),
    actions: {
      answer: own && view.status === 'awaiting-information' ? paths.myRequestPage(view.id, 'answer') : null,
      answerText: text.actions[anotherNeeded(view) ? 'nameSupervisor' : 'answer'],
      withdraw: own && open ? paths.myRequestPage(view.id, 'withdraw') : null,
      addDocument: own && open ? paths.myRequestPage(view.id, 'documents') : null,
      worksheet:
        own && open && asksForWorksheet(view, context.program)
          ? { ...texts.requester.worksheets.besideFiles, href: paths.myWorksheets }
          : null,
      read: view.links.response ? paths.myResponse(view.id) : null,
      other: context.other?.visible ? paths.myRequest(context.other.id) : null,
      write: open ? paths.myRequestPage(view.id, 'message') : null,
      followUp: own && view.followUpUntil ? paths.myRequestPage(view.id, 'follow-up') : null,
      feedback:
        own && view.links.response && feedbackRefusal(view.status, view.receivedAt) === null
          ? paths.myRequestPage(view.id, 'feedback')
          : null,
      feedbackText: text.actions[context.feedbackGiven ? 'feedbackAgain' : 'feedback'],
      reopen:
        reopeningRefusal(view.status, view.reopeningAskedAt) === null
          ? paths.myRequestPage(view.id, 'reopening')
          : null,
    },
  };
}

export function statusTag(texts: Texts, view: RequestView, own: boolean): { text: string; classes: string } {
  const { statuses, statusesForSupervisor } = texts.requester.request;
  const words = own ? statuses : { ...statuses, ...statusesForSupervisor };
  return { text: words[view.status], classes: statusClasses[view.status] };
}

/** What is waited for is no answer to a question: the supervisor said no. */
const anotherNeeded = ({ supervisor }: RequestView) => supervisor?.status === 'refused';

function waitingItems(
  view: RequestView,
  { texts, program, own }: NextContext,
): { text: string; href: string | null }[] {
  const text = texts.requester.request.page;
  return view.waitingFor.map((item) => {
    if (item === 'information') {
      if (anotherNeeded(view)) {
        return { text: text.supervisorWaiting, href: own ? paths.myRequestPage(view.id, 'answer') : null };
      }
      return own
        ? { text: text.answerWaiting, href: paths.myRequestPage(view.id, 'answer') }
        : { text: text.forSupervisor.answerWaiting, href: null };
    }
    if (item === 'supervisor-confirmation') {
      return { text: text.supervisor(view.supervisor?.name ?? ''), href: null };
    }
    const course = courseOf(program, item);
    return { text: text.course(course?.title ?? item), href: course?.url ?? null };
  });
}

/** By which address a passed course is known, and what to do if it was another. */
function coursesNote(view: RequestView, { texts, program }: NextContext): RequestPageView['courses'] {
  const courses = view.waitingFor.flatMap((item) => courseOf(program, item) ?? []);
  if (courses.length === 0) return null;
  return {
    unlinked: courses.some(({ url }) => !url),
    text: texts.requester.request.page.underAddress(view.requester.email),
    elsewhere: { text: texts.requester.addresses.passedElsewhere, href: paths.myAddresses },
  };
}
