import { z } from 'zod';
import { SCAN_STATES } from '../../domain/documents/scan-states.js';
import { says } from '../../domain/refusals/says.js';
import { DOCUMENT_KINDS } from '../../domain/requests/submission.schema.js';
import { shownCode, shownCount, shownLink, shownWords } from '../../domain/text/shown.schema.js';

/** Fields of the multipart body beside `file`. Without a kind it is the one the request names. */
export const documentFields = z.strictObject({
  documentKind: z.enum(DOCUMENT_KINDS, says('document-kind')).optional(),
});

/** `preview` changes nothing any more: what strangers made is never shown in a browser as it is. */
export const documentQuery = z.strictObject({ as: z.enum(['preview']).optional() });

export const documentViewSchema = z.object({
  id: z.uuid(),
  name: shownWords(120),
  documentKind: shownCode,
  mediaType: shownWords(120),
  size: shownCount,
  /** Whether it can be opened yet: `clean` and `not-scanned` can. */
  scan: z.enum(SCAN_STATES),
  createdAt: z.iso.datetime(),
  links: z.object({ self: shownLink }),
});
export type DocumentView = z.infer<typeof documentViewSchema>;
