import { z } from 'zod';
import { says } from '../refusals/says.js';

export const EXPORT_FORMATS = ['pdf', 'json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_MEDIA: Record<ExportFormat, string> = {
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
};
/** The same without what belongs to a type. */
export const EXPORT_TYPES = Object.values(EXPORT_MEDIA).map((media) => media.split(';')[0] ?? media);

/** What a file of a request is made under, and as what. */
export const exportOpeningSchema = z.strictObject({
  releaseId: z.uuid().toLowerCase(),
  format: z.enum(EXPORT_FORMATS, says('export-format')),
});
export type ExportOpening = z.infer<typeof exportOpeningSchema>;
