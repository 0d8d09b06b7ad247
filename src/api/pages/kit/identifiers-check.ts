import { findIdentifiers } from '../../../domain/requests/identifier-warning.js';
import type { Texts } from '../../text/texts.js';
import { one } from './fields.js';
import type { Field, FoundWords } from './form.js';
import { isWrong, type Standing } from './form-page.js';

const NAME = 'identifiersChecked';

/** What in words may tell who a client is. */
export function foundIn(texts: Texts, words: string): FoundWords[] {
  const { kinds, inLine } = texts.requester.form.identifiers;
  const lineOf = (start: number) => words.slice(0, start).split('\n').length;
  return findIdentifiers(words).map(({ kind, excerpt, start }) => ({
    what: kinds[kind],
    excerpt,
    ...(words.includes('\n') ? { where: inLine(lineOf(start)) } : {}),
  }));
}

/** The box that says it may go as it is; asked only after a try: who checks it has seen what was found. */
export function identifiersCheck(
  standing: Standing,
  found: FoundWords[],
  confirm: string,
  name = NAME,
): Field[] {
  const asked = isWrong(standing, name) || one(standing.typed, name) === 'yes';
  if (!asked || found.length === 0) return [];
  return [
    { type: 'found', found },
    { type: 'checkboxes', name, choices: [{ value: 'yes', text: confirm }] },
  ];
}

/** Said at that box until it is checked. */
export function identifiersProblem(fields: Standing['typed'], words: string, message: string) {
  const checked = one(fields, NAME) === 'yes' || findIdentifiers(words).length === 0;
  return checked ? [] : [{ pointer: `/${NAME}`, message }];
}
