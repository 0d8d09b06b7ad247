import { documentOf, kindOf, roleOf, topicLabels } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { isOpen } from '../../../domain/requests/statuses.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import type { QuestionPast } from '../../../usecases/calls/questions/question-past.js';
import type { NamedRequest } from '../../../usecases/requests/merged-requests.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { whyPaused } from '../parts/why-paused.js';
import { mayNameAnother } from './name-supervisor-page.js';
import { courtFirst, type NextContext } from './next-sentence.js';

type PageTexts = Texts['requester']['request']['page'];

export interface SummaryRow {
  key: { text: string };
  value: { text: string };
  actions?: { items: { href: string; text: string; visuallyHiddenText: string }[] };
}

/** What is known of a request, a row each. `mayChange`: beside the court or filing date stands its link. */
export function summaryRows(view: RequestView, mayChange: boolean, context: NextContext): SummaryRow[] {
  const { texts, program } = context;
  const text = texts.requester.request.page;
  const row = rowOf(text);
  const document = view.documentKind && documentOf(program, view.documentKind);
  const court = view.courtOrFilingDeadline;
  const rows: SummaryRow[] = [row('kind', kindOf(program, view.kind)?.label ?? view.kind)];
  if (document) rows.push(row('document', document.label));
  rows.push(
    row('topics', topicLabels(program, view.topics)),
    row('received', texts.dates.pair(view.receivedAt, program.zone)),
  );
  if (isOpen(view.status)) {
    rows.push(row(isPastPromise(view, context) ? 'wasDue' : 'due', dueWords(view, context)));
  }
  const courtRow = row('court', court ? texts.dates.date(court.date) : text.none);
  if (court) courtRow.key.text = text.courtRows[court.kind] ?? text.rows.court;
  if (mayChange) {
    const label = texts.requester.request.courtName(court?.kind ?? null);
    courtRow.actions = {
      items: [
        { href: paths.myRequestPage(view.id, 'court-date'), text: text.change, visuallyHiddenText: label },
      ],
    };
  }
  rows.push(courtRow);
  if (view.supervisor) {
    const { name, role, status } = view.supervisor;
    const supervisorRow = row(
      'supervisor',
      `${name}, ${roleOf(program, role)?.label ?? role}: ${text.supervisorStatus[status] ?? status}`,
    );
    if (mayChange && mayNameAnother(view)) {
      supervisorRow.actions = {
        items: [
          {
            href: paths.myRequestPage(view.id, 'supervisor'),
            text: text.nameAnother,
            visuallyHiddenText: text.rows.supervisor,
          },
        ],
      };
    }
    rows.push(supervisorRow);
  }
  rows.push(...afterAnswer(view, context));
  if (isOpen(view.status)) rows.push(row('assignee', view.assigned ? text.assigned : text.unassigned));
  return rows;
}

/** The follow-up’s own date, and the day on which it closes by itself. */
function afterAnswer(
  { status, followUp, closesOn }: RequestView,
  { texts, program, now }: NextContext,
): SummaryRow[] {
  const text = texts.requester.request.page;
  const row = rowOf(text);
  const when = (at: string) => texts.dates.pair(at, program.zone);
  const said = (one: NonNullable<RequestView['followUp']>) =>
    one.answeredAt
      ? text.followUpAnswered(when(one.answeredAt))
      : text[one.dueAt < now ? 'followUpWasDue' : 'followUpDue'](when(one.dueAt));
  return [
    ...(followUp ? [row('followUp', said(followUp))] : []),
    ...(status === 'responded' && closesOn ? [row('closes', texts.dates.date(closesOn))] : []),
  ];
}

/** What has ended without an answer, or goes on elsewhere itself, answers nothing. */
export function mergedInRow(
  text: PageTexts,
  { status }: RequestView,
  { id, reference, visible }: NamedRequest,
): SummaryRow {
  const answers = isOpen(status) || status === 'responded' || status === 'closed';
  const open = { href: paths.myRequest(id), text: text.open, visuallyHiddenText: reference };
  return {
    ...rowOf(text)(answers ? 'answersToo' : 'mergedIn', reference),
    ...(visible ? { actions: { items: [open] } } : {}),
  };
}

/** The question it was, for the call it was for. */
export function callRow(texts: Texts, { callTitle, callAt }: QuestionPast, program: Program): SummaryRow {
  const text = texts.requester.fromCall;
  return {
    key: { text: text.row },
    value: { text: `${callTitle}, ${texts.dates.pair(callAt, program.zone)}` },
    actions: {
      items: [{ href: paths.myCalls, text: text.myCalls, visuallyHiddenText: '' }],
    },
  };
}

/** The day that binds first, the promise second. */
function dueWords(view: RequestView, context: NextContext): string {
  const text = context.texts.requester.request.page;
  const court = courtFirst(view, context);
  const promise = promiseWords(context.texts, view, context.program);
  if (!court) return promise;
  // Before the clock runs no day is promised: which one it would be is said beside what is missing.
  if (court.aim && view.clock.state === 'not-started') return text.wouldAim(court.aim, court.name);
  const first = court.aim ? text.aim(court.aim, court.name) : text.near(court.name, court.date);
  if (!view.dueAt || view.clock.state !== 'running') return first;
  return `${first} ${view.dueAt < context.now ? text.wasPromised(promise) : text.latest(promise)}`;
}

/** The promised day stands alone, and is past. */
function isPastPromise(view: RequestView, context: NextContext): boolean {
  const { clock, dueAt } = view;
  return clock.state === 'running' && dueAt !== null && dueAt < context.now && !courtFirst(view, context);
}

function promiseWords(texts: Texts, view: RequestView, program: Program): string {
  const text = texts.requester.request.page;
  if (view.clock.state === 'not-started') return text.notStarted;
  if (view.clock.state === 'paused' || view.dueAt === null) return whyPaused(texts, view.status).requester;
  return texts.dates.pair(view.dueAt, program.zone);
}

const rowOf =
  (text: PageTexts) =>
  (name: keyof PageTexts['rows'], value: string): SummaryRow => ({
    key: { text: text.rows[name] },
    value: { text: value },
  });
