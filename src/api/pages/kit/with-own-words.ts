import type { FieldError } from '../../../domain/result.js';
import { type Fields, one } from './fields.js';

/** Where an input was left empty, the page's own words for it stand instead of the schema's general ones. */
export function withOwnWords(
  errors: readonly FieldError[],
  fields: Fields,
  words: Record<string, string>,
): FieldError[] {
  return errors.map((error) => {
    const name = error.pointer.slice(1);
    const own = words[name];
    return own !== undefined && one(fields, name).trim() === '' ? { ...error, message: own } : error;
  });
}
