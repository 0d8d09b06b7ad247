import bidiFactory from 'bidi-js';
import type { Face } from './fonts.js';
import type { Line, Segment } from './lines.js';

/** What is drawn in one go, as its letters stand on paper, `x` points from where the line begins. */
interface Stroke {
  drawn: string;
  fromRight: boolean;
  x: number;
  width: number;
}

/** A part of a line that is read in one go. */
export interface Placed extends Segment {
  /** From left to right. */
  strokes: Stroke[];
}

export interface PlacedLine {
  /** In the order in which they are read, which is not always from left to right. */
  parts: Placed[];
  width: number;
  /** The line begins at the right edge. */
  rightToLeft: boolean;
}

type Measured = (text: string, face: Face) => number;
type Part = { segment: Segment; text: string; level: number; digits: boolean };

// Its types speak of an ES module; what Node loads is the function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** Blocks of Unicode whose letters run right to left, as far as a font here might have them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const OF_SUCH_SCRIPT = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Places each line of a block, by Unicode's bidirectional algorithm (UAX 9). A block runs from the right where its first letter and
 * most of its letters do: a sentence in English may begin with a name in Hebrew, or quote one at length.
 */
export function placeLines(lines: Line[], measured: Measured): PlacedLine[] {
  const whole = lines.flatMap((line) => line.map(({ text }) => text)).join('');
  if (!RIGHT_TO_LEFT.test(whole)) return lines.map((line) => placed(line.map(fromLeft), false, measured));
  const rightToLeft = runsFromRight(whole);
  const { levels } = bidi.getEmbeddingLevels(whole, rightToLeft ? 'rtl' : 'ltr');
  let at = 0;
  return lines.map((line) => {
    const from = at;
    at += line.reduce((length, { text }) => length + text.length, 0);
    return placed(partsOf(line, lineLevels(levels, whole, from, at, rightToLeft)), rightToLeft, measured);
  });
}

const fromLeft = (segment: Segment): Part => ({ segment, text: segment.text, level: 0, digits: false });

function runsFromRight(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const fromRight = letters.filter((letter) => RIGHT_TO_LEFT.test(letter));
  return letters[0] !== undefined && letters[0] === fromRight[0] && 2 * fromRight.length > letters.length;
}

/** Spaces at the end of a line stand at its edge (rule L1). */
function lineLevels(levels: Uint8Array, whole: string, from: number, until: number, rightToLeft: boolean) {
  const own = levels.slice(from, until);
  for (let at = until - 1; at >= from && whole[at] === ' '; at--) own[at - from] = Number(rightToLeft);
  return own;
}

/** Cuts segments where the direction changes, and digits of a script from the right, which a font turns around, from what is before and after. */
function partsOf(line: Line, levels: Uint8Array): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const segment of line) {
    let last: Part | undefined;
    for (const one of segment.text) {
      const level = levels[at] ?? 0;
      at += one.length;
      const digit = level % 2 === 0 && OF_SUCH_SCRIPT.test(one);
      if (last?.level === level && last.digits === digit) last.text += one;
      else {
        last = { segment, text: one, level, digits: digit };
        parts.push(last);
      }
    }
  }
  return parts;
}

function placed(parts: Part[], rightToLeft: boolean, measured: Measured): PlacedLine {
  const strokes: Stroke[] = [];
  let width = 0;
  for (const index of asSeen(parts)) {
    const { segment, text, level, digits } = parts[index] as Part;
    const fromRight = level % 2 === 1;
    const drawn = fromRight ? mirrored(text) : digits ? backwards(text) : text;
    const stroke = { drawn, fromRight, x: width, width: measured(drawn, segment.face) };
    strokes[index] = stroke;
    width += stroke.width;
  }
  return { parts: readInOneGo(parts, strokes), width, rightToLeft };
}

/**
 * Within a segment, what runs from the right is drawn from left to right all the same, without its actual text beside it: programs
 * that read PDFs turn such words around themselves, and were seen to turn the actual text as well.
 */
function readInOneGo(parts: Part[], strokes: Stroke[]): Placed[] {
  const read: Placed[] = [];
  parts.forEach(({ segment, text, level }, index) => {
    const before = parts[index - 1];
    const last = read.at(-1);
    const stroke = strokes[index] as Stroke;
    if (last && level > 0 && before?.segment === segment && before.level > 0) {
      last.text += text;
      last.strokes.push(stroke);
    } else read.push({ ...segment, text, strokes: [stroke] });
  });
  for (const part of read) part.strokes.sort((one, other) => one.x - other.x);
  return read;
}

/** Brackets open the other way. A font turns words around itself, by their letters; signs by themselves are turned here. */
function mirrored(text: string): string {
  const other = graphemesOf(text).map((one) => bidi.getMirroredCharacter(one) ?? one);
  return OF_SUCH_SCRIPT.test(text) ? other.join('') : other.reverse().join('');
}

const backwards = (text: string) => graphemesOf(text).reverse().join('');

const graphemesOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);

/** The parts from left to right (rule L2): from the highest level down to the lowest odd one, what is at it or above is turned around. */
function asSeen(parts: Part[]): number[] {
  const order = parts.map((_, index) => index);
  const levelAt = (place: number) => parts[order[place] as number]?.level ?? 0;
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      let until = from;
      while (until < order.length && levelAt(until) >= level) until++;
      if (until === from) continue;
      order.splice(from, until - from, ...order.slice(from, until).reverse());
      from = until;
    }
  }
  return order;
}
