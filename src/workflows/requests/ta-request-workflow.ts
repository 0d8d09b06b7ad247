import {
  type ActivityOptions,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { RequestFact } from '../../domain/requests/command.js';
import { carryOut, refusalOf } from '../../domain/requests/decide.js';
import { whenDue } from '../../domain/requests/due.js';
import type { RequestEvent } from '../../domain/requests/events.js';
import { completedMeanwhile } from '../../domain/requests/facts.js';
import type { RequestState } from '../../domain/requests/state.js';
import { isEnded } from '../../domain/requests/statuses.js';
import type { Starts } from '../../ports/process-inputs.js';
import { historyIsLong, Journal, now } from '../journal.js';
import { applyNews } from './apply-news.js';
import { decide, mend, requestFact } from './ta-request-messages.js';

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  // A worker that was killed is noticed soon: the people who decided are waiting.
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordRequestEvent } = proxyActivities<Activities>(RECORDING);

/**
 * One episode of a TA request, from receipt to its end: a question that is to be answered within the promise, whose
 * clock stands still while others are waited for.
 *
 * **People decide** (`domain/requests/decisions.ts`). Staff work on it: `assign` it, `request-information`, `extend` the
 * time, `submit-for-review`, `send-response`, and what else changes it on the way; or end it: `decline`, `merge`,
 * `close` and the like, and `reopen`, which ends this episode and begins the next. The requester may
 * `answer-information` and `withdraw`, and after the answer `ask-follow-up` once; the supervisor `confirm-supervisor`.
 *
 * **Things happen** (`domain/requests/facts.ts`): `course-completed`, of which the last one awaited starts the clock;
 * `calendar-changed`; `merged-in`, another request of the same person; `worksheet-attached`, which makes it an analysis;
 * `closing-held` while a reopening is asked for.
 *
 * **By itself comes** (`domain/requests/due.ts`) what nobody prevented. While something is waited for: reminders, then
 * the end, such as `information-lapse`. While the clock runs: reminders, and past the promise `escalation`, again and
 * again. Before a court or filing date, clock or no clock: `court-warning`, and after it `court-passed`. After the
 * answer: the follow-up's own `follow-up-reminder` and `follow-up-escalation`, and in the silence `closing-notice`, then
 * `closing`. Of each task that staff set, open or answered: `task-due`, and `task-overdue`.
 */
export async function taRequest(input: Starts['taRequest']): Promise<void> {
  const request = new Journal<RequestState, RequestEvent, RequestFact>(input, applyNews);
  request.decides(decide, { refusalOf, carryOut });
  request.hears(requestFact);
  request.mends(mend);

  while (true) {
    // Audit, pages, mails, and the dates on the calendar of the day.
    for (const news of request.unrecorded()) {
      await request.record(
        recordRequestEvent.executeWithOptions({ ...RECORDING, summary: news.event.type }, [
          { v: 1, ...news },
        ]),
        ({ next, dueAt, passed }) => ({
          state: { ...news.state, next, dueAt },
          facts: completedMeanwhile(news.state, passed, now()),
        }),
      );
    }
    // Nothing is unrecorded here: between the two no message is handled.
    if (isEnded(request.state.status)) break;
    if (historyIsLong(input.continueAfterEvents)) {
      await request.untilQuiet();
      if (request.isQuiet) return continueAsNew<typeof taRequest>({ ...input, ...request.carriedOver });
    }
    await request.nextDueUnlessSomethingHappens(whenDue);
  }
  await condition(allHandlersFinished);
}
