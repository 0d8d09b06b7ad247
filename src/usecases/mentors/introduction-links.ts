import type { IntroductionEventType, Side } from '../../domain/mentors/introduction-state.js';
import type { RecordServices } from '../../ports/services.js';
import { hashToken } from '../tokens.js';

/** What a link asks: whether they agree, or how it went. The second takes the place of the first. */
type Asks = 'consent' | 'follow-up';

export const introductionToken = (
  { vault }: Pick<RecordServices, 'vault'>,
  { id, side, asks }: { id: string; side: Side; asks: Asks },
): string => vault.fingerprint('introduction-link', `${id}/${side}/${asks}`);

/** The links that work from an event on, as digests of their tokens. */
export function linksFrom(
  services: Pick<RecordServices, 'vault'>,
  id: string,
  type: IntroductionEventType,
): { requesterTokenHash?: string; mentorTokenHash?: string } {
  const hash = (side: Side, asks: Asks) => hashToken(introductionToken(services, { id, side, asks }));
  switch (type) {
    case 'proposed':
      return { requesterTokenHash: hash('requester', 'consent') };
    case 'requester-consented':
      return { mentorTokenHash: hash('mentor', 'consent') };
    case 'follow-up-asked':
      return {
        requesterTokenHash: hash('requester', 'follow-up'),
        mentorTokenHash: hash('mentor', 'follow-up'),
      };
    default:
      return {};
  }
}
