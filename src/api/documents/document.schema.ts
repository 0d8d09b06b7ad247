import { z } from 'zod';
import { DOCUMENT_KINDS } from '../../domain/requests/submission.schema.js';

/** Fields of the multipart body beside `file`. Without a kind it is the one the request names. */
export const documentFields = z.strictObject({
  documentKind: z.enum(DOCUMENT_KINDS, 'Use a kind of document.').optional(),
});

export const documentViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  documentKind: z.string(),
  mediaType: z.string(),
  size: z.int(),
  createdAt: z.iso.datetime(),
  links: z.object({ self: z.string() }),
});
export type DocumentView = z.infer<typeof documentViewSchema>;
