import type { PageError } from '../../views/page-errors.js';
import { type Fields, one } from './fields.js';

/** Where an input was left empty, the page's own words for it stand instead of the schema's general ones. */
export function withOwnWords(
  errors: readonly PageError[],
  fields: Fields,
  words: Record<string, string>,
): PageError[] {
  return errors.map((error) => {
    const name = error.pointer.slice(1);
    const own = words[name];
    return own !== undefined && one(fields, name).trim() === '' ? { ...error, message: own } : error;
  });
}
