import { z } from 'zod';
import { EXPORT_FORMATS } from '../../domain/exports/export.schema.js';
import { RELEASE_PARTS } from '../../domain/releases/release-scope.js';
import { shownCount, shownLink } from '../../domain/text/shown.schema.js';

/** More than one request can have at a time. */
export const MOST_EXPORTS = 100;

export const exportViewSchema = z.object({
  id: z.uuid(),
  requestId: z.uuid(),
  basis: z.literal('release'),
  basisId: z.uuid(),
  format: z.enum(EXPORT_FORMATS),
  parts: z.array(z.enum(RELEASE_PARTS)).max(RELEASE_PARTS.length),
  size: shownCount,
  madeAt: z.iso.datetime(),
  /** Until then it can be downloaded, as long as what it was made under is in force. */
  expiresAt: z.iso.datetime(),
  handedOut: shownCount,
  links: z.object({ self: shownLink, file: shownLink }),
});
export type ExportView = z.infer<typeof exportViewSchema>;

export const exportsViewSchema = z.object({ items: z.array(exportViewSchema).max(MOST_EXPORTS) });
