import type { Request, RequestHandler, Response } from 'express';
import type { QuestionStatus } from '../../../../domain/calls/handover.js';
import type { QuestionAbout } from '../../../../domain/calls/question-policy.js';
import { roleOf } from '../../../../domain/program/lookup.js';
import type { Problem, Result } from '../../../../domain/result.js';
import { formatPair } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { correctOrganization } from '../../../../usecases/calls/questions/correct-organization.js';
import { moveQuestion } from '../../../../usecases/calls/questions/move-question.js';
import { openQuestions } from '../../../../usecases/calls/questions/open-questions.js';
import { proposeMove } from '../../../../usecases/calls/questions/propose-move.js';
import type { QuestionRow } from '../../../../usecases/calls/questions.js';
import { placeOfQuestion, staffQuestion } from '../../../../usecases/calls/read-staff-question.js';
import { statusOf } from '../../../errors.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/unwrap.js';
import { questionText as text } from '../../../text/staff-calls/question.js';
import {
  questionAboutLabels,
  questionStatuses,
  questionsText,
} from '../../../text/staff-calls/selection-board.js';
import type { Texts } from '../../../text/texts.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../../views/page-errors.js';
import { attempt } from '../../kit/attempt.js';
import { newCommandId } from '../../parts/command-of-form.js';
import type { Values } from '../decide/decision-form.js';
import { textsOf } from '../parts/date-parts.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { boardRows } from './board-rows.js';
import { commandOfContent, shownCommandId } from './command-of-content.js';
import { countsFor } from './counts-for.js';
import { loadCall, type StaffCall } from './load-call.js';
import { questionHistory } from './question-history.js';

interface Page {
  call: StaffCall;
  question: QuestionRow;
}

interface Form {
  values: Values;
  errors: PageErrors;
  status: number;
  commandId: string;
  done?: string | null;
}

/** `/staff/calls/:id/questions/:question`: its words (logged), which organization it counts for, moving it. */
export function questionPage(services: Services): RequestHandler {
  return async (req, res) => {
    const page = await load(services, req);
    const done =
      { organization: text.correct.done, propose: text.move.proposedDone }[String(req.query.done)] ?? null;
    const values = { organization: page.question.organizationName ?? '' };
    await show(services, req, res, page, {
      values,
      errors: NO_ERRORS,
      status: 200,
      commandId: newCommandId(),
      done,
    });
  };
}

/** POST: corrects the organization or moves the question. */
export function changeQuestionPage(services: Services): RequestHandler {
  return async (req, res) => {
    const page = await load(services, req);
    const values = textsOf(req.body, ['action', 'organization', 'to', 'legal', 'consent']);
    const again = (errors: PageErrors, status: number) =>
      show(services, req, res, page, {
        values: { ...values, organization: values.organization || (page.question.organizationName ?? '') },
        errors,
        status,
        commandId: shownCommandId(req.body),
      });
    const ids = { callId: page.call.row.id, questionId: page.question.id };
    const moving = values.action === 'move' || values.action === 'propose';
    const missing = moving ? missingForMove(values) : missingForOrganization(values);
    if (missing.length > 0) return again(pageErrors(req.texts, missing), 422);
    const done = await attempt(services, 'call-question', 'try-again-decision', (): Promise<Result<null>> => {
      if (values.action === 'propose') return proposeMove(services, req.actor, ids, { to: values.to ?? '' });
      return values.action === 'move'
        ? moveQuestion(services, req.actor, ids, {
            to: values.to ?? '',
            newId: commandOfContent(req.body, { ...ids, to: values.to }),
          })
        : correctOrganization(services, req.actor, ids, (values.organization ?? '').trim());
    });
    if (!done.ok) return again(shown(req.texts, done.problem, moving), statusOf(done.problem.code));
    if (values.action === 'propose') {
      return res.redirect(303, `${paths.callQuestion(ids.callId, ids.questionId)}?done=propose`);
    }
    res.redirect(
      303,
      values.action === 'move'
        ? `${paths.callQuestions(ids.callId)}?done=move`
        : `${paths.callQuestion(ids.callId, ids.questionId)}?done=organization`,
    );
  };
}

