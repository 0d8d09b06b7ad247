import type { PdfRun } from '../../ports/pdf.js';
import { type Face, faceOf } from './fonts.js';

/** What is drawn in one go: one face, one link, on one line. */
export interface Segment {
  text: string;
  face: Face;
  link?: string;
  /** What stands here in truth, where no font has the character and a box is drawn instead. */
  actual?: string;
}

export type Line = Segment[];

export interface Measure {
  widthOf(text: string, face: Face): number;
  has(codePoint: number, face: Face): boolean;
}

type Piece = Segment & { width: number };

const NO_GLYPH = '□';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Only what leads to a page or a mailbox becomes a link: nothing that a reader's program would run. */
const linkOf = (link: string | undefined) =>
  link && /^(?:https?:\/\/|mailto:)/i.test(link) ? link : undefined;

/** Without what no font draws: controls, marks of direction, halves of characters. What joins characters stays. */
function plain(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(
      /[^\P{Cc}\n]|\p{Cs}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,
      '',
    )
    .normalize('NFC');
}

/** A word, cut where the font ends: what it can't draw is a box that says what it stands for. */
function drawable(text: string, style: Omit<Segment, 'text'>, measure: Measure): Segment[] {
  const known = (part: string) => [...part].every((one) => measure.has(one.codePointAt(0) ?? 0, style.face));
  if (known(text)) return [{ ...style, text }];
  const segments: Segment[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = segments.at(-1);
    if (!known(segment)) segments.push({ ...style, text: NO_GLYPH, actual: segment });
    else if (last && last.actual === undefined) last.text += segment;
    else segments.push({ ...style, text: segment });
  }
  return segments;
}

/** Each element is a word of one or more pieces (its style may change inside), a space, or an end of line. */
function* wordsOf(runs: PdfRun[], measure: Measure): Generator<Piece[] | ' ' | '\n'> {
  let word: Piece[] = [];
  for (const run of runs) {
    const style = { face: faceOf(run), link: linkOf(run.link) };
    for (const part of plain(run.text).split(/([ \n])/)) {
      if (part === '') continue;
      if (part === ' ' || part === '\n') {
        if (word.length) yield word;
        word = [];
        yield part;
      } else
        for (const one of drawable(part, style, measure))
          word.push({ ...one, width: measure.widthOf(one.text, one.face) });
    }
  }
  if (word.length) yield word;
}

const widthOf = (pieces: Piece[]) => pieces.reduce((sum, { width }) => sum + width, 0);

/** A word that is wider than a line, cut into parts that fit, between characters as people see them. */
function* cut(word: Piece[], width: number, measure: Measure): Generator<Piece[]> {
  let part: Piece[] = [];
  let used = 0;
  for (const piece of word) {
    let open: Piece | undefined;
    for (const { segment } of graphemes.segment(piece.text)) {
      const more = measure.widthOf(segment, piece.face);
      if (used + more > width && used > 0) {
        yield part;
        part = [];
        used = 0;
        open = undefined;
      }
      if (open) {
        open.text += segment;
        open.width += more;
      } else {
        open = { ...piece, text: segment, width: more };
        part.push(open);
      }
      used += more;
    }
  }
  if (part.length) yield part;
}

const alike = (one: Segment, other: Segment) =>
  one.face === other.face &&
  one.link === other.link &&
  one.actual === undefined &&
  other.actual === undefined;

function append(line: Line, next: Segment): void {
  const last = line.at(-1);
  if (last && alike(last, next)) last.text += next.text;
  else line.push({ ...next });
}

/** Breaks runs into lines of at most `width` points. Each line but the last ends with its space, so that no two words are read as one. */
export function linesOf(
  runs: PdfRun[],
  width: number,
  measure: Measure,
  { keepSpaces = false }: { keepSpaces?: boolean } = {},
): Line[] {
  const lines: Line[] = [];
  let line: Line = [];
  let used = 0;
  const space = (face: Face) => measure.widthOf(' ', face);
  const end = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  const put = (pieces: Piece[]) => {
    for (const { width: _, ...segment } of pieces) append(line, segment);
    used += widthOf(pieces);
  };
  for (const word of wordsOf(runs, measure)) {
    if (word === '\n') {
      const last = line.at(-1);
      if (last) append(line, { text: ' ', face: last.face, link: last.link });
      end();
    } else if (word === ' ') {
      const last = line.at(-1);
      const after = last ?? { face: faceOf(runs[0] ?? {}) };
      const repeated = !last || last.text.endsWith(' ');
      if (repeated && !keepSpaces) continue;
      append(line, { text: ' ', face: after.face, link: last?.link });
      used += space(after.face);
    } else {
      const wide = widthOf(word);
      if (used + wide > width && used > 0) end();
      if (wide <= width) put(word);
      else
        for (const part of cut(word, width, measure)) {
          if (used + widthOf(part) > width && used > 0) end();
          put(part);
        }
    }
  }
  if (line.length) end();
  return lines;
}
