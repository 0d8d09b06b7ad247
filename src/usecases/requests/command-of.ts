import { randomUUID } from 'node:crypto';
import { requestDue, type WorkDue } from '../../domain/absences/goes-over.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { openFollowUp } from '../../domain/requests/after-answer.js';
import { answerField } from '../../domain/requests/answer-field.js';
import type { CaseField } from '../../domain/requests/case-texts.js';
import { refuseCourtDate } from '../../domain/requests/court-date-range.js';
import type { Decision, DecisionKind } from '../../domain/requests/decision.schema.js';
import type { BroughtDraft } from '../../domain/requests/decisions/outcomes.js';
import {
  type CommandOf,
  type ContentKind,
  type DECISIONS,
  type RequestCommand,
  type WordsOf,
  wordsOf,
} from '../../domain/requests/decisions.js';
import { waysOf } from '../../domain/requests/destination.js';
import { classify, documentErrors } from '../../domain/requests/intake.js';
import type { RequestState } from '../../domain/requests/state.js';
import { isOpen, type RequestStatus } from '../../domain/requests/statuses.js';
import { openTask } from '../../domain/requests/tasks.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { whoGets } from '../absences/work-meanwhile.js';
import { isUnchanged, refuseIfMoved } from '../answers/refuse-if-moved.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { todayOf } from '../calendar/today-of.js';
import { passedCourses } from '../completions/passed-courses.js';
import { outsideWalls } from '../walls/hidden-from.js';
import { draftIdOf } from './case-text.js';
import { currentDraft, underReview } from './drafts.js';
import type { ViewRow } from './request-view.js';

type Texts = Partial<Record<CaseField, string | undefined>>;

type CommandKind = Exclude<DecisionKind, ContentKind>;
type Typed<K extends DecisionKind> = Extract<Decision, { kind: K }>;
type Command<K extends CommandKind> = CommandOf<(typeof DECISIONS)[K]>;

/** `data`: kept like words, for what is too telling for a command, or too long. */
interface Found<K extends CommandKind> {
  command: Command<K>;
  data?: Texts;
}
type LookUp<K extends CommandKind> = (
  services: Services,
  row: ViewRow,
  decision: Typed<K>,
  by: By,
) => Result<Found<K>> | Promise<Result<Found<K>>>;

/** Who decides, and by which command. */
interface By {
  actor: Actor;
  commandId: string;
}

type Wordless<K extends CommandKind> = Exclude<keyof Typed<K>, keyof WordsOf<K>>;
/** What is typed for these is their words and the command, and nothing else. */
type AsTyped = {
  [K in CommandKind]: [Wordless<K>, keyof Command<K>] extends [keyof Command<K>, Wordless<K>]
    ? Pick<Typed<K>, Wordless<K>> extends Command<K>
      ? K
      : never
    : never;
}[CommandKind];

/** What has to be looked up, or checked against what stands in the database or the program. */
const LOOKED_UP: { [K in Exclude<CommandKind, AsTyped>]: LookUp<K> } & { [K in AsTyped]?: LookUp<K> } = {
  assign: assignment,
  redirect: redirection,
  'submit-for-review': submission,
  'return-response': returning,
  'send-response': drafted,
  merge: merging,
  'change-deadline': (services, _row, { kind, courtOrFilingDeadline }) =>
    refuseCourtDate(courtOrFilingDeadline, todayOf(services)) ??
    ok({ command: { kind }, data: { 'court-deadline': JSON.stringify(courtOrFilingDeadline) } }),
  reclassify: reclassification,
  'add-task': newTask,
  'change-task': changedTask,
};

/** From what staff typed to a command of codes and ids, with its words beside it. */
export async function commandOf(
  services: Services,
  row: ViewRow,
  decision: Typed<CommandKind>,
  by: By,
): Promise<Result<{ command: RequestCommand; texts: Texts }>> {
  const { rest, words } = apart(decision);
  const lookUp = LOOKED_UP[decision.kind] as LookUp<CommandKind> | undefined;
  if (!lookUp) return ok({ command: rest as unknown as RequestCommand, texts: words });
  const found = await lookUp(services, row, decision, by);
  return found.ok ? ok({ command: found.value.command, texts: { ...words, ...found.value.data } }) : found;
}

/** The words by the names they are kept under, and what is left. */
function apart(decision: Decision): { rest: Record<string, unknown>; words: Texts } {
  const sheet = wordsOf(decision.kind);
  const typed = Object.entries(decision);
  return {
    rest: Object.fromEntries(typed.filter(([name]) => !(name in sheet))),
    words: Object.fromEntries(
      typed.flatMap(([name, text]) => (sheet[name] ? [[sheet[name].keptAs, text]] : [])),
    ),
  };
}

/** The program the request was accepted under, which its pages show too. */
function programOf({ programs, db }: Services, row: ViewRow) {
  return programs.byVersion(db, row.programVersionId);
}

