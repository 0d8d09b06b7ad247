const NOT_IN_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]+/gu;

/** Words from elsewhere as a line: for what another system or a file's name says, and nobody can be asked to correct. */
export function cleanLine(text: string, max: number): string {
  return cut(text.replace(NOT_IN_A_LINE, ' ').replace(/\s+/g, ' ').trim(), max);
}

/** Without what has no shape, so that two writings that look the same compare equal. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

const HIDDEN = /[\p{Default_Ignorable_Code_Point}\u202a-\u202e\u2066-\u2069\ufff0-\ufffb]+/gu;
/** Scripts whose letters never need a joiner between them. */
const NEEDS_NONE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** A space to the eye, whatever its number. The breaks of lines aren't among them. */
const BLANKS = /[ \p{Zs}\u2800]+/gu;

/** For a name that other people choose files by: nothing in it that they can't see, and no blank but the one. */
export function withoutHidden(text: string): string {
  const seen = text.replace(HIDDEN, (hidden, at: number) => {
    const before = text.charAt(at - 1);
    const joins = /^[\u200c\u200d]$/.test(hidden) && /[\p{L}\p{M}]/u.test(before) && !NEEDS_NONE.test(before);
    return joins ? hidden : '';
  });
  return seen.replace(BLANKS, ' ').trim();
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first `max` units at most, never ending within what a reader takes for one character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // A character may be long, but where one begins is found by looking a little further than the cut.
  const within = characters.segment(text.slice(0, max + 64)).containing(max);
  return text.slice(0, within?.index || wholeUpTo(text, max));
}

/** Never through the two halves of one code point. */
function wholeUpTo(text: string, max: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
}

/** The last `max` units at most, beginning with a whole character. */
export function cutStart(text: string, max: number): string {
  if (text.length <= max) return text;
  const rest = text.slice(-(max + 64));
  const at = rest.length - max;
  const within = characters.segment(rest).containing(at);
  if (within === undefined || within.index === at) return rest.slice(at);
  return rest.slice(within.index + within.segment.length);
}
