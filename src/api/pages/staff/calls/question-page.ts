import type { Request } from 'express';
import type { QuestionAbout } from '../../../../domain/calls/question-policy.js';
import { isStanding, type QuestionStatus } from '../../../../domain/calls/question-statuses.js';
import { roleOf } from '../../../../domain/program/lookup.js';
import type { Problem, Result } from '../../../../domain/result.js';
import { correctOrganization } from '../../../../usecases/calls/questions/correct-organization.js';
import { moveQuestion } from '../../../../usecases/calls/questions/move-question.js';
import { openQuestions } from '../../../../usecases/calls/questions/open-questions.js';
import { proposeMove } from '../../../../usecases/calls/questions/propose-move.js';
import type { QuestionRow } from '../../../../usecases/calls/questions.js';
import { placeOfQuestion, staffQuestion } from '../../../../usecases/calls/read-staff-question.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { PageProblem } from '../../../views/page-errors.js';
import { one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import type { Asked } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { boardRows } from './board-rows.js';
import { countsFor } from './counts-for.js';
import { loadCall } from './load-call.js';
import {
  moveForm,
  moveWords,
  organizationForm,
  type QuestionChange,
  type QuestionOfCall,
  readChange,
} from './question-forms.js';
import { questionHistory } from './question-history.js';

/**
 * `/staff/calls/:id/questions/:question`: its words (logged), which organization it counts for, moving it. POST:
 * corrects the organization or moves the question.
 */
export const questionPage = (services: AppServices) =>
  staffForm(services, {
    name: 'call-question',
    load: (req) => load(services, req),
    form: ({ question }, _standing, texts) =>
      isStanding(question.status as QuestionStatus)
        ? organizationForm(texts.staff.calls.aboutCall['questions/:question'].correct, question)
        : null,
    others: (page, _standing, texts): Record<string, Form> =>
      page.place.targets.length > 0 ? { move: moveForm(services, texts, page) } : {},
    view: (page, _standing, req) => viewOf(services, page, req),
    read: (fields, _page, { texts }) => readChange(texts, fields),
    act: (change, asked) => carryOut(services, change, asked),
    refused: shown,
    done(_value, { page: { call, question }, fields }) {
      const action = one(fields, 'action');
      const own = paths.aboutCall('questions/:question', call.row.id, question.id);
      if (action === 'move') return `${paths.aboutCall('questions', call.row.id)}?done=move`;
      return `${own}?done=${action === 'propose' ? 'propose' : 'organization'}`;
    },
  });

function carryOut(
  services: AppServices,
  change: QuestionChange,
  { req, page, commandId }: Asked<QuestionOfCall>,
): Promise<Result<null>> {
  const ids = { callId: page.call.row.id, questionId: page.question.id };
  if (change.action === 'organization') return correctOrganization(services, req.actor, ids, change.name);
  const { to } = change;
  return change.action === 'propose'
    ? proposeMove(services, req.actor, ids, { to })
    : moveQuestion(services, req.actor, ids, { to, newId: commandId });
}

/** Two of one person or organization on a call: said where the other call, or the other name, was chosen. */
function shown(
  problem: Problem,
  _page: QuestionOfCall,
  { action }: QuestionChange,
  texts: Texts,
): PageProblem {
  const taken =
    problem.code === 'one-question-per-person' || problem.code === 'one-question-per-organization';
  if (!taken) return problem;
  const { correct, move } = texts.staff.calls.aboutCall['questions/:question'];
  const error =
    action === 'organization'
      ? { pointer: '/organization', message: correct.taken }
      : { pointer: '/to', message: move.taken };
  return { ...problem, errors: [error] };
}

/** Of one that was on the agenda also whether its asker was there, once that is known. */
function statusWords(texts: Texts, question: QuestionRow, there: boolean | null): string {
  const { questionStatuses, aboutCall } = texts.staff.calls;
  const text = aboutCall['questions/:question'];
  const status = questionStatuses[question.status as QuestionStatus];
  return there === null ? status : `${status}; ${there ? text.there : text.notThere}`;
}

async function load(services: AppServices, req: Request): Promise<QuestionOfCall> {
  const call = await loadCall(services, req);
  const question = unwrap(await staffQuestion(services, call, uuidParam(req.params.question)));
  return { call, question, place: unwrap(await placeOfQuestion(services, call, question)) };
}

/** What was done just now, as the address says; whatever else it may say is nothing. */
function doneWords(texts: Texts, done: unknown): string | null {
  const { correct, move } = texts.staff.calls.aboutCall['questions/:question'];
  if (done === 'organization') return correct.done;
  return done === 'propose' ? move.proposedDone : null;
}

async function viewOf(services: AppServices, page: QuestionOfCall, req: Request) {
  const { texts } = req;
  const { questionAbout, aboutCall } = texts.staff.calls;
  const text = aboutCall['questions/:question'];
  const questions = aboutCall.questions;
  const { call, question, place } = page;
  const { row, series, program, zone } = call;
  const number = (await boardRows(services, texts, call)).find(({ id }) => id === question.id)?.number;
  const words = await openQuestions(services, req.actor, [question]);
  const { moveToCallId, moveAnswer } = question;
  return {
    template: 'calls/question.njk',
    section: 'calls' as const,
    title: number ? text.title(number) : text.titleGone,
    text,
    about: `${series.title} · ${texts.dates.pair(row.startsAt.toISOString(), zone)} · ${call.rule.label}`,
    words: words.get(question.id),
    worksheet: place.worksheet ? `/api/v1/calls/${row.id}/questions/${question.id}/worksheet` : null,
    facts: [
      { key: text.asked, value: question.askerName },
      { key: text.role, value: roleOf(program, question.askerRole)?.label ?? question.askerRole },
      { key: text.organization, value: question.organizationName ?? questions.noOrganization },
      { key: text.countsFor, value: await countsFor(services, req, question.organizationKey) },
      { key: text.about, value: questionAbout[question.questionAbout as QuestionAbout] },
      { key: text.when, value: texts.dates.pair(question.askedAt.toISOString(), zone) },
      { key: text.status, value: statusWords(texts, question, place.there) },
    ],
    ...(await questionHistory(services, req, question.id, zone)),
    movable: place.movable,
    move: moveWords(text.move, call),
    proposed: moveToCallId && text.move.proposed[moveAnswer === 'declined' ? 'declined' : 'waiting'],
    done: doneWords(texts, req.query.done),
    backLink: { href: paths.aboutCall('questions', row.id), text: text.back },
  };
}
