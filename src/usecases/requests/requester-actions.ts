import { validate as isUuid } from 'uuid';
import { LIMITS } from '../../domain/limits.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { maySupervise, needsSupervisor } from '../../domain/program/lookup.js';
import { refuseCourtDate } from '../../domain/requests/court-date-range.js';
import type { Information, SupervisorAnswer } from '../../domain/requests/decision.schema.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { todayOf } from '../calendar/today-of.js';
import { withKey } from '../data-keys.js';
import { tooOften } from '../limits/too-often.js';
import type { RequestRow } from './request-row.js';
import { sendRequestCommand } from './send-request-command.js';
import { actsForRequester, visibleRequest } from './visible-request.js';

interface CommandOptions {
  commandId: string;
  ifMatch?: number;
}

/** The requester answers what was asked; the clock goes on from this receipt. */
export async function answerInformation(
  services: Services,
  actor: Actor,
  id: string,
  input: Information,
  options: CommandOptions,
): Promise<Result<RequestView>> {
  const found = await requestersOwn(services, actor, id);
  if (!found.ok) return found;
  const { row, onBehalfOf } = found.value;
  const supervisor = input.supervisor;
  const slip = supervisor && (await refuseSupervisor(services, row, supervisor, '/supervisor'));
  if (slip) return slip;
  return sendRequestCommand(services, {
    actor,
    row,
    ...options,
    onBehalfOf,
    command: { kind: 'answer-information', newSupervisor: supervisor !== undefined },
    texts: { answer: input.answer, 'new-supervisor': supervisor && JSON.stringify(supervisor) },
  });
}

/** The requester names another supervisor while one has yet to confirm. */
export async function nameSupervisor(
  services: Services,
  actor: Actor,
  id: string,
  supervisor: NamedSupervisor,
  options: CommandOptions,
): Promise<Result<RequestView>> {
  const found = await requestersOwn(services, actor, id);
  if (!found.ok) return found;
  const { row, onBehalfOf } = found.value;
  const slip = await refuseSupervisor(services, row, supervisor, '');
  if (slip) return slip;
  // Each is mailed a link.
  const often = await tooOften(services, actor, LIMITS.supervisors, id);
  if (often) return often;
  return sendRequestCommand(services, {
    actor,
    row,
    ...options,
    onBehalfOf,
    command: { kind: 'name-supervisor' },
    texts: { 'new-supervisor': JSON.stringify(supervisor) },
  });
}

export async function withdrawRequest(
  services: Services,
  actor: Actor,
  id: string,
  { reason }: { reason?: string },
  options: CommandOptions,
): Promise<Result<RequestView>> {
  const found = await requestersOwn(services, actor, id);
  if (!found.ok) return found;
  const { row, onBehalfOf } = found.value;
  return sendRequestCommand(services, {
    actor,
    row,
    ...options,
    onBehalfOf,
    command: { kind: 'withdraw' },
    texts: { 'withdrawal-reason': reason },
  });
}

/** The requester tells another court or filing date, or that there is none any more. */
export async function changeCourtDate(
  services: Services,
  actor: Actor,
  id: string,
  courtDate: Submission['courtOrFilingDeadline'] | null,
  options: CommandOptions,
): Promise<Result<RequestView>> {
  const found = await requestersOwn(services, actor, id);
  if (!found.ok) return found;
  const { row, onBehalfOf } = found.value;
  const slip = refuseCourtDate(courtDate, todayOf(services));
  if (slip) return slip;
  // Sent again, it is the same change.
  const sentBefore = { requestId: id, updateId: options.commandId, field: 'court-deadline' };
  const repeated = (await services.db.caseText.count({ where: sentBefore })) > 0;
  const often = repeated ? null : await tooOften(services, actor, LIMITS.courtDates, id);
  if (often) return often;
  return sendRequestCommand(services, {
    actor,
    row,
    ...options,
    onBehalfOf,
    command: { kind: 'change-deadline' },
    texts: { 'court-deadline': JSON.stringify(courtDate ?? null) },
  });
}

/** The supervisor answers through the mailed link; over the API an admin may act for them. */
export async function confirmSupervisor(
  services: Services,
  actor: Actor,
  id: string,
  { confirms, knows }: SupervisorAnswer,
  options: CommandOptions,
): Promise<Result<RequestView>> {
  const row = isUuid(id)
    ? await services.db.taRequest.findUnique({ where: { id }, include: { assignee: true, ...withKey } })
    : null;
  const isSupervisor = row !== null && actor.kind === 'person' && row.supervisorId === actor.id;
  if (!row || !(isSupervisor || may(actor, 'requests.read'))) {
    return refuse('request-not-yours');
  }
  if (!isSupervisor && !may(actor, 'supervisor.confirm-for')) {
    return refuse('only-supervisor-confirms');
  }
  return sendRequestCommand(services, {
    actor,
    row,
    ...options,
    onBehalfOf: isSupervisor ? null : `person:${row.supervisorId}`,
    command: { kind: 'confirm-supervisor', confirms, ...(confirms || knows === undefined ? {} : { knows }) },
  });
}

type NamedSupervisor = NonNullable<Submission['supervisor']>;

/** What stands against somebody as supervisor of this request; `at` is where they were named. */
async function refuseSupervisor(
  services: Services,
  row: RequestRow,
  { email, role }: NamedSupervisor,
  at: string,
) {
  const program = await services.programs.byVersion(services.db, row.programVersionId);
  if (!needsSupervisor(program, row.requesterRole)) return refuseAt(at, 'supervisor-not-needed');
  if (await isRequesters(services, row, email)) return refuseAt(`${at}/email`, 'supervisor-is-asker');
  return maySupervise(program, role) ? null : refuseAt(`${at}/role`, 'supervisor-role');
}

/** The address of a request, or another one of its requester. */
async function isRequesters({ db }: Services, row: RequestRow, email: string): Promise<boolean> {
  if (email === row.requesterEmail) return true;
  return (await db.personEmail.count({ where: { email, personId: row.requesterId } })) > 0;
}

async function requestersOwn(services: Services, actor: Actor, id: string) {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const { allowed, onBehalfOf } = actsForRequester(actor, found.value);
  if (!allowed) return refuse('only-requester-or-staff');
  return { ok: true as const, value: { row: found.value, onBehalfOf } };
}
