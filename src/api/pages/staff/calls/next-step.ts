import type { CallDeadline } from '../../../../domain/calls/call-state.js';
import { formatPair } from '../../../../domain/time/format.js';
import { callPageText } from '../../../text/en/pages/staff-calls/call-page.js';
import { nextSteps } from '../../../text/en/pages/staff-calls/call-words.js';

/** What comes next by itself, and when. */
export function nextStep(
  next: CallDeadline | null | undefined,
  zone: string,
): { text: string; when: string | null } {
  if (!next) return { text: callPageText.nothingNext, when: null };
  return { text: nextSteps[next.kind], when: formatPair(next.at, zone) };
}