function missingForMove({ action, to, legal, consent }: Values) {
  return [
    ...(to ? [] : [{ pointer: '/to', message: text.move.nowhere }]),
    ...(legal === 'yes' ? [] : [{ pointer: '/legal', message: text.move.legalMissing }]),
    ...(action === 'propose' || consent === 'yes'
      ? []
      : [{ pointer: '/consent', message: text.move.consentMissing }]),
  ];
}

function missingForOrganization({ organization = '' }: Values) {
  const name = organization.trim();
  return name === '' || name.length > 200
    ? [{ pointer: '/organization', message: text.correct.missing }]
    : [];
}

function shown(texts: Texts, problem: Problem, moving: boolean): PageErrors {
  const taken =
    problem.code === 'one-question-per-person' || problem.code === 'one-question-per-organization';
  if (!taken) return problemErrors(texts, problem);
  return moving
    ? pageErrors(texts, [{ pointer: '/to', message: text.move.taken }])
    : pageErrors(texts, [{ pointer: '/organization', message: text.correct.taken }]);
}

/** Of one that was on the agenda also whether its asker was there, once that is known. */
function statusWords(question: QuestionRow, there: boolean | null): string {
  const status = questionStatuses[question.status as QuestionStatus];
  return there === null ? status : `${status}; ${there ? text.there : text.notThere}`;
}

async function load(services: Services, req: Request): Promise<Page> {
  const call = await loadCall(services, req);
  return { call, question: unwrap(await staffQuestion(services, call, uuidParam(req.params.question))) };
}

async function show(
  services: Services,
  req: Request,
  res: Response,
  { call, question }: Page,
  form: Form,
): Promise<void> {
  const { row, series, program, zone } = call;
  const number = (await boardRows(services, call)).find(({ id }) => id === question.id)?.number;
  const words = await openQuestions(services, req.actor, [question]);
  const stands = question.status === 'asked' || question.status === 'selected';
  const at = services.clock.now();
  const { there, movable, targets } = unwrap(await placeOfQuestion(services, call, question));
  const { moveToCallId, moveAnswer } = question;
  renderStaff(res, 'calls/question.njk', {
    section: 'calls',
    title: number ? text.title(number) : text.titleGone,
    text,
    about: `${series.title} · ${formatPair(row.startsAt.toISOString(), zone)} · ${call.rule.label}`,
    words: words.get(question.id),
    facts: [
      { key: text.asked, value: question.askerName },
      { key: text.role, value: roleOf(program, question.askerRole)?.label ?? question.askerRole },
      { key: text.organization, value: question.organizationName ?? questionsText.noOrganization },
      { key: text.countsFor, value: await countsFor(services, req.actor, question.organizationKey) },
      { key: text.about, value: questionAboutLabels[question.questionAbout as QuestionAbout] },
      { key: text.when, value: formatPair(question.askedAt.toISOString(), zone) },
      { key: text.status, value: statusWords(question, there) },
    ],
    ...(await questionHistory(services, question.id, zone)),
    stands,
    movable,
    move: call.rule.questionsAbout.includes('trafficking-analysis')
      ? { intro: text.move.otherIntro, legal: text.move.legalOther }
      : { intro: text.move.intro, legal: text.move.legal },
    proposable: moveToCallId === null && at < row.selectUntil,
    proposed: moveToCallId && text.move.proposed[moveAnswer === 'declined' ? 'declined' : 'waiting'],
    targets: targets.map((target) => ({
      value: target.id,
      text: formatPair(target.startsAt.toISOString(), zone),
    })),
    backLink: { href: paths.callQuestions(row.id), text: text.back },
    ...form,
  });
}
