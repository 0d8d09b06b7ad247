import { z } from 'zod';
import { isLongerThan } from './typed.js';

/** What answers hold. Their bounds are those by which the words were let in, so that callers can rely on them. */
export const shownWords = (max: number) =>
  z
    .string()
    .refine((text) => !isLongerThan(text, max))
    .meta({ maxLength: max });

export const shownEmail = z.string().max(254).meta({ format: 'email' });
export const shownState = z.string().regex(/^[A-Z]{2}$/);
/** The id of something in the program file, or a code of ours. */
export const shownCode = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** An address below this desk, or the whole of one. */
export const shownLink = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/|\/)\S+$/);
export const shownReference = z.string().regex(/^TA-\d{4}-\d{4,9}$/);
export const shownCount = z.int().min(0).max(2_147_483_647);
export const shownCursor = z
  .string()
  .max(500)
  .regex(/^[\w-]+$/)
  .nullable();
