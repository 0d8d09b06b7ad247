import type { FieldError, Problem } from '../../domain/result.js';
import { say, type ToldError } from '../text/say.js';
import type { Texts } from '../text/texts.js';

/** Errors as templates want them: a summary with links, and each field's own words. */
export interface PageErrors {
  summary: { text: string; href?: string }[];
  byField: Record<string, ErrorMessage>;
}

/** `visuallyHiddenText`: what it is, for those who don’t see its color. */
interface ErrorMessage {
  text: string;
  visuallyHiddenText: string;
}

/** What is wrong with a field: a reason, or in the page's own words. */
export type PageError = FieldError | ToldError;

/** A refusal of which a page may say in its own words what is wrong with its fields. */
export type PageProblem = Omit<Problem, 'errors'> & { errors?: PageError[] };

/** What a page read from what was typed. */
export type Read<T> = { ok: true; value: T } | { ok: false; problem: PageProblem };

/** The words for one of them. */
export function wordsOf(texts: Texts, error: PageError): string {
  return 'message' in error ? error.message : say(texts, error);
}

export const errorMessage = ({ kit }: Texts, text: string): ErrorMessage => ({
  text,
  visuallyHiddenText: kit.error,
});

/** Nobody reads more in one summary. */
const MOST_SHOWN = 50;

export const NO_ERRORS: PageErrors = { summary: [], byField: {} };

/**
 * Turns pointers into ids of fields: `/requester/email` → `requester-email`, `/topics/2` → `topics`.
 * `ids` renames those whose field stands elsewhere on the page. A field keeps its first message.
 */
export function pageErrors(
  texts: Texts,
  errors: readonly PageError[],
  ids: Record<string, string> = {},
): PageErrors {
  const page: PageErrors = { summary: [], byField: {} };
  for (const error of errors.slice(0, MOST_SHOWN)) {
    const { pointer } = error;
    const id = ids[pointer] ?? idOf(pointer);
    if (page.byField[id]) continue;
    const text = wordsOf(texts, error);
    page.byField[id] = errorMessage(texts, text);
    page.summary.push(id ? { text, href: `#${id}` } : { text });
  }
  return page;
}

function idOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .filter((part) => !/^\d+$/.test(part))
    .join('-');
}
