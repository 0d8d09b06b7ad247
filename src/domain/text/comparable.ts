import { withoutUnseen } from './clean.js';

/** Without a shape, and as wide as a letter: a blank to the eye. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/gu;

/** A text as it is compared: letter case, punctuation, spacing and what has no shape aside. */
export function comparable(text: string): string {
  return withoutUnseen(text.replace(FILLERS, ' '))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
