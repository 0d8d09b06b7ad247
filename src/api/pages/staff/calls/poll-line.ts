import type { Actor } from '../../../../domain/people/actor.js';
import { readPoll } from '../../../../usecases/calls/read-poll.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { callPageText as text } from '../../../text/en/pages/staff-calls/call-page.js';

/** Of fewer answers a mean would tell what single people said. */
const FEWEST = 5;

/** What the two questions after a call came to; null: nobody answered. */
export async function pollLine(services: AppServices, actor: Actor, callId: string): Promise<string | null> {
  const { answers, useful, easyToFollow } = unwrap(await readPoll(services, actor, callId));
  if (answers === 0) return null;
  if (answers < FEWEST || useful === null || easyToFollow === null) return text.poll.few(answers, FEWEST);
  return text.poll.line(answers, useful.toFixed(1), easyToFollow.toFixed(1));
}
