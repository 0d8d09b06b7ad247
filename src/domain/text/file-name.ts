import { cut, cutStart } from './clean.js';
import { whyNoLine } from './typed.js';

const LONGEST = 120;
const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/**
 * The last part of a file's name, without what would turn it around ("annexe‮fdp.exe"), and short enough to be shown,
 * its end kept. Null: it holds control characters.
 */
export function plainFileName(name: string): string | null {
  const last = (name.split(/[/\\]/).at(-1) ?? '').replace(TURNING, '').trim();
  const [, stem = last, extension = ''] = /^(.*)(\.[a-z0-9]{1,10})$/isu.exec(last) ?? [];
  const why = whyNoLine(stem);
  if (why === 'control' || why === 'broken') return null;
  // What shows nothing could not be told from its neighbours.
  const shown = why === null ? last : `document${extension}`;
  return shown.length > LONGEST ? `${cut(shown, 100)}…${cutStart(shown, 15)}` : shown;
}
