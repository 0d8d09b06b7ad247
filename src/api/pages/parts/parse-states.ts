import { STATES } from '../../../domain/program/states.js';
import { withoutUnseen } from '../../../domain/text/clean.js';

const CODES = new Map(
  STATES.flatMap(({ code, name }) => [code, name].map((word) => [word.toLowerCase(), code] as const)),
);
/** More would not help anybody to find the slip. */
const MOST_UNKNOWN = 5;
const LONGEST_SHOWN = 40;

/**
 * Names or codes of states, separated by commas, semicolons or line ends. `unknown`: words that are neither, the
 * first few of them, cut.
 */
export function parseStates(text: string): { codes: string[]; unknown: string[] } {
  const words = text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const word of words) {
    const code = CODES.get(withoutUnseen(word).toLowerCase().replace(/\.$/, ''));
    if (code) codes.add(code);
    else if (unknown.length < MOST_UNKNOWN) unknown.push(word.slice(0, LONGEST_SHOWN));
  }
  return { codes: [...codes], unknown };
}

export function stateName(code: string): string {
  return STATES.find((state) => state.code === code)?.name ?? code;
}

/** Choices for a select; `first`: what the empty one says. */
export const stateChoices = (first: string): { value: string; text: string }[] => [
  { value: '', text: first },
  ...STATES.map(({ code, name }) => ({ value: code, text: name })),
];
