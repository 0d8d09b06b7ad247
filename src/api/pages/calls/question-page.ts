import type { Request, Response } from 'express';
import { type QuestionRefusalCode, refuseByTime } from '../../../domain/calls/question-policy.js';
import { type TopicRule, topicRuleOf } from '../../../domain/calls/recurrence.js';
import type { CallSeries } from '../../../domain/program/call-series.schema.js';
import { courseOf, needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { findIdentifiers } from '../../../domain/requests/identifier-warning.js';
import type { Problem } from '../../../domain/result.js';
import { formatPair } from '../../../domain/time/format.js';
import { ownRequestWithWords } from '../../../usecases/calls/asked-before.js';
import type { CallView } from '../../../usecases/calls/call-view.schema.js';
import { seriesRule } from '../../../usecases/calls/load-series.js';
import { getCall } from '../../../usecases/calls/read-calls.js';
import { registrationOf } from '../../../usecases/calls/read-recap.js';
import type { AppDeps } from '../../app-deps.js';
import { statusOf } from '../../errors.js';
import { notFound, unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { type NextStep, refusalText, questionText as text, WRITE } from '../../text/call-questions.js';
import { myCallsText } from '../../text/my-calls.js';
import { say } from '../../text/say.js';
import type { Texts } from '../../text/texts.js';
import { type PageErrors, pageErrors, problemErrors } from '../../views/page-errors.js';
import { type Fields, one } from '../kit/fields.js';
import { newCommandId } from '../parts/command-of-form.js';
import { nowOf } from '../parts/page-deps.js';
import { questionFormData } from './question-view-data.js';
import { listensOnly } from './series-words.js';

export interface Asking {
  call: CallView;
  series: CallSeries;
  rule: TopicRule;
  /** A question that exists is changed instead. */
  edit: { id: string } | null;
  /** Registered for the series, or about to be: only then do they get in. */
  registered: boolean;
}

/** The call a question is for, with its rules. @throws ProblemError `not-found` */
export async function askingFor({ services }: AppDeps, req: Request, callId: string): Promise<Asking> {
  const call = unwrap(await getCall(services, req.actor, callId));
  const series = seriesRule(services, call.series);
  const rule = series && topicRuleOf(series, call.topic);
  if (!series || !rule) throw notFound();
  const registration = await registrationOf(services, req.actor, series.id);
  const registered = registration === 'approved' || registration === 'pending';
  return { call, series, rule, edit: null, registered };
}

/** The form for assistance in writing is full: the question stays here, and can be sent there once there is room. */
export function renderNoRoom(
  deps: AppDeps,
  page: { req: Request; res: Response; asking: Asking; fields: Fields },
): void {
  const errors = pageErrors(page.req.texts, [{ pointer: '/question', message: text.noRoom.why }]);
  const next = { next: text.noRoom.next, link: { text: text.noRoom.link, href: paths.form.facts } };
  renderQuestion(deps, page, errors, {
    status: 409,
    next,
    instead: text.instead,
    closed: isClosed(deps, page.asking),
  });
}

const isClosed = (deps: AppDeps, { call }: Asking) => refuseByTime({ call, at: nowOf(deps) }) !== null;

/** The form, with everything typed so far. */
export function renderQuestion(
  deps: AppDeps,
  { req, res, asking, fields }: { req: Request; res: Response; asking: Asking; fields: Fields },
  errors: PageErrors,
  { status = 200, next = null, instead = null, closed = false }: Shown = {},
): void {
  const { program } = deps.services.programs.current();
  const { call, series, rule, edit, registered } = asking;
  res.status(status).render('pages/calls/ask.njk', {
    section: 'calls',
    title: edit ? text.editTitle : text.title,
    words: text,
    backLink: edit ? paths.myCalls : paths.call(call.id),
    callTitle: `${call.title}: ${rule.label}`,
    startsAt: formatPair(call.startsAt, program.zone),
    until: text.until(formatPair(call.questionsCloseAt, program.zone)),
    email: req.actor.kind === 'person' ? req.actor.email : '',
    edit,
    commandId: one(fields, 'commandId') || newCommandId(),
    version: one(fields, 'version'),
    next: next ?? (edit ? null : supervisedFirst(fields, asking, program)),
    instead,
    closed,
    registerHref: registered || edit ? null : paths.callRegister(series.id),
    errors,
    ...questionFormData(fields, { texts: res.req.texts, series, rule, program, roleStands: edit !== null }),
  });
}

interface Shown {
  status?: number;
  next?: NextStep | null;
  /** The question can be sent on into the form for assistance in writing. */
  instead?: typeof text.instead | null;
  /** It can't be sent for this call any more. */
  closed?: boolean;
}

/** Who asks with a supervisor reads so before typing. */
function supervisedFirst(fields: Fields, { series, rule }: Asking, program: Program): NextStep | null {
  if (series.questions.supervisedMayAskAnalysis || !needsSupervisor(program, one(fields, 'role')))
    return null;
  const legal = rule.questionsAbout.some((about) => about !== 'non-legal');
  if (!legal) return null;
  const words = listensOnly(series, rule) ? text.supervised.listen : text.supervised.ask;
  return { next: words, link: WRITE };
}

/** A refusal on the form: why, and what helps. Everything typed stays. */
export async function renderRefusal(
  deps: AppDeps,
  page: { req: Request; res: Response; asking: Asking; fields: Fields },
  problem: Problem,
): Promise<void> {
  const known = refusalText[problem.code as QuestionRefusalCode];
  const status = statusOf(problem.code);
  if (!known) {
    renderQuestion(deps, page, problemErrors(page.req.texts, problem), { status });
    return;
  }
  const errors = { summary: [{ text: whyOf(page.req.texts, problem), href: '#next' }], byField: {} };
  const { edit, series, rule } = page.asking;
  const instead = edit || THEIRS_ALREADY.has(problem.code) ? null : text.instead;
  let next: NextStep =
    problem.code === 'already-a-request' ? await ownRequestFirst(deps, page, known) : known;
  if (problem.code === 'supervised-analysis' && listensOnly(series, rule)) {
    next = { ...next, next: text.supervised.listen };
  }
  if (problem.code === 'prerequisite-missing') next = { ...next, also: waysToCourses(deps, page.asking) };
  // The button takes what was typed along; the link would open an empty form.
  if (instead && next.link === WRITE) next = { ...next, link: undefined };
  const closed = isClosed(deps, page.asking);
  renderQuestion(deps, page, errors, { status, next, instead, closed });
}

/** Asked already: in writing, or for this very call. */
const THEIRS_ALREADY = new Set<string>(['already-a-request', 'one-question-per-person']);

/** Leads to the one request with these words; to one's questions if it is about to become one only now. */
async function ownRequestFirst(
  { services }: AppDeps,
  { req, fields }: { req: Request; fields: Fields },
  known: NextStep,
): Promise<NextStep> {
  if (req.actor.kind !== 'person') return known;
  const request = await ownRequestWithWords(services, req.actor, one(fields, 'question').trim());
  const link = request
    ? { text: myCallsText.seeRequest(request.reference), href: paths.myRequest(request.id) }
    : { text: text.seeQuestions, href: paths.myCalls };
  return { ...known, link };
}

/** Where the courses are, as far as the program knows; else whom to ask. */
function waysToCourses({ services }: AppDeps, { rule }: Asking): { text: string; href: string }[] {
  const { program } = services.programs.current();
  const { email, shortName } = program.organization;
  const courses = rule.askerNeedsAnyOf.map((id) => courseOf(program, id));
  const known = courses.flatMap((course) =>
    course?.url ? [{ text: text.course.open(course.title), href: course.url }] : [],
  );
  if (known.length === courses.length) return known;
  return [...known, { text: text.course.where(shortName), href: `mailto:${email}` }];
}

/** The policy's words where they name what exactly is missing. */
function whyOf(texts: Texts, problem: Problem): string {
  const { code } = problem;
  return code === 'prerequisite-missing' ? say(texts, problem) : refusalText[code as QuestionRefusalCode].why;
}

/** Outside the window there is no form, but what to do. Answers whether it was rendered. */
export function renderNotNow(deps: AppDeps, res: Response, { call, rule }: Asking): boolean {
  const refused = refuseByTime({ call, at: nowOf(deps) });
  if (!refused) return false;
  res.status(statusOf(refused.code)).render('pages/calls/not-now.njk', {
    section: 'calls',
    title: text.notNow.title,
    words: text,
    backLink: paths.call(call.id),
    callTitle: `${call.title}: ${rule.label}`,
    next: refusalText[refused.code as QuestionRefusalCode],
  });
  return true;
}

/** Asks once more before words go out that may tell who a client is. Answers whether it was rendered. */
export function renderIdentifiers(res: Response, asking: Asking, fields: Fields): boolean {
  const found = findIdentifiers(one(fields, 'question'));
  if (found.length === 0 || one(fields, 'identifiers') === 'keep') return false;
  const hidden = Object.entries(fields).filter(([name]) => name !== 'identifiers');
  res.render('pages/calls/identifiers.njk', {
    section: 'calls',
    title: text.identifiers.title,
    words: text.identifiers,
    backLink: asking.edit ? paths.myCalls : paths.call(asking.call.id),
    found: found.map(({ kind, excerpt }) => ({ what: text.identifiers.kinds[kind], excerpt })),
    hidden: hidden.map(([name]) => ({ name, value: one(fields, name) })),
  });
  return true;
}
