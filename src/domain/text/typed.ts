/**
 * What may stand in typed words. A line (a name, an id, words of a search) has no control characters, no line ends
 * and nothing that turns the direction of what is shown after it; a text has tabs and line ends besides. Both show
 * something: what a reader can't see hides who somebody is, and makes two of what is one.
 */

/** White space and characters without a shape, as the inside of a character class. Joiners (ZWJ, ZWNJ) are among them. */
const INVISIBLE =
  String.raw`\u0020\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u202f` +
  String.raw`\u205f-\u2065\u206a-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb` +
  '\u{1bca0}-\u{1bca3}\u{1d159}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}';
/** What is left out around a line. */
const WHITE = String.raw`\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff`;
/** Embeddings, overrides and isolates of the direction of writing. */
const TURNING = String.raw`\u202a-\u202e\u2066-\u2069`;
const LINE_END = String.raw`\u2028\u2029`;
const NOT_IN_TEXTS = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f`;
const NOT_IN_LINES = String.raw`\u0000-\u001f\u007f-\u009f${LINE_END}${TURNING}`;
const UNSEEN_IN_TEXTS = String.raw`\t\n\r${LINE_END}${TURNING}${INVISIBLE}`;

/** As JSON Schema takes it. Each class begins where the one before must end, so nothing is tried twice. */
export const LINE_PATTERN = `^[${INVISIBLE}]*[^${INVISIBLE}${NOT_IN_LINES}][^${NOT_IN_LINES}]*$`;
export const BLANK_OR_LINE_PATTERN = `^[${WHITE}]*$|${LINE_PATTERN}`;
export const TEXT_PATTERN = `^[${UNSEEN_IN_TEXTS}]*[^${UNSEEN_IN_TEXTS}${NOT_IN_TEXTS}][^${NOT_IN_TEXTS}]*$`;

/** `broken`: half a character, as a cut through the middle of one leaves it. */
export type TypedProblem = 'empty' | 'control' | 'broken' | 'turning' | 'invisible';

const BROKEN = /[\ud800-\udfff]/u;
const TURNS = new RegExp(`[${TURNING}]`, 'u');
const CONTROL_IN_LINE = new RegExp(String.raw`[\u0000-\u001f\u007f-\u009f${LINE_END}]`, 'u');
const CONTROL_IN_TEXT = new RegExp(`[${NOT_IN_TEXTS}]`, 'u');
const SEEN = new RegExp(`[^${UNSEEN_IN_TEXTS}]`, 'u');

/** Null: it is a line. */
export function whyNoLine(typed: string): TypedProblem | null {
  if (CONTROL_IN_LINE.test(typed)) return 'control';
  if (TURNS.test(typed)) return 'turning';
  return brokenOrUnseen(typed);
}

/** Null: it is a text. */
export function whyNoText(typed: string): TypedProblem | null {
  return CONTROL_IN_TEXT.test(typed) ? 'control' : brokenOrUnseen(typed);
}

function brokenOrUnseen(typed: string): TypedProblem | null {
  if (BROKEN.test(typed)) return 'broken';
  if (SEEN.test(typed)) return null;
  return typed.trim() === '' ? 'empty' : 'invisible';
}

/** Line of a text, counted from 1, that holds the first control character. */
export function lineOfControl(typed: string): number {
  return typed.slice(0, typed.search(CONTROL_IN_TEXT)).split('\n').length;
}

/** How long a text is to its reader, and in JSON Schema: a character outside of the basic plane counts once. */
export function isLongerThan(typed: string, max: number): boolean {
  return typed.length > max && (typed.length > 2 * max || [...typed].length > max);
}
