import type { RecipientKind, ReleasePart } from '../releases/release-scope.js';
import { as } from './row.js';

/** About what goes to somebody outside the program. */
export const releaseRefusals = {
  /** The way on is to ask the requester for one. */
  'no-release': as<{ recipientKind: RecipientKind; parts: ReleasePart[] }>('not-allowed-now'),
  'only-directors-release': as('forbidden'),
  'not-your-release': as('forbidden'),
  'no-such-release': as('not-found'),
  'release-ended': as('not-allowed-now'),
  'release-not-now': as('not-allowed-now'),
  'too-many-releases': as('not-allowed-now'),
  'only-directors-export': as('forbidden'),
  'no-such-export': as('not-found'),
  'export-over': as('not-allowed-now'),
  'too-many-exports': as('not-allowed-now'),
};
