import { z } from 'zod';

/** One line of text as typed into a field: trimmed, without control characters. */
export const lineSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Enter something here.')
    .max(max, `Use at most ${max} characters.`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'Remove line breaks and control characters.');

/** Left out, null, blank and undefined are the same. */
export const optionalLineSchema = (max: number) =>
  z
    .string()
    .nullish()
    .transform((value) => value?.trim() || undefined)
    .pipe(lineSchema(max).optional());
