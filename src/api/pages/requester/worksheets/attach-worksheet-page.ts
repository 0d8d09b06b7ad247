import type { Request } from 'express';
import { refuseByTime, worksheetIsOfUse } from '../../../../domain/calls/question-policy.js';
import { isOnCall, type QuestionStatus } from '../../../../domain/calls/question-statuses.js';
import { callSeriesOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { findIdentifiers } from '../../../../domain/requests/identifier-warning.js';
import { becomesByDocument } from '../../../../domain/requests/intake.js';
import { isOpen } from '../../../../domain/requests/statuses.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { ok, type Result } from '../../../../domain/result.js';
import type { Instant } from '../../../../domain/time/instant.js';
import { worksheetFits } from '../../../../domain/worksheets/of-use.js';
import {
  isFilledIn,
  WORKSHEET_FILE,
  WORKSHEET_KIND,
  writtenIn,
} from '../../../../domain/worksheets/worksheet.schema.js';
import { type OwnQuestion, ownQuestions } from '../../../../usecases/calls/own-questions.js';
import { attachToQuestion } from '../../../../usecases/calls/questions/change-question.js';
import { callFacts } from '../../../../usecases/calls/questions/question-facts.js';
import { addDocument } from '../../../../usecases/documents/add-document.js';
import { listRequests } from '../../../../usecases/requests/list-requests.js';
import { ownsRequest } from '../../../../usecases/requests/owns-request.js';
import { type OwnWorksheet, readWorksheet } from '../../../../usecases/worksheets/own-worksheet.js';
import type { AppDeps } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { paths } from '../../../paths.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field, Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type FormRoutes, formPage } from '../../kit/form-page.js';
import { nowOf, param } from '../../parts/page-deps.js';
import { toldApart } from '../../parts/told-apart.js';
import { worksheetPdf } from './worksheet-pdf.js';

interface Page {
  worksheet: OwnWorksheet;
  requests: RequestView[];
  /** Questions for calls that can still be changed. */
  questions: OwnQuestion['row'][];
  found: ReturnType<typeof findIdentifiers>;
}

type Target = { requestId: string } | { callId: string; questionId: string };

/** Sends a copy of a worksheet along with a request, or a question for a call: the one moment from which staff can read it. */
export function attachWorksheetPage(deps: AppDeps): FormRoutes {
  const { services } = deps;
  const programNow = () => services.programs.current().program;
  return formPage(services, {
    name: 'worksheet-attached',
    unavailable: 'try-again-typed-kept',
    load: (req) => loadPage(deps, req),
    form: (page, _standing, texts) => formOf(page, programNow(), texts),
    view: (page, _standing, { texts }) => viewOf(page, programNow(), texts),
    read: (fields, page, { texts }) => readTarget(fields, page, texts),
    act: (to, { req, page, formId }) => attach(deps, to, { req, page, formId, program: programNow() }),
    done: (goTo) => goTo,
  });
}

async function loadPage(deps: AppDeps, req: Request): Promise<Page> {
  const { services } = deps;
  const worksheet = unwrap(await readWorksheet(services, req.actor, param(req, 'id')));
  const { items } = unwrap(await listRequests(services, req.actor, { limit: 100, sort: '-received' }));
  const { program } = services.programs.current();
  const open = items.filter((view) => isOpen(view.status) && worksheetFits(view, program));
  const own = await Promise.all(open.map((view) => ownsRequest(services, req.actor, view)));
  const questions = await ownQuestions(services, req.actor);
  return {
    worksheet,
    requests: open.filter((_, index) => own[index]),
    questions: questions.map(({ row }) => row).filter((row) => isChangeable(row, nowOf(deps))),
    found: findIdentifiers(writtenIn(worksheet.words).join('\n')),
  };
}

/** A worksheet is of use to it, and there is time. */
const isChangeable = ({ status, call, questionAbout }: OwnQuestion['row'], at: Instant): boolean =>
  worksheetIsOfUse([questionAbout]) &&
  isOnCall(status as QuestionStatus) &&
  refuseByTime({ call: callFacts(call), at }) === null;

/** What it may go along with. Null: nothing, or nothing is written in it. */
function formOf(page: Page, program: Program, texts: Texts): Form | null {
  const { worksheet, requests, questions, found } = page;
  const t = texts.requester.worksheets.attach;
  const count = requests.length + questions.length;
  if (count === 0 || writtenIn(worksheet.words).length === 0) return null;
  const choices = choicesOf(page, program, texts);
  return {
    fields: [
      { type: 'radios', name: 'request', legend: t.request, size: 'm', choices, missing: t.noRequest },
      ...identifierCheck(found, texts),
    ],
    initial: count === 1 ? { request: (requests[0] ?? questions[0])?.id ?? '' } : {},
    buttons: [{ text: t.send }],
    cancel: { text: t.cancel, href: paths.myWorksheet(worksheet.id) },
  };
}

function choicesOf({ requests, questions }: Page, program: Program, texts: Texts) {
  const t = texts.requester.worksheets.attach;
  const courtDate = (view: RequestView) => view.courtOrFilingDeadline?.date ?? null;
  return [
    ...requests.map((view) => ({
      value: view.id,
      text: view.reference,
      hint: toldApart(texts, program, { ...view, courtDate: courtDate(view) }),
    })),
    ...questions.map(({ id, call }) => ({
      value: id,
      text: t.question(callSeriesOf(program, call.seriesId)?.title ?? call.seriesId),
      hint: texts.dates.pair(call.startsAt.toISOString(), program.zone),
    })),
  ];
}

function viewOf({ worksheet, requests, questions }: Page, program: Program, texts: Texts) {
  const t = texts.requester.worksheets.attach;
  const empty = writtenIn(worksheet.words).length === 0;
  const none = requests.length + questions.length === 0;
  const becomes = requests.some((view) => becomesByDocument(view, WORKSHEET_KIND, program));
  const elsewhere = [
    { text: t.ask, href: paths.form.start },
    { text: t.askOnCall, href: paths.calls },
  ];
  return {
    section: 'my' as const,
    title: t.title,
    lead: [t.lead, ...(becomes ? [t.becomes] : [])],
    template: 'pages/requester/worksheets/worksheet.njk',
    links: none ? elsewhere : [],
    inset: insetOf(t, { empty, none, whole: isFilledIn(worksheet.words) }),
    backLink: paths.myWorksheet(worksheet.id),
  };
}

function readTarget(fields: Fields, { requests, questions, found }: Page, texts: Texts): Read<Target> {
  const t = texts.requester.worksheets.attach;
  const chosen = one(fields, 'request');
  const request = requests.find(({ id }) => id === chosen);
  const question = questions.find(({ id }) => id === chosen);
  const unchecked = found.length > 0 && one(fields, 'checked') !== 'yes';
  const errors = [
    ...(request || question ? [] : [{ pointer: '/request', message: t.noRequest }]),
    ...(unchecked ? [{ pointer: '/checked', message: t.identifiers }] : []),
  ];
  if (errors.length > 0) return wrongFields(errors);
  return ok(
    question ? { callId: question.callId, questionId: question.id } : { requestId: request?.id ?? '' },
  );
}

/** Answers where it leads to. */
async function attach(
  { services }: AppDeps,
  to: Target,
  { req, page, formId, program }: { req: Request; page: Page; formId: string; program: Program },
): Promise<Result<string>> {
  const { texts, actor } = req;
  const content = await services.pdf.write(worksheetPdf(page.worksheet, { program, texts }));
  if ('questionId' in to) {
    const completed = isFilledIn(page.worksheet.words);
    const put = await attachToQuestion(services, actor, to, { worksheet: content, completed });
    return put.ok ? ok(`${paths.myCalls}?done=worksheet`) : put;
  }
  const file = { name: WORKSHEET_FILE, content, documentKind: WORKSHEET_KIND, commandId: formId };
  const added = await addDocument(services, actor, to.requestId, file);
  return added.ok ? ok(`${paths.myRequest(to.requestId)}?done=document`) : added;
}

function insetOf(
  t: Texts['requester']['worksheets']['attach'],
  { empty, none, whole }: { empty: boolean; none: boolean; whole: boolean },
): string | null {
  if (empty) return t.empty;
  if (none) return t.noOpen;
  return whole ? null : t.unfinished;
}

/** They have seen what was found and say that it may go. */
function identifierCheck(found: Page['found'], { requester }: Texts): Field[] {
  const { kinds } = requester.form.identifiers;
  if (found.length === 0) return [];
  return [
    { type: 'found', found: found.map(({ kind, excerpt }) => ({ what: kinds[kind], excerpt })) },
    {
      type: 'checkboxes',
      name: 'checked',
      choices: [{ value: 'yes', text: requester.worksheets.attach.confirm }],
    },
  ];
}
