import { comparable } from '../text/comparable.js';

/**
 * How much two texts are alike: the share of their runs of three words that both have (Jaccard), estimated from a
 * sketch of each (MinHash), so that neither text is needed. Sketches are made of keyed numbers: without the key they
 * say which two are alike and nothing of what is said in them.
 */
export interface Sketch {
  /** The least number of each hash; empty: too few words to say anything. */
  signature: Uint32Array;
  /** Digests of groups of these. Texts that are alike share one (half alike: seven of eight; four fifths: all). */
  bands: Int32Array;
}

const HASHES = 128;
const PER_BAND = 4;
const RUN = 3;
/** Fewer runs than this are said by many who mean different things. */
const LEAST_RUNS = 8;
/** Whatever is sent, no more of it is looked at: as much as facts and questions may have, and more. */
const MOST_CHARACTERS = 60_000;
const MOST_RUNS = 8_000;

/** A letter of a script that writes without spaces is a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}]/u;
const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** The runs of words of these texts, each once: a bounded number, of bounded length. */
export function runsOfWords(...texts: string[]): string[] {
  const text = texts.join('\n').slice(0, MOST_CHARACTERS);
  const words = comparable(text)
    .replace(ALONE, ' $& ')
    .split(' ')
    .filter((word) => WORD.test(word));
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length && runs.size < MOST_RUNS; at += 1) {
    runs.add(words.slice(at, at + RUN).join(' '));
  }
  return [...runs];
}

/** `keyed`: for each run a number that only the key yields. */
export function sketchOf(runs: readonly string[], keyed: (runs: readonly string[]) => Uint32Array): Sketch {
  if (runs.length < LEAST_RUNS) return { signature: new Uint32Array(), bands: new Int32Array() };
  const numbers = keyed(runs);
  const signature = new Uint32Array(HASHES).fill(0xffff_ffff);
  for (const number of numbers) {
    for (let hash = 0; hash < HASHES; hash += 1) {
      const mixed = mix(number ^ (SEEDS[hash] ?? 0));
      if (mixed < (signature[hash] ?? 0)) signature[hash] = mixed;
    }
  }
  return { signature, bands: bandsOf(signature) };
}

/** From 0 to 1. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  if (one.length !== HASHES || other.length !== HASHES) return 0;
  return one.filter((least, hash) => least === other[hash]).length / HASHES;
}

function bandsOf(signature: Uint32Array): Int32Array {
  return Int32Array.from({ length: HASHES / PER_BAND }, (_, band) => {
    const rows = signature.subarray(band * PER_BAND, (band + 1) * PER_BAND);
    return rows.reduce((digest, row) => mix(Math.imul(digest, 31) ^ row), mix(band + 1)) | 0;
  });
}

/** A different order of all numbers for each hash: of numbers that are keyed already, so no secret of its own. */
const SEEDS = Uint32Array.from({ length: HASHES }, (_, hash) => mix((hash + 1) * 0x9e37_79b9));

/** Every number to another one, each bit of it hanging on all (the last step of MurmurHash3). */
function mix(number: number): number {
  let mixed = number | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
