import type { CallDeadline } from '../../../../domain/calls/call-state.js';
import type { Texts } from '../../../text/texts.js';

/** What comes next by itself, and when. */
export function nextStep(
  texts: Texts,
  next: CallDeadline | null | undefined,
  zone: string,
): { text: string; when: string | null } {
  const { callPage, nextSteps } = texts.staff.calls;
  if (!next) return { text: callPage.nothingNext, when: null };
  return { text: nextSteps[next.kind], when: texts.dates.pair(next.at, zone) };
}
