import type { z } from 'zod';
import { suggest } from './suggest.js';

type Issue = z.core.$ZodIssue;

/** Turns what the schema found into words for someone who edits the file. `value` is what stands there. */
export function explainSetting(issue: Issue, value: unknown): string {
  if (value === undefined) return `is missing: add it${expectation(issue, ', as ')}`;
  if (value === null && issue.code === 'invalid_type') {
    return `has no value: write ${expectation(issue, '') || 'one'}`;
  }
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? says(issue.message, value) : wrongType(issue, value);
    case 'invalid_value':
      return oneOf(issue.values.map(String), value);
    case 'invalid_union':
      return issue.discriminator ? oneOf(['week', 'month'], value) : says(issue.message, value);
    default:
      return says(issue.message, value);
  }
}

/** For a setting the schema doesn't know: `known` are those it does, `meant` the likely one. */
export function explainUnknown({
  key,
  known,
  meant,
}: {
  key: string;
  known: string[];
  meant: string | null;
}) {
  if (meant) return `is not a setting: did you mean ${meant}?`;
  if (/\s/.test(key)) return 'is not a setting: a text with a comma or colon in it needs quotes around it';
  return `is not a setting: remove it, or use one of ${known.join(', ')}`;
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'settings of its own, indented below it',
};

function expectation(issue: Issue, before: string): string {
  if (issue.code === 'invalid_type') return `${before}${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `${before}one of ${issue.values.join(', ')}`;
  return '';
}

function wrongType(issue: Issue, value: unknown): string {
  const message = `must be ${expectation(issue, '')}`;
  const expected = issue.code === 'invalid_type' ? issue.expected : '';
  if (expected === 'number' && typeof value === 'string' && Number.isFinite(Number(value))) {
    return `${message}: write ${value} without quotes`;
  }
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `${message}: put it in quotes, like '${value}'`;
  }
  if (expected === 'array')
    return `${message}: write its entries in [ ] or each on a line that begins with "- "`;
  return says(message, value);
}

function oneOf(values: string[], value: unknown): string {
  const meant = typeof value === 'string' ? suggest(value, values) : null;
  const choice = values.length === 1 ? values[0] : `one of ${values.join(', ')}`;
  return says(`must be ${choice}`, value) + (meant ? `; did you mean ${meant}?` : '');
}

/** Adds what the file says, where that is short enough to help. */
function says(message: string, value: unknown): string {
  const scalar = ['string', 'number', 'boolean'].includes(typeof value);
  if (!scalar || value === '' || String(value).length > 40) return message;
  return `${message} (it says ${typeof value === 'string' ? `"${value}"` : String(value)})`;
}
