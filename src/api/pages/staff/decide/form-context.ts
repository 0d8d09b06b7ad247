import { callFor } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { bindingDate } from '../../../../domain/requests/binding-date.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { mayJudge } from '../../../../domain/requests/decisions/decline.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { cut } from '../../../../domain/text/clean.js';
import { activeColleagues } from '../../../../usecases/people/colleagues.js';
import { othersOfRequester } from '../../../../usecases/requests/open-of-requester.js';
import { tasksOf } from '../../../../usecases/requests/tasks.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Choice } from '../../kit/form.js';
import { toldApart } from '../../parts/told-apart.js';
import type { StaffRequest } from '../request/load-request.js';
import type { StaffUser } from '../require-staff.js';
import type { FormContext } from './decision-form.js';

/** Whose choices are tasks: what is to be done is opened, and that it was read is logged, for no other. */
const OF_TASKS: readonly DecisionKind[] = ['change-task', 'finish-task', 'cancel-task'];

/** Looks up what the forms' choices are made of. */
export async function formContext(
  services: AppServices,
  texts: Texts,
  me: StaffUser,
  { view, program }: StaffRequest,
  kind: DecisionKind,
): Promise<FormContext> {
  // What is picked here is shown, and linked, as the program has it today.
  const { program: current } = services.programs.current();
  const staff = unwrap(await activeColleagues(services, me));
  return {
    staff: staff.map(({ id, email, name, role, open, away }) => ({ id, email, name, role, open, away })),
    due: { at: bindingDate({ ...view, followUpDueAt: view.followUp?.dueAt ?? null }) },
    tasks: OF_TASKS.includes(kind) ? await taskChoices(services, { me, texts }, view.id) : [],
    kinds: program.kinds.map(({ id, label }) => ({ value: id, text: label })),
    documents: program.documents
      .filter(({ reviewed }) => reviewed)
      .map(({ id, label }) => ({ value: id, text: label })),
    candidates: await candidates(services, { me, texts }, view.id, program),
    mayJudge: mayJudge(me.role),
    resources: resourceChoices(current, view, texts.staff.answer.insert.outdated),
    workshops: current.workshops.map(({ id, title }) => ({ value: id, text: title })),
    maxExtension: program.clock.extension.maxByStaff,
    call: callFor(current, view.requester.role)?.title ?? null,
    hasSupervisor: view.supervisor !== null,
    mentors: program.referrals.mentors,
  };
}

/** Open follow-up tasks: the first words, whose it is, by when. */
async function taskChoices(
  services: AppServices,
  { me, texts }: { me: StaffUser; texts: Texts },
  id: string,
): Promise<Choice[]> {
  const tasks = unwrap(await tasksOf(services, me, id));
  return tasks
    .filter(({ status }) => status === 'open')
    .map(({ id: value, what, assignee, dueOn }) => ({
      value,
      text: `${cut(what.replace(/\s+/g, ' '), 60)} (${assignee.name}, ${texts.dates.date(dueOn)})`,
    }));
}

/** Resources on the request's topics first; what may be outdated says so, as it does where an answer is written. */
export function resourceChoices(
  program: Pick<Program, 'resources'>,
  { topics }: Pick<RequestView, 'topics'>,
  outdated: string,
): Choice[] {
  const fits = (resource: Program['resources'][number]) =>
    resource.topics.some((topic) => topics.includes(topic));
  return program.resources
    .filter(({ standing }) => standing !== 'withdrawn')
    .sort((a, b) => Number(fits(b)) - Number(fits(a)))
    .map(({ id, title, publisher, standing }) => ({
      value: id,
      text: title,
      hint: standing === 'outdated' ? `${publisher} · ${outdated}` : publisher,
    }));
}

/** Open requests of the same person, the oldest first: what a request is merged into nearly always. */
async function candidates(
  services: AppServices,
  { me, texts }: { me: StaffUser; texts: Texts },
  id: string,
  program: Program,
): Promise<Choice[]> {
  const rows = unwrap(await othersOfRequester(services, me, id));
  return rows.map((row) => ({
    value: row.id,
    text: row.reference,
    hint: `${texts.dates.shortDateTime(row.receivedAt.toISOString(), program.zone)} · ${toldApart(texts, program, row)}`,
  }));
}
