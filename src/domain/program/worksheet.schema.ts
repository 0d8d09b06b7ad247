import { z } from 'zod';
import { nameSchema, textSchema } from './values.schema.js';

/** A heading and what stands under it; left out: the desk's own words. */
const wordsSchema = z.strictObject({ label: nameSchema.optional(), hint: textSchema.optional() });

/** What a program may say in its own words on the EMP worksheet. The law is its business, not the desk's. */
export const worksheetTextsSchema = z.strictObject({
  title: nameSchema.optional(),
  lead: textSchema.optional(),
  variants: z
    .strictObject({
      'sex-adult': wordsSchema.optional(),
      'sex-minor': wordsSchema.optional(),
      labor: wordsSchema.optional(),
    })
    .optional(),
  parts: z
    .strictObject({
      act: wordsSchema.optional(),
      means: wordsSchema.optional(),
      purpose: wordsSchema.optional(),
    })
    .optional(),
  /** Stands with the means where they need not be shown. */
  meansNotNeeded: textSchema.optional(),
  /** Stands with the purpose of labor trafficking. */
  laborPurpose: textSchema.optional(),
});
