import { pause } from '../../adapters/host/process-kit.js';

/**
 * Waits until `/readyz` answers 200.
 * @returns null when ready, else the last thing it said.
 */
export async function waitUntilReady(input: {
  port: number;
  timeoutMs: number;
  giveUp(): boolean;
}): Promise<string | null> {
  const end = Date.now() + input.timeoutMs;
  let last = 'no answer';
  while (Date.now() < end && !input.giveUp()) {
    try {
      const answer = await fetch(`http://127.0.0.1:${input.port}/readyz`, {
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.ok) return null;
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    await pause(100);
  }
  return last;
}
