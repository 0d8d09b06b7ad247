import type { Actor } from '../../../../domain/people/actor.js';
import type { RequestStatus } from '../../../../domain/requests/statuses.js';
import { formatPair } from '../../../../domain/time/format.js';
import { questionPast } from '../../../../usecases/calls/questions/question-past.js';
import type { AppServices } from '../../../app-deps.js';
import { fromCallText as text } from '../../../text/en/pages/from-call.js';
import { statusLabels } from '../../../text/en/pages/staff.js';
import { staffPaths as paths } from '../staff-paths.js';

/** What became of a question. Its timeline goes on in the request's: each leads to the other. */
export async function questionHistory(services: AppServices, actor: Actor, questionId: string, zone: string) {
  const past = await questionPast(services, actor, questionId);
  const request = past?.request;
  return {
    historyTitle: text.history,
    history: (past?.steps ?? []).map(({ step, at }) => ({
      text: text.staffSteps[step],
      when: formatPair(at, zone),
    })),
    request: request && {
      href: paths.request(request.id),
      text: text.request(request.reference, statusLabels[request.status as RequestStatus]),
    },
  };
}
