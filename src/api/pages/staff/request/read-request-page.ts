import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { requestWorkflowId } from '../../../../domain/requests/workflow-id.js';
import { awayOf } from '../../../../usecases/absences/who-is-away.js';
import { questionPast } from '../../../../usecases/calls/questions/question-past.js';
import { isRequestHeld } from '../../../../usecases/erasure/holds.js';
import { mailsAbout } from '../../../../usecases/mail/mail-log.js';
import { listIntroductions } from '../../../../usecases/mentors/list-introductions.js';
import { otherRequests, useOfProgram } from '../../../../usecases/people/history-of-person.js';
import { heldUpSince } from '../../../../usecases/read-trouble.js';
import { releasesInForce } from '../../../../usecases/releases/releases-in-force.js';
import { draftsAtWork } from '../../../../usecases/requests/drafts-at-work.js';
import { readFeedback } from '../../../../usecases/requests/feedback.js';
import { requestResponse } from '../../../../usecases/requests/read-request.js';
import { requestContent } from '../../../../usecases/requests/request-content.js';
import { similarRequests } from '../../../../usecases/requests/similar-requests.js';
import { tasksOf } from '../../../../usecases/requests/tasks.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { StaffUser } from '../require-staff.js';
import { loadRequest, type StaffRequest } from './load-request.js';

export type RequestPageRead = Awaited<ReturnType<typeof readRequestPage>>;

/** All that the page of a request shows. @throws ProblemError when it isn't there */
export async function readRequestPage(services: AppServices, me: StaffUser, id: string) {
  const request = await loadRequest(services, me, id);
  const { view } = request;
  const content = unwrap(await requestContent(services, me, id));
  return {
    me,
    now: services.clock.now(),
    request,
    content,
    ...(await beside(services, me, request)),
    past: view.fromCall ? await questionPast(services, me, view.fromCall.questionId) : null,
    draftAtWork: (await draftsAtWork(services, me, [id])).get(id),
    tasks: unwrap(await tasksOf(services, me, id)),
    mail: unwrap(await mailsAbout(services, me, id)),
    feedback: unwrap(await readFeedback(services, me, id)),
    introductions: unwrap(await listIntroductions(services, me, { requestId: id, limit: 10 })).items,
    releasesInForce: unwrap(await releasesInForce(services, me, id)),
    legalHold: unwrap(await isRequestHeld(services, me, id)),
    answer: await answerOf(services, me, view),
  };
}

/** What is known of who asked and who has it, and of requests like it. */
async function beside(
  services: AppServices,
  me: StaffUser,
  { view: { id, episode, assignee }, requesterId, organization }: StaffRequest,
) {
  const [similar, others, use] = await Promise.all([
    similarRequests(services, me, id),
    otherRequests(services, me, { id, requesterId, organizationId: organization?.id ?? null }),
    useOfProgram(services, me, requesterId),
  ]);
  return {
    similar: unwrap(similar),
    others: unwrap(others),
    use: unwrap(use),
    away: unwrap(await awayOf(services, me, assignee?.id ?? null)),
    heldSince: unwrap(await heldUpSince(services, me, requestWorkflowId(id, episode))),
  };
}

/** As it was sent. */
async function answerOf(services: AppServices, me: StaffUser, view: RequestView): Promise<string | null> {
  if (!view.links.response || (view.status !== 'responded' && view.status !== 'closed')) return null;
  const answer = await requestResponse(services, me, view.id);
  return answer.ok ? answer.value.body : null;
}
