import type { Texts } from '../../../text/texts.js';
import type { PageError } from '../../../views/page-errors.js';
import type { Field } from '../../kit/form.js';
import type { Standing } from '../../kit/form-page.js';
import { foundIn, identifiersCheck, identifiersProblem } from '../../kit/identifiers-check.js';

/**
 * What staff typed, looked through for what may tell who a client is. `errors`: said until the box in `fields` is
 * checked, which is asked for after the first try.
 */
export function checkedWords(
  texts: Texts,
  standing: Standing,
  words: string,
): { fields: Field[]; errors: PageError[] } {
  const { confirm, error } = texts.staff.answer.identifiers;
  return {
    fields: identifiersCheck(standing, foundIn(texts, words), confirm),
    errors: identifiersProblem(standing.typed, words, error),
  };
}
