import { z } from 'zod';
import { says } from '../refusals/says.js';

/** An ISO 8601 instant with a zone or Z, read into UTC with milliseconds. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: says('instant') })
  .refine((value) => !Number.isNaN(Date.parse(value)), says('no-such-moment'))
  .refine((value) => /^(19[7-9]|20|21)/.test(value), says('year'))
  .transform((value) => new Date(value).toISOString());
