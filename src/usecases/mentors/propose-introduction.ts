import { LIVE_INTRODUCTIONS } from '../../domain/mentors/introduction-statuses.js';
import { mayMentorBeProposed } from '../../domain/mentors/may-be-proposed.js';
import type { IntroductionProposal } from '../../domain/mentors/mentor.schema.js';
import { planIntroduction } from '../../domain/mentors/plan-introduction.js';
import { proposeIntroduction } from '../../domain/mentors/propose-introduction.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { isTopic } from '../../domain/program/lookup.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { holdCalendar } from '../calendar/lock-calendar.js';
import { isRefused } from '../conduct/active-refusal.js';
import { makeDataKey } from '../data-keys.js';
import { lock } from '../lock.js';
import { asJson } from '../process-events.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { visibleRequest } from '../requests/visible-request.js';
import type { IntroductionView } from './introduction-view.schema.js';
import { isMentorFree, lockMentor } from './mentor-row.js';
import { readIntroduction } from './read-introduction.js';
import { todayOf } from './read-mentor.js';
import { derivedOf, writeIntroductionEvent } from './write-introduction-event.js';

/**
 * Proposes a mentor to a requester, who is asked first. The same `commandId` is the same proposal. Refuses `forbidden`,
 * `not-found`, `not-allowed-now` (the request is over, the mentor can't be asked, it runs already), `invalid` (of the same organization, the
 * requester themself, an unknown area).
 */
export async function proposeMentor(
  services: Services,
  actor: Actor,
  proposal: IntroductionProposal,
  { commandId: id }: { commandId: string },
): Promise<Result<IntroductionView>> {
  if (!may(actor, 'mentors.keep')) return refuse('only-staff-keep-mentors');
  const found = await visibleRequest(services, actor, proposal.requestId);
  if (!found.ok) return found;
  const over = refusedAsOver(found.value);
  if (over) return over;
  const { program } = services.programs.current();
  if (!program.referrals.mentors) return refuse('no-mentors');
  const { mentorId, topic, sameOrganization } = proposal;
  if (!isTopic(program, topic)) return refuseAt('/topic', 'mentor-topic');
  const { id: requestId, requesterEmail, organizationId } = found.value;
  const proposed = await recordingOrRefusal(services, async (rec): Promise<Result<null>> => {
    const { tx } = rec;
    // Nobody becomes one with another person meanwhile, or what is proposed would stay behind.
    await lock(tx, 'addresses');
    const mentor = await lockMentor(tx, mentorId);
    if (!mentor) return refuseAt('/mentorId', 'no-such-mentor');
    const { requesterId, ...request } = await tx.taRequest.findUniqueOrThrow({
      where: { id: requestId },
      select: { requesterId: true, status: true },
    });
    if ((await tx.introduction.count({ where: { id } })) > 0) return ok(null);
    const overMeanwhile = refusedAsOver(request);
    if (overMeanwhile) return overMeanwhile;
    const refused = await refusalOf(rec, services, { mentor, requesterId, organizationId, sameOrganization });
    if (refused) return refused;
    await holdCalendar(tx);
    const by = actorRef(actor);
    const at = rec.at;
    const { state, event } = proposeIntroduction({
      introductionId: id,
      rules: program.mentoring,
      actor: by,
      at: at.toISOString(),
    });
    const { remindersAt } = program.clock;
    const plan = planIntroduction({ state, calendar: await loadCalendar(tx, services), remindersAt });
    const planned = { ...state, ...plan };
    const dataKey = makeDataKey(rec, services, 'introduction');
    const row = await tx.introduction.create({
      data: {
        ...derivedOf(planned),
        ...{ id, mentorId, requesterId, requestId, requesterEmail, topic, sameOrganization },
        dataKeyId: dataKey.id,
        proposedAt: at,
        proposedBy: by,
        processState: asJson(planned),
        version: 0,
      },
    });
    await writeIntroductionEvent(rec, services, { row: { ...row, dataKey }, state: planned, event });
    rec.outbox.start('mentorIntroduction', introductionWorkflowId(id), { v: 1, state: planned });
    return ok(null);
  });
  return proposed.ok ? readIntroduction(services, actor, id) : proposed;
}

function refusedAsOver(request: { status: string }) {
  const status = request.status as RequestStatus;
  return mayMentorBeProposed(status) ? null : refuse('mentor-request-over', { status });
}

async function refusalOf(
  { tx, at }: Recording,
  services: Services,
  {
    mentor,
    requesterId,
    organizationId,
    sameOrganization,
  }: {
    mentor: { id: string; personId: string };
    requesterId: string;
    organizationId: string | null;
    sameOrganization: boolean;
  },
) {
  if (mentor.personId === requesterId) return refuseAt('/mentorId', 'mentor-is-requester');
  const running = { mentorId: mentor.id, requesterId, status: { in: LIVE_INTRODUCTIONS } };
  if ((await tx.introduction.count({ where: running })) > 0) return refuse('introduction-running');
  const today = todayOf(services, at);
  if (!(await isMentorFree(tx, mentor.id, { at, today })))
    return refuseAt('/mentorId', 'mentor-not-available');
  // Nobody learns here why.
  if (await isRefused(tx, requesterId, at)) return refuse('requester-not-introduced');
  const person = await tx.person.findUniqueOrThrow({ where: { id: mentor.personId } });
  const same = person.organizationId !== null && person.organizationId === organizationId;
  return same && !sameOrganization ? refuseAt('/sameOrganization', 'mentor-same-organization') : null;
}
