import { z } from 'zod';
import {
  BLANK_OR_LINE_PATTERN,
  isLongerThan,
  LINE_PATTERN,
  lineOfControl,
  TEXT_PATTERN,
  type TypedProblem,
  whyNoLine,
  whyNoText,
} from './typed.js';

const WORDS: Record<TypedProblem, string> = {
  empty: 'Enter something here.',
  invisible: 'This shows nothing. Enter something that can be read.',
  control: 'Remove line breaks and control characters.',
  turning: 'Remove the characters that turn the direction of writing.',
  broken: 'Part of a character is missing. Type it again.',
};

const wordsForLine = (typed: unknown) => WORDS[whyNoLine(String(typed)) ?? 'control'];

function wordsForText(typed: unknown): string {
  const why = whyNoText(String(typed)) ?? 'control';
  if (why !== 'control') return WORDS[why];
  return `Line ${lineOfControl(String(typed))} holds a control character, which can’t be shown. Type that line anew.`;
}

const atMost = (max: number) =>
  [
    (typed: string) => !isLongerThan(typed, max),
    { error: `Use at most ${max} characters.`, abort: true },
  ] as const;

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
