import type { RequestStatus } from '../../../../domain/requests/statuses.js';
import { questionPast } from '../../../../usecases/calls/questions/question-past.js';
import type { AppServices } from '../../../app-deps.js';
import type { Reader } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';

/** What became of a question. Its timeline goes on in the request's: each leads to the other. */
export async function questionHistory(
  services: AppServices,
  { actor, texts }: Reader,
  questionId: string,
  zone: string,
) {
  const text = texts.requester.fromCall;
  const past = await questionPast(services, actor, questionId);
  const request = past?.request;
  return {
    historyTitle: text.history,
    history: (past?.steps ?? []).map(({ step, at }) => ({
      text: text.staffSteps[step],
      when: texts.dates.pair(at, zone),
    })),
    request: request && {
      href: paths.request(request.id),
      text: text.request(request.reference, texts.staff.statuses[request.status as RequestStatus]),
    },
  };
}
