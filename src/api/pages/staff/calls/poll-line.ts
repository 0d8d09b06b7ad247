import { readPoll } from '../../../../usecases/calls/read-poll.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Reader } from '../staff-page.js';

/** Of fewer answers a mean would tell what single people said. */
const FEWEST = 5;

/** What the two questions after a call came to; null: nobody answered. */
export async function pollLine(
  services: AppServices,
  { actor, texts }: Reader,
  callId: string,
): Promise<string | null> {
  const text = texts.staff.calls.callPage.poll;
  const { answers, useful, easyToFollow } = unwrap(await readPoll(services, actor, callId));
  if (answers === 0) return null;
  if (answers < FEWEST || useful === null || easyToFollow === null) return text.few(answers, FEWEST);
  return text.line(answers, useful, easyToFollow);
}
