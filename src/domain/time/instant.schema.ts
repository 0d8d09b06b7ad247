import { z } from 'zod';

/** An ISO 8601 instant with a zone or Z, read into UTC with milliseconds. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: 'Give an instant with its zone, like 2026-11-25T17:00:00-08:00.' })
  .refine((value) => !Number.isNaN(Date.parse(value)), 'There is no such moment.')
  .refine((value) => /^(19[7-9]|20|21)/.test(value), 'Give a year from 1970 to 2199.')
  .transform((value) => new Date(value).toISOString());
