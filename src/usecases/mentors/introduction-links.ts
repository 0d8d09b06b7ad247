import type { Side } from '../../domain/mentors/introduction-state.js';
import type { RecordServices } from '../../ports/services.js';

/** What a link asks: whether they agree, or how it went. The second takes the place of the first. */
type Asks = 'consent' | 'follow-up';

export const introductionToken = (
  { vault }: Pick<RecordServices, 'vault'>,
  { id, side, asks }: { id: string; side: Side; asks: Asks },
): string => vault.fingerprint('introduction-link', `${id}/${side}/${asks}`);
