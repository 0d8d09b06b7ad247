import { z } from 'zod';
import { says } from '../refusals/says.js';
import {
  BLANK_OR_LINE_PATTERN,
  isLongerThan,
  LINE_PATTERN,
  lineOfControl,
  TEXT_PATTERN,
  whyNoLine,
  whyNoText,
} from './typed.js';

const wordsForLine = (typed: unknown) => says(whyNoLine(String(typed)) ?? 'control');

function wordsForText(typed: unknown): string {
  const why = whyNoText(String(typed)) ?? 'control';
  if (why !== 'control') return says(why);
  return says('control-in-line', { line: lineOfControl(String(typed)) });
}

const atMost = (max: number) =>
  [(typed: string) => !isLongerThan(typed, max), { error: says('too-long', { max }), abort: true }] as const;

/** One line as typed into a field: a name, an id, words to search for. White space around it is left out. */
export const lineSchema = (max: number, { missing }: { missing?: string } = {}) =>
  z
    .string()
    .refine(...atMost(max))
    .refine((typed) => whyNoLine(typed) === null, {
      error: ({ input }) => (missing && whyNoLine(String(input)) === 'empty' ? missing : wordsForLine(input)),
    })
    .trim()
    .meta({ minLength: 1, maxLength: max, pattern: LINE_PATTERN });

/** Left out, null, blank and undefined are the same. */
export const optionalLineSchema = (max: number) =>
  z
    .string()
    .refine(...atMost(max))
    .refine((typed) => [null, 'empty'].includes(whyNoLine(typed)), {
      error: ({ input }) => wordsForLine(input),
    })
    .trim()
    .meta({ maxLength: max, pattern: BLANK_OR_LINE_PATTERN })
    .nullish()
    .transform((value) => value || undefined);

/** Words of several lines that may be left out: null, blank and undefined are the same. */
export const optionalTextSchema = (max: number) =>
  z
    .string()
    .refine(...atMost(max))
    .refine((typed) => [null, 'empty'].includes(whyNoText(typed)), {
      error: ({ input }) => wordsForText(input),
    })
    .trim()
    .meta({ maxLength: max })
    .nullish()
    .transform((value) => value || undefined);

/** Words of several lines: facts, questions, answers, reasons, notes. */
export const textSchema = (max: number, { missing }: { missing?: string } = {}) =>
  z
    .string()
    .refine(...atMost(max))
    .refine((typed) => whyNoText(typed) === null, {
      error: ({ input }) => (missing && whyNoText(String(input)) === 'empty' ? missing : wordsForText(input)),
    })
    .trim()
    .meta({ minLength: 1, maxLength: max, pattern: TEXT_PATTERN });
