import {
  type ActivityOptions,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import { carryOutOnIntroduction, introductionRefusalOf } from '../../domain/mentors/decide-introduction.js';
import { whenIntroductionIsDue } from '../../domain/mentors/introduction-due.js';
import { applyIntroductionFact } from '../../domain/mentors/introduction-facts.js';
import type {
  IntroductionEvent,
  IntroductionFact,
  IntroductionState,
} from '../../domain/mentors/introduction-state.js';
import { isIntroductionOver } from '../../domain/mentors/introduction-statuses.js';
import type { Starts } from '../../ports/process-inputs.js';
import { historyIsLong, Journal } from '../journal.js';
import {
  decideIntroductionUpdate,
  introductionFact,
  mendIntroduction,
} from './mentor-introduction-messages.js';

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordIntroductionEvent } = proxyActivities<Activities>(RECORDING);

/**
 * One requester and one mentor: whether they are introduced to each other, and how that went.
 *
 * **People decide** (`domain/mentors/introduction-decisions.ts`). The requester is asked first: they `consent`, or
 * `decline`. Then the mentor is asked the same; only when both have said yes each learns who the other is. Until then the
 * requester may `withdraw`. Later each may `answer` how it went. Staff may `end` it at any time.
 *
 * **By itself comes** (`domain/mentors/introduction-due.ts`) a `reminder` to whoever is asked, and the end of the wait
 * (`unanswered`); after the introduction both are asked how it went (`follow-up`), and it closes (`close`).
 * **Things happen** (`domain/mentors/introduction-facts.ts`): `calendar-changed`, `mentor-left`,
 * and the same two are being introduced twice, since two records became one (`joined`).
 */
export async function mentorIntroduction(input: Starts['mentorIntroduction']): Promise<void> {
  const introduction = new Journal<IntroductionState, IntroductionEvent, IntroductionFact>(
    input,
    applyIntroductionFact,
  );
  introduction.decides(decideIntroductionUpdate, {
    refusalOf: introductionRefusalOf,
    carryOut: carryOutOnIntroduction,
  });
  introduction.hears(introductionFact);
  introduction.mends(mendIntroduction);

  while (true) {
    for (const news of introduction.unrecorded()) {
      await introduction.record(
        recordIntroductionEvent.executeWithOptions({ ...RECORDING, summary: news.event.type }, [
          { v: 1, ...news },
        ]),
        (planned) => ({ state: { ...news.state, ...planned } }),
      );
    }
    // Nothing is unrecorded here: between the two no message is handled.
    if (isIntroductionOver(introduction.state.status)) break;
    if (historyIsLong(input.continueAfterEvents)) {
      await introduction.untilQuiet();
      if (introduction.isQuiet) {
        return continueAsNew<typeof mentorIntroduction>({ ...input, ...introduction.carriedOver });
      }
    }
    await introduction.nextDueUnlessSomethingHappens(whenIntroductionIsDue);
  }
  await condition(allHandlersFinished);
}
