import type { ReleaseField } from '../../domain/releases/release-texts.js';
import { processWords } from '../process-words.js';

/** Its owner is the release, its key the request's: it goes with the request. */
export const releaseText = processWords<ReleaseField>({ table: 'release_text', owner: 'release_id' });
