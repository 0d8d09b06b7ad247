import type { FieldError, Problem } from '../../domain/result.js';

/** Errors as templates want them: a summary with links, and each field's own words. */
export interface PageErrors {
  summary: { text: string; href?: string }[];
  byField: Record<string, { text: string }>;
}

/** Nobody reads more in one summary. */
const MOST_SHOWN = 50;

export const NO_ERRORS: PageErrors = { summary: [], byField: {} };

/**
 * Turns pointers into ids of fields: `/requester/email` → `requester-email`, `/topics/2` → `topics`.
 * `ids` renames those whose field stands elsewhere on the page. A field keeps its first message.
 */
export function pageErrors(errors: readonly FieldError[], ids: Record<string, string> = {}): PageErrors {
  const page: PageErrors = { summary: [], byField: {} };
  for (const { pointer, message } of errors.slice(0, MOST_SHOWN)) {
    const id = ids[pointer] ?? idOf(pointer);
    if (page.byField[id]) continue;
    page.byField[id] = { text: message };
    page.summary.push(id ? { text: message, href: `#${id}` } : { text: message });
  }
  return page;
}

/** A refusal as a page shows it: its fields if it names any, else its words. */
export function problemErrors(problem: Problem, ids: Record<string, string> = {}): PageErrors {
  if (problem.errors?.length) return pageErrors(problem.errors, ids);
  return { summary: [{ text: problem.detail }], byField: {} };
}

function idOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .filter((part) => !/^\d+$/.test(part))
    .join('-');
}
