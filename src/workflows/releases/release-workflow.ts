import {
  type ActivityOptions,
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import { carryOutOnRelease, releaseRefusalOf } from '../../domain/releases/decide-release.js';
import { whenReleaseIsDue } from '../../domain/releases/release-due.js';
import { applyReleaseFact } from '../../domain/releases/release-facts.js';
import type { ReleaseEvent, ReleaseFact, ReleaseState } from '../../domain/releases/release-state.js';
import { isReleaseOver } from '../../domain/releases/release-statuses.js';
import type { Starts } from '../../ports/process-inputs.js';
import { historyIsLong, Journal } from '../journal.js';
import { decideReleaseUpdate, mendRelease, releaseFact } from './release-messages.js';

const RECORDING: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
};
const { recordReleaseEvent } = proxyActivities<Activities>(RECORDING);

/**
 * One release: what of a request may go to whom outside the program, from being asked for to its end.
 *
 * **The requester decides** (`domain/releases/release-decisions.ts`) to `sign` or to `decline`, and they or staff to `revoke` it
 * at any time. **By itself comes** (`domain/releases/release-due.ts`) a `warning` before its end, its `expiry`, and the `lapse` of
 * what nobody signed. **Things happen** (`domain/releases/release-facts.ts`): it is `not-needed` any more.
 */
export async function release(input: Starts['release']): Promise<void> {
  const consent = new Journal<ReleaseState, ReleaseEvent, ReleaseFact>(input, applyReleaseFact);
  consent.decides(decideReleaseUpdate, { refusalOf: releaseRefusalOf, carryOut: carryOutOnRelease });
  consent.hears(releaseFact);
  consent.mends(mendRelease);

  while (true) {
    for (const news of consent.unrecorded()) {
      await consent.record(
        recordReleaseEvent.executeWithOptions({ ...RECORDING, summary: news.event.type }, [
          { v: 1, ...news },
        ]),
        () => ({ state: news.state }),
      );
    }
    // Nothing is unrecorded here: between the two no message is handled.
    if (isReleaseOver(consent.state.status)) break;
    if (historyIsLong(input.continueAfterEvents)) {
      await consent.untilQuiet();
      if (consent.isQuiet) return continueAsNew<typeof release>({ ...input, ...consent.carriedOver });
    }
    await consent.nextDueUnlessSomethingHappens(whenReleaseIsDue);
  }
  await condition(allHandlersFinished);
}
