import type { Instant } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';
import { tendPrivacy } from '../../usecases/privacy/tend-privacy.js';

export interface TendPrivacyRequest {
  v: 1;
  id: string;
  /** When it was due; a decision comes before that. */
  at: Instant;
}

/** Does what is due about a wish by now; `next` is null where it has ended. */
export function tendPrivacyActivity(services: RecordServices) {
  return ({ id, at }: TendPrivacyRequest): Promise<{ next: Instant | null }> => tendPrivacy(services, id, at);
}
