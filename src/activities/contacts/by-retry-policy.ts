import { ApplicationFailure, activityInfo } from '@temporalio/activity';

/** Not now; wait at least that long. */
export interface Again {
  state: 'again';
  afterMs: number;
}

const FIRST_MS = 30_000;

/**
 * "Again" as a failure, which the retry policy tries again: after half a minute, then twice as long each time, up to
 * `longestMs`, and never sooner than it was asked to wait. How long in all is the policy's `scheduleToCloseTimeout`.
 */
export function byRetryPolicy<Input, Done extends { state: string }>(
  activity: (input: Input) => Promise<Done | Again>,
  { longestMs }: { longestMs: number },
): (input: Input) => Promise<Done> {
  return async (input) => {
    const done = await activity(input);
    if (!isAgain(done)) return done;
    const backoff = Math.min(longestMs, FIRST_MS * 2 ** (activityInfo().attempt - 1));
    throw ApplicationFailure.create({
      message: 'not now',
      type: 'again',
      nextRetryDelay: Math.max(done.afterMs, backoff),
      // Expected: no worker need warn of it.
      category: 'BENIGN',
    });
  };
}

function isAgain(done: { state: string }): done is Again {
  return done.state === 'again';
}
