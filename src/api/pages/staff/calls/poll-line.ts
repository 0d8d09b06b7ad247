import type { Services } from '../../../../ports/services.js';
import { roomText as text } from '../../../text/staff-calls/room.js';

/** Of fewer answers a mean would tell what single people said. */
const FEWEST = 5;

/** What the two questions after a call came to; null: nobody answered. */
export async function pollLine({ db }: Pick<Services, 'db'>, callId: string): Promise<string | null> {
  const { _count, _avg } = await db.callPollAnswer.aggregate({
    where: { callId },
    _count: true,
    _avg: { useful: true, easyToFollow: true },
  });
  if (_count === 0) return null;
  const { useful, easyToFollow } = _avg;
  if (_count < FEWEST || useful === null || easyToFollow === null) return text.poll.few(_count, FEWEST);
  return text.poll.line(_count, useful.toFixed(1), easyToFollow.toFixed(1));
}
