import { cut, cutStart, withoutHidden } from './clean.js';
import { whyNoLine } from './typed.js';

const LONGEST = 120;

/**
 * The last part of a file's name, without what can't be seen in it or would turn it around ("annexe‮fdp.exe"), and
 * short enough to be shown, its end kept. Null: it holds control characters.
 */
export function plainFileName(name: string): string | null {
  const last = withoutHidden(name.split(/[/\\]/).at(-1) ?? '');
  const why = whyNoLine(last);
  if (why === 'control' || why === 'broken') return null;
  const [, stem = last, extension = ''] = /^(.*)(\.[a-z0-9]{1,10})$/isu.exec(last) ?? [];
  // What shows nothing could not be told from its neighbours.
  const shown = whyNoLine(stem) === null ? last : `document${extension}`;
  return shown.length > LONGEST ? `${cut(shown, 100)}…${cutStart(shown, 15)}` : shown;
}
