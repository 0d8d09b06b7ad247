import type { Request } from 'express';
import type { QuestionRefusalCode } from '../../../domain/calls/question-policy.js';
import { courseOf, needsSupervisor } from '../../../domain/program/lookup.js';
import type { Problem } from '../../../domain/result.js';
import { ownRequestWithWords } from '../../../usecases/calls/asked-before.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import { myCallsText } from '../../text/en/pages/calls/my-calls.js';
import {
  type NextStep,
  refusalText,
  questionText as text,
  WRITE,
} from '../../text/en/pages/calls/questions.js';
import { say } from '../../text/say.js';
import type { Texts } from '../../text/texts.js';
import type { PageProblem } from '../../views/page-errors.js';
import { type Fields, one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import type { Standing } from '../kit/form-page.js';
import type { Asking } from './asking.js';
import { listensOnly } from './series-words.js';

/** The form for assistance in writing is full: the question stays, and can be sent there once there is room. */
export const NO_ROOM = {
  ok: false as const,
  problem: wrongFields([{ pointer: '/question', message: text.noRoom.why }], 'not-allowed-now')
    .problem as Problem,
};

const knownRefusal = ({ code }: Pick<PageProblem, 'code'>) => refusalText[code as QuestionRefusalCode];

/** A refusal of the policy leads to what helps. */
export function askedAgain(problem: Problem, _page: Asking, _input: unknown, texts: Texts): PageProblem {
  if (!knownRefusal(problem)) return problem;
  return { ...problem, errors: [{ pointer: '/next', message: whyOf(texts, problem) }] };
}

/** The policy's words where they name what exactly is missing. */
const whyOf = (texts: Texts, problem: Problem): string =>
  problem.code === 'prerequisite-missing' ? say(texts, problem) : knownRefusal(problem).why;

/** Asked already: in writing, or for this very call. */
const THEIRS_ALREADY = new Set<string>(['already-a-request', 'one-question-per-person']);

const isNoRoom = (problem: PageProblem): boolean => problem === NO_ROOM.problem;

/** The question can be sent on into the form for assistance in writing. */
export function mayWrite({ edit }: Asking, { problem }: Standing): boolean {
  if (!problem || edit) return false;
  return isNoRoom(problem) || (Boolean(knownRefusal(problem)) && !THEIRS_ALREADY.has(problem.code));
}

/** What helps: said before typing to who asks with a supervisor, and after a refusal. */
export async function helpedOn(
  deps: AppDeps,
  asking: Asking,
  standing: Standing,
  req: Request,
): Promise<NextStep | null> {
  const { problem, typed } = standing;
  const { program } = deps.services.programs.current();
  const refused = problem && knownRefusal(problem);
  if (problem && isNoRoom(problem)) {
    return { next: text.noRoom.next, link: { text: text.noRoom.link, href: paths.form.facts } };
  }
  if (!refused) {
    const role = one(typed, 'role');
    return asking.edit || !needsSupervisor(program, role) ? null : supervisedFirst(asking);
  }
  const { series, rule } = asking;
  const next =
    problem.code === 'already-a-request' ? await ownRequestFirst(deps, typed, refused, req) : refused;
  return {
    ...next,
    ...(problem.code === 'supervised-analysis' && listensOnly(series, rule)
      ? { next: text.supervised.listen }
      : {}),
    ...(problem.code === 'prerequisite-missing' ? { also: waysToCourses(deps, asking) } : {}),
    // The button takes what was typed along; the link would open an empty form.
    ...(mayWrite(asking, standing) && next.link === WRITE ? { link: undefined } : {}),
  };
}

/** Who asks with a supervisor reads so before typing. */
function supervisedFirst({ series, rule }: Asking): NextStep | null {
  const legal = rule.questionsAbout.some((about) => about !== 'non-legal');
  if (series.questions.supervisedMayAskAnalysis || !legal) return null;
  const words = listensOnly(series, rule) ? text.supervised.listen : text.supervised.ask;
  return { next: words, link: WRITE };
}

/** Leads to the one request with these words; to one's questions if it is about to become one only now. */
async function ownRequestFirst(
  { services }: AppDeps,
  typed: Fields,
  known: NextStep,
  { actor }: Request,
): Promise<NextStep> {
  if (actor.kind !== 'person') return known;
  const request = await ownRequestWithWords(services, actor, one(typed, 'question').trim());
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
