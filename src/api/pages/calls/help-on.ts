import type { Request } from 'express';
import { courseOf, needsSupervisor } from '../../../domain/program/lookup.js';
import { type Problem, refuseAt } from '../../../domain/result.js';
import { ownRequestWithWords } from '../../../usecases/calls/asked-before.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { say } from '../../text/say.js';
import type { Texts } from '../../text/texts.js';
import type { PageProblem } from '../../views/page-errors.js';
import { type Fields, one } from '../kit/fields.js';
import type { Standing } from '../kit/form-page.js';
import type { Asking } from './asking.js';
import { helpAfter, isRefusalByPolicy, leadsToWriting, type NextStep, wayTo } from './refusal-help.js';
import { listensOnly } from './series-words.js';

/** The form for assistance in writing is full: the question stays, and can be sent there once there is room. */
export const NO_ROOM = refuseAt('/question', 'no-room-in-writing');

/** A refusal of the policy leads to what helps. */
export function askedAgain(problem: Problem, _page: Asking, _input: unknown, texts: Texts): PageProblem {
  const { code } = problem;
  if (!isRefusalByPolicy(code)) return problem;
  // The policy's words name what exactly is missing.
  const message = code === 'prerequisite-missing' ? say(texts, problem) : helpAfter(texts, code).why;
  return { ...problem, errors: [{ pointer: '/next', message }] };
}

/** Asked already: in writing, or for this very call. */
const THEIRS_ALREADY = new Set<string>(['already-a-request', 'one-question-per-person']);

const isNoRoom = ({ reason }: PageProblem): boolean => reason === NO_ROOM.problem.reason;

/** The question can be sent on into the form for assistance in writing. */
export function mayWrite({ edit }: Asking, { problem }: Standing): boolean {
  if (!problem || edit) return false;
  return isNoRoom(problem) || (isRefusalByPolicy(problem.code) && !THEIRS_ALREADY.has(problem.code));
}

/** What helps: said before typing to who asks with a supervisor, and after a refusal. */
export async function helpedOn(
  deps: AppDeps,
  asking: Asking,
  standing: Standing,
  req: Request,
): Promise<NextStep | null> {
  const { problem, typed } = standing;
  const { texts } = req;
  const text = texts.calls.aboutCall.ask;
  const { program } = deps.services.programs.current();
  if (problem && isNoRoom(problem)) {
    return { next: text.noRoom.next, link: { text: text.noRoom.link, href: paths.form.facts } };
  }
  if (!problem || !isRefusalByPolicy(problem.code)) {
    const role = one(typed, 'role');
    return asking.edit || !needsSupervisor(program, role) ? null : supervisedFirst(texts, asking);
  }
  const { code } = problem;
  const { series, rule } = asking;
  const help = helpAfter(texts, code);
  const next = code === 'already-a-request' ? await ownRequestFirst(deps, typed, help, req) : help;
  return {
    ...next,
    ...(code === 'supervised-analysis' && listensOnly(series, rule) ? { next: text.supervised.listen } : {}),
    ...(code === 'prerequisite-missing' ? { also: waysToCourses(deps, texts, asking) } : {}),
    // The button takes what was typed along; the link would open an empty form.
    ...(mayWrite(asking, standing) && leadsToWriting(code) ? { link: undefined } : {}),
  };
}

/** Who asks with a supervisor reads so before typing. */
function supervisedFirst(texts: Texts, { series, rule }: Asking): NextStep | null {
  const { supervised } = texts.calls.aboutCall.ask;
  const legal = rule.questionsAbout.some((about) => about !== 'non-legal');
  if (series.questions.supervisedMayAskAnalysis || !legal) return null;
  const next = listensOnly(series, rule) ? supervised.listen : supervised.ask;
  return { next, link: wayTo(texts, 'write') };
}

/** Leads to the one request with these words; to one's questions if it is about to become one only now. */
async function ownRequestFirst(
  { services }: AppDeps,
  typed: Fields,
  known: NextStep,
  { actor, texts }: Request,
): Promise<NextStep> {
  if (actor.kind !== 'person') return known;
  const request = await ownRequestWithWords(services, actor, one(typed, 'question').trim());
  const link = request
    ? { text: texts.calls.mine.seeRequest(request.reference), href: paths.myRequest(request.id) }
    : { text: texts.calls.aboutCall.ask.seeQuestions, href: paths.myCalls };
  return { ...known, link };
}

/** Where the courses are, as far as the program knows; else whom to ask. */
function waysToCourses(
  { services }: AppDeps,
  { calls }: Texts,
  { rule }: Asking,
): { text: string; href: string }[] {
  const text = calls.aboutCall.ask.course;
  const { program } = services.programs.current();
  const { email, shortName } = program.organization;
  const courses = rule.askerNeedsAnyOf.map((id) => courseOf(program, id));
  const known = courses.flatMap((course) =>
    course?.url ? [{ text: text.open(course.title), href: course.url }] : [],
  );
  if (known.length === courses.length) return known;
  return [...known, { text: text.where(shortName), href: `mailto:${email}` }];
}