async function redirection(
  services: Services,
  row: ViewRow,
  { to, note, resources, workshop }: Typed<'redirect'>,
): Promise<Result<Found<'redirect'>>> {
  // What is picked is shown, and linked, as the program has it today.
  const { program } = services.programs.current();
  if (to === 'mentor' && !(await programOf(services, row)).referrals.mentors) {
    return refuseAt('/to', 'no-mentors');
  }
  const offered = program.resources.filter(({ standing }) => standing !== 'withdrawn');
  const unknown = resources?.find((id) => !offered.some((one) => one.id === id));
  if (unknown !== undefined) return refuseAt('/resources', 'no-such-resource');
  if (workshop !== undefined && !program.workshops.some(({ id }) => id === workshop)) {
    return refuseAt('/workshop', 'no-such-workshop');
  }
  const picked = {
    to,
    ...(to === 'resources' && resources?.length ? { resources: [...new Set(resources)] } : {}),
    ...(to === 'workshop' && workshop ? { workshop } : {}),
  };
  if (!note && waysOf(program, { role: row.requesterRole, topics: row.topics }, picked).length === 0) {
    return refuseAt('/note', 'redirect-without-word');
  }
  return ok({ command: { kind: 'redirect', ...picked } });
}

async function assignment(
  services: Services,
  row: ViewRow,
  { to, orStandIn }: Typed<'assign'>,
  { actor }: By,
): Promise<Result<Found<'assign'>>> {
  const given = { email: to, requestId: row.id };
  const gets = await whoGets(services, given, { orStandIn, due: requestDue(row), by: actor });
  return gets.ok ? ok({ command: { kind: 'assign', ...gets.value } }) : gets;
}

async function newTask(
  services: Services,
  { id: requestId }: ViewRow,
  { to, orStandIn, dueOn }: Typed<'add-task'>,
  { actor }: By,
): Promise<Result<Found<'add-task'>>> {
  const checked = await taskFor(services, actor, { requestId, to, orStandIn, dueOn, due: { on: dueOn } });
  if (!checked.ok) return checked;
  return ok({
    command: { kind: 'add-task', task: randomUUID(), assigneeId: '', ...checked.value, dueOn },
  });
}

async function changedTask(
  services: Services,
  row: ViewRow,
  { task, what, to, orStandIn, dueOn }: Typed<'change-task'>,
  { actor }: By,
): Promise<Result<Found<'change-task'>>> {
  if (what === undefined && to === undefined && dueOn === undefined) return refuse('task-unchanged');
  const state = row.processState as unknown as RequestState | null;
  const on = dueOn ?? (state && openTask(state, task)?.dueOn);
  const due = on ? { on } : { at: null };
  const checked = await taskFor(services, actor, { requestId: row.id, to, orStandIn, dueOn, due });
  if (!checked.ok) return checked;
  const reworded = what !== undefined;
  return ok({ command: { kind: 'change-task', task, ...checked.value, ...(reworded ? { reworded } : {}) } });
}

/** Who is to do it, and by when: a day on which somebody is there. */
async function taskFor(
  services: Services,
  actor: Actor,
  {
    requestId,
    to,
    orStandIn,
    dueOn,
    due,
  }: {
    requestId: string;
    to?: string | undefined;
    orStandIn?: boolean | undefined;
    dueOn?: string | undefined;
    /** The new day, or the one that stays. */
    due: WorkDue;
  },
): Promise<Result<{ assigneeId?: string; insteadOf?: string; dueOn?: string }>> {
  const slip = dueOn ? outsideOf(DATE_RANGES.taskDue(todayOf(services)), dueOn) : null;
  if (slip) return refuseAt('/dueOn', 'date-out-of-range', slip);
  if (dueOn && !(await loadCalendar(services.db, services)).isBusinessDay(dueOn)) {
    return refuseAt('/dueOn', 'task-on-closed-day');
  }
  if (to === undefined) return ok(dueOn ? { dueOn } : {});
  const gets = await whoGets(services, { email: to, requestId }, { orStandIn, due, by: actor });
  return gets.ok ? ok({ ...gets.value, ...(dueOn ? { dueOn } : {}) }) : gets;
}

/** Words that come with it are the draft, whatever was saved before. */
async function submission(
  services: Services,
  row: ViewRow,
  decision: Typed<'submit-for-review'>,
  by: By,
): Promise<Result<Found<'submit-for-review'>>> {
  const { kind } = decision;
  const found = await broughtDraft(services, row, decision, by);
  if (!found.ok) return found;
  const { brought, data } = found.value;
  if (!brought.reworded) {
    const named = await drafted(services, row, { kind });
    return named.ok ? ok({ command: { ...named.value.command, ...brought }, data }) : named;
  }
  const draft = { draftAuthor: actorRef(by.actor), draftId: draftIdOf(row.id, by.commandId) };
  return ok({ command: { kind, ...draft, ...brought }, data });
}

