import type { Actor } from '../../domain/people/actor.js';
import { followUpReading } from '../../domain/requests/after-answer.js';
import type { RequestState } from '../../domain/requests/state.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { LedgerDay } from '../../domain/time/types.js';
import type { Services } from '../../ports/services.js';
import type { FollowUpView } from './ask-follow-up.js';
import { openCaseText } from './case-text.js';
import { logAccess } from './read-request.js';
import { toView, viewContext } from './request-view.js';
import { visibleRequest } from './visible-request.js';

export interface FollowUpRead extends FollowUpView {
  question: string;
  answer: string | null;
  /** Its own deadline explained day by day. */
  days: LedgerDay[];
}

/** The follow-up question and its answer, for the requester, the supervisor who confirmed, and staff. Reading it is logged. */
export async function readFollowUp(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<FollowUpRead>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const context = await viewContext(services.db, services, actor);
  const { followUp } = toView(row, context);
  if (!followUp) return refuse('no-follow-up-yet');
  const texts = await services.db.caseText.findMany({
    where: {
      requestId: id,
      status: 'effective',
      OR: [
        { id: followUp.id },
        { field: 'follow-up-answer', createdAt: { gte: new Date(followUp.askedAt) } },
      ],
    },
    orderBy: { createdAt: 'asc' },
  });
  const textOf = (field: string) => {
    const text = texts.find((one) => one.field === field);
    return text ? openCaseText(services, row, text) : null;
  };
  const state = row.processState as unknown as RequestState;
  const program = await services.programs.byVersion(services.db, row.programVersionId);
  const reading = followUpReading(state, { calendar: context.calendar, program, at: context.now });
  await logAccess(services, actor, id, 'response');
  return ok({
    ...followUp,
    question: textOf('follow-up') ?? '',
    answer: textOf('follow-up-answer'),
    days: reading?.days ?? [],
  });
}
