import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * Two families of made-up words. `case` stands for what is said about a client and, in refused bodies, for everything;
 * `person` for names, addresses and labels of professionals, which the database may hold in plain.
 */
const STEMS = { case: 'quokkavex', person: 'plovermoth', control: 'controlfinch' } as const;
export type Family = keyof typeof STEMS;

/** A regular expression for PostgreSQL that finds any word of `case` or `person`. */
export const isPlantedSql = `${STEMS.case}|${STEMS.person}`;

export interface Canaries {
  /** A word of its own for one field; letters only, so that it fits everywhere. */
  plant(family: Family, field: string): string;
  /** Fields planted, by word. */
  planted: ReadonlyMap<string, string>;
}

export function createCanaries(): Canaries {
  const planted = new Map<string, string>();
  return {
    planted,
    plant(family, field) {
      const word = STEMS[family] + threeLetters(planted.size);
      planted.set(word, field);
      return word;
    },
  };
}

export interface Finding {
  family: Family;
  form: 'plain' | 'utf-16' | 'base64' | 'hex' | 'url';
  /** The word, where its form can be read on. */
  word: string | null;
}

/** Words of any family in these bytes: in plain, whatever the letter case, in UTF-16, base64, hex or as in an address. */
export function findCanaries(bytes: Buffer | string): Finding[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1');
  const lower = text.toLowerCase();
  return (Object.keys(STEMS) as Family[]).flatMap((family) => {
    const stem = STEMS[family];
    const plain = [...lower.matchAll(new RegExp(`${stem}[a-z]{0,3}`, 'g'))].map(([word]) => word);
    return [
      ...[...new Set(plain)].map((word) => ({ family, form: 'plain' as const, word })),
      ...(lower.includes([...stem].join('\0')) ? [{ family, form: 'utf-16' as const, word: null }] : []),
      ...(base64Forms(stem).some((form) => text.includes(form))
        ? [{ family, form: 'base64' as const, word: null }]
        : []),
      ...(lower.includes(urlForm(stem)) ? [{ family, form: 'url' as const, word: null }] : []),
      ...(lower.includes(hexForm(stem)) ? [{ family, form: 'hex' as const, word: null }] : []),
    ];
  });
}

/** Findings in every file below a folder, by path from there. Files that vanish meanwhile are not there. */
export async function findInFiles(folder: string): Promise<Map<string, Finding[]>> {
  const found = new Map<string, Finding[]>();
  for (const entry of await readdir(folder, { recursive: true })) {
    const path = join(folder, entry);
    const stats = await lstat(path).catch(() => null);
    if (!stats?.isFile()) continue;
    found.set(relative(folder, path), findCanaries(await readFile(path)));
  }
  return found;
}

/** Its first letter may be upper case somewhere; the rest tells it well enough. */
const core = (stem: string) => stem.slice(1);
/** Letters need no such form; whoever encodes each byte gives them one. */
const urlForm = (stem: string) => hexForm(stem).replace(/../g, '%$&');
const hexForm = (stem: string) => Buffer.from(core(stem)).toString('hex');

/** What base64 makes of a word in the middle of a text: three ways, by where the word begins. */
function base64Forms(stem: string): string[] {
  return [0, 2, 3].map((drop, before) => {
    const bytes = Buffer.from('x'.repeat(before) + core(stem));
    return bytes.toString('base64').slice(drop, Math.floor((bytes.length * 8) / 6));
  });
}

function threeLetters(n: number): string {
  const letter = (digit: number) => String.fromCharCode(97 + (digit % 26));
  return letter(n / 676) + letter(n / 26) + letter(n);
}
