import type { CallDeadline } from '../../../../domain/calls/call-state.js';
import { formatPair } from '../../../../domain/time/format.js';
import { nextSteps } from '../../../text/staff-calls/call-words.js';
import { roomText } from '../../../text/staff-calls/room.js';

/** What comes next by itself, and when. */
export function nextStep(
  next: CallDeadline | null | undefined,
  zone: string,
): { text: string; when: string | null } {
  if (!next) return { text: roomText.nothingNext, when: null };
  return { text: nextSteps[next.kind], when: formatPair(next.at, zone) };
}
