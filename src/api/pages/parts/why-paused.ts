import type { RequestStatus } from '../../../domain/requests/statuses.js';
import type { Texts } from '../../text/texts.js';

type Paused = Texts['paused'];

/** What is said of a clock that stands still; where the status doesn't say why, an answer is waited for. */
export function whyPaused({ paused }: Texts, status: RequestStatus): Paused[keyof Paused] {
  return paused[Object.hasOwn(paused, status) ? (status as keyof Paused) : 'awaiting-information'];
}
