import type { StaffRole } from '../../../../domain/people/actor.js';
import { may } from '../../../../domain/people/permissions.js';
import { callFor } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { OPEN_STATUSES } from '../../../../domain/requests/statuses.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { courtDateOf } from '../../../../usecases/requests/request-row.js';
import type { Texts } from '../../../text/texts.js';
import { toldApart } from '../../parts/told-apart.js';
import type { StaffRequest } from '../request/load-request.js';
import type { StaffUser } from '../require-staff.js';
import type { Choice, FormContext } from './decision-form.js';

/** Looks up what the forms' choices are made of. */
export async function formContext(
  services: Services,
  texts: Texts,
  me: StaffUser,
  { view, program }: StaffRequest,
): Promise<FormContext> {
  // What is picked here is shown, and linked, as the program has it today.
  const { program: current } = services.programs.current();
  const open = { status: { in: OPEN_STATUSES } };
  const staff = await services.db.staff.findMany({
    where: { active: true },
    orderBy: { name: 'asc' },
    include: { _count: { select: { assigned: { where: open } } } },
  });
  return {
    staff: staff.map(({ email, name, role, _count }) => ({
      email,
      name,
      role: role as StaffRole,
      open: _count.assigned,
    })),
    kinds: program.kinds.map(({ id, label }) => ({ value: id, text: label })),
    documents: program.documents
      .filter(({ reviewed }) => reviewed)
      .map(({ id, label }) => ({ value: id, text: label })),
    candidates: await candidates(services, texts, view.id, program),
    mayJudge: may(me, 'decision.decline-ethics'),
    resources: resourceChoices(current, view),
    workshops: current.workshops.map(({ id, title }) => ({ value: id, text: title })),
    maxExtension: program.clock.extension.maxByStaff,
    call: callFor(current, view.requester.role)?.title ?? null,
    hasSupervisor: view.supervisor !== null,
    mentors: program.referrals.mentors,
  };
}

/** Resources on the request's topics first. */
function resourceChoices(program: Program, { topics }: Pick<RequestView, 'topics'>): Choice[] {
  const fits = (resource: Program['resources'][number]) =>
    resource.topics.some((topic) => topics.includes(topic));
  return [...program.resources]
    .sort((a, b) => Number(fits(b)) - Number(fits(a)))
    .map(({ id, title, publisher }) => ({ value: id, text: title, hint: publisher }));
}

/** Open requests of the same person, the oldest first: what a request is merged into nearly always. */
async function candidates(services: Services, texts: Texts, id: string, program: Program): Promise<Choice[]> {
  const { requesterId } = await services.db.taRequest.findUniqueOrThrow({
    where: { id },
    select: { requesterId: true },
  });
  const rows = await services.db.taRequest.findMany({
    where: { requesterId, id: { not: id }, status: { in: OPEN_STATUSES } },
    orderBy: { receivedAt: 'asc' },
    take: 20,
    select: {
      id: true,
      reference: true,
      kind: true,
      documentKind: true,
      topics: true,
      courtDeadlineDate: true,
      receivedAt: true,
    },
  });
  return rows.map((row) => ({
    value: row.id,
    text: row.reference,
    hint: `${formatShortDateTime(row.receivedAt.toISOString(), program.zone)} · ${toldApart(texts, program, { ...row, courtDate: courtDateOf(row) })}`,
  }));
}
