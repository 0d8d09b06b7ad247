import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch that is in both texts, or in the earlier or the later alone. */
export interface Stretch {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** So many words, or lines, may differ; beyond, or after so long, less is told apart. */
const BOUNDS = { maxEditLength: 4_000, timeout: 250 };

/**
 * What changed from one version to the next: by words; where they are too far apart, by lines; else as a whole. Both
 * texts can be put together again from it. Pure but for its patience.
 */
export function compareTexts(earlier: string, later: string): Stretch[] {
  if (earlier === later) return later === '' ? [] : [{ kind: 'same', text: later }];
  const changes = diffWordsWithSpace(earlier, later, BOUNDS) ?? diffLines(earlier, later, BOUNDS);
  if (!changes)
    return [
      { kind: 'removed' as const, text: earlier },
      { kind: 'added' as const, text: later },
    ].filter(({ text }) => text !== '');
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
