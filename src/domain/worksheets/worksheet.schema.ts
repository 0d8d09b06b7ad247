import { z } from 'zod';
import { optionalLineSchema, optionalTextSchema } from '../text/typed.schema.js';

/** What was done, how, and what for: the federal definition of trafficking in three parts. */
export const WORKSHEET_PARTS = ['act', 'means', 'purpose'] as const;
export type WorksheetPart = (typeof WORKSHEET_PARTS)[number];

/** What is written down of each part. */
export const WORKSHEET_COLUMNS = ['facts', 'evidence', 'gaps'] as const;
export type WorksheetColumn = (typeof WORKSHEET_COLUMNS)[number];

/** What a worksheet that is attached becomes: this document of the program, under this name. */
export const WORKSHEET_KIND = 'emp-worksheet';
export const WORKSHEET_FILE = 'emp-worksheet.pdf';

/** Force, fraud or coercion need not be shown for sex trafficking of somebody under 18; for labor at any age. */
export const WORKSHEET_VARIANTS = ['sex-adult', 'sex-minor', 'labor'] as const;
export type WorksheetVariant = (typeof WORKSHEET_VARIANTS)[number];

export const needsMeans = (variant: WorksheetVariant): boolean => variant !== 'sex-minor';

/** Characters in one field; all nine of them still fit into one form, whatever is typed. */
export const WORKSHEET_MOST = 4_000;
const LABEL_MOST = 80;

const words = optionalTextSchema(WORKSHEET_MOST);
const partSchema = z.object({ facts: words, evidence: words, gaps: words });

export const worksheetSchema = z.object({
  /** What its owner calls it, never the client's name. */
  label: optionalLineSchema(LABEL_MOST),
  variant: z.enum(WORKSHEET_VARIANTS),
  act: partSchema,
  means: partSchema,
  purpose: partSchema,
});
export type WorksheetWords = z.infer<typeof worksheetSchema>;

const NOTHING = { facts: undefined, evidence: undefined, gaps: undefined };

export const emptyWorksheet = (variant: WorksheetVariant): WorksheetWords => ({
  label: undefined,
  variant,
  act: NOTHING,
  means: NOTHING,
  purpose: NOTHING,
});

/** All that was written into it, in the order it is read. */
export const writtenIn = (worksheet: WorksheetWords): string[] =>
  [
    worksheet.label,
    ...WORKSHEET_PARTS.flatMap((part) => WORKSHEET_COLUMNS.map((column) => worksheet[part][column])),
  ].filter((text) => text !== undefined);

/** Of each part that must be shown there are facts. */
export const isFilledIn = (worksheet: WorksheetWords): boolean =>
  WORKSHEET_PARTS.every(
    (part) => worksheet[part].facts !== undefined || (part === 'means' && !needsMeans(worksheet.variant)),
  );