/** What the reviewer changed goes back with the note, and is the last version. */
async function returning(
  services: Services,
  row: ViewRow,
  decision: Typed<'return-response'>,
  by: By,
): Promise<Result<Found<'return-response'>>> {
  const found = await broughtDraft(services, row, decision, by);
  if (!found.ok) return found;
  const { brought, data } = found.value;
  return ok({ command: { kind: decision.kind, ...brought }, data });
}

/**
 * A draft's words that came with a decision, as they are kept: not at all, where the draft says the same already. What they
 * were begun from is compared here, so that most are refused at once, and with the request locked when the event is
 * recorded, which lets none through.
 */
async function broughtDraft(
  services: Services,
  row: ViewRow,
  { body, base }: { body?: string | undefined; base?: string | null | undefined },
  { commandId }: By,
): Promise<Result<{ brought: BroughtDraft; data: Texts }>> {
  if (body === undefined) return ok({ brought: {}, data: {} });
  const state = row.processState as unknown as RequestState | null;
  const field = answerField(state !== null && openFollowUp(state) !== null);
  const moved = await refuseIfMoved(services.db, services, row, { field, body, base, commandId });
  if (moved) return moved;
  const begun = base === undefined ? {} : { begunFrom: base };
  return (await isUnchanged(services.db, services, row, body))
    ? ok({ brought: begun, data: { draft: undefined } })
    : ok({ brought: { reworded: true, ...begun }, data: { draft: undefined, [field]: body } });
}

/** The draft is named: what was written since is another one. */
async function drafted<K extends 'submit-for-review' | 'send-response'>(
  services: Services,
  row: ViewRow,
  { kind }: { kind: K },
) {
  const draft = underReview(row) ?? (await currentDraft(services.db, row));
  if (!draft) return refuse('no-draft-yet');
  return ok({ command: { kind, draftAuthor: draft.author, draftId: draft.id } });
}

async function merging(
  services: Services,
  row: ViewRow,
  { into }: Typed<'merge'>,
  { actor }: By,
): Promise<Result<Found<'merge'>>> {
  const target = await services.db.taRequest.findFirst({
    // What a conflict wall hides from whoever decides is not there to merge into.
    where: { id: into, AND: [{ id: outsideWalls(actor) }] },
    select: { status: true, requesterId: true },
  });
  const problem = mergeProblem(row, target) ?? (await mergeProblemOfWalls(services, row.id, into));
  if (problem) return refuseAt('/into', problem);
  return ok({ command: { kind: 'merge', into, samePerson: true } });
}

function mergeProblem(row: ViewRow, target: { status: string; requesterId: string } | null) {
  if (!target) return 'merge-into-unknown';
  if (target.requesterId !== row.requesterId) return 'merge-of-another-person';
  return isOpen(target.status as RequestStatus) ? null : 'merge-into-closed';
}

/** What goes on about it goes on in the other one: from whom it is hidden, that has to be hidden first. */
async function mergeProblemOfWalls({ db }: Services, id: string, into: string) {
  const walls = await db.conflictWall.findMany({
    where: { requestId: { in: [id, into] }, brokenAt: null },
    select: { requestId: true, staffId: true },
  });
  const behind = (requestId: string) =>
    walls.filter((wall) => wall.requestId === requestId).map(({ staffId }) => staffId);
  const there = behind(into);
  return behind(id).every((staffId) => there.includes(staffId)) ? null : 'merge-past-wall';
}

async function reclassification(
  services: Services,
  row: ViewRow,
  decision: Typed<'reclassify'>,
): Promise<Result<Found<'reclassify'>>> {
  // A document named alone means: review it.
  const kind = decision.requestKind ?? (decision.documentKind ? 'document-review' : row.kind);
  const kept = decision.requestKind === undefined ? row.documentKind : null;
  const documentKind = (decision.documentKind === undefined ? kept : decision.documentKind) ?? undefined;
  const tVisaRelated = decision.tVisaRelated ?? row.tVisaRelated ?? undefined;
  const program = await programOf(services, row);
  const errors = documentErrors({ kind, documentKind, tVisaRelated }, program);
  if (errors.length > 0) return refuse('kind-without-document', errors);
  const as = { kind, documentKind, tVisaRelated };
  // Most kinds ask for no course.
  const without = classify(as, program, []);
  const isAsked = without.ok && without.value.missing.length > 0;
  const classified = isAsked
    ? classify(as, program, await passedCourses(services.db, row.requesterId))
    : without;
  if (!classified.ok) return classified;
  const { missing } = classified.value;
  return ok({
    command: {
      kind: 'reclassify',
      requestKind: classified.value.kind,
      documentKind: classified.value.documentKind,
      missing,
    },
    data: { classification: JSON.stringify({ tVisaRelated: classified.value.tVisaRelated }) },
  });
}
