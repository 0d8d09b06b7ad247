import { withoutUnseen } from '../text/clean.js';

/**
 * Names as people show them in a meeting: "Ruthie (Ruth Example)", "Example, Ruth", "Ms. Ruth A. Example, Esq. | Legal
 * Aid". Brackets hold the name the account has, or pronouns; bars and dashes part a name from an organization.
 */

/** Titles before a name and letters after it, dots taken out. */
const TITLES = new Set(
  (
    'mr mrs ms mx miss mister dr prof professor atty attorney lawyer counsel hon honorable judge justice rev sr sra srta ' +
    'lic lcda lcdo abg esq esquire jd llm llb phd edd md jr ii iii iv msw lsw lcsw lmsw mpa mpp mph mba ma ms ba bsw rn cpa ' +
    'paralegal host cohost guest'
  ).split(' '),
);

/** Letters that are drawn apart but don't come apart by normalization. */
const DRAWN: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** The words of a name: case, accents, dots and titles aside. */
export function nameWords(name: string): string[] {
  return withoutUnseen(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðıßæœ]/g, (letter) => DRAWN[letter] ?? letter)
    .replace(/['’‘ʼ`]s(?= |$)/g, '')
    .replace(/['’‘ʼ`]/g, '')
    .split(/[^\p{L}\p{N}.]/u)
    .flatMap((word) =>
      /^(\p{L}{1,3}\.)+\p{L}{0,3}$/u.test(word) ? word.replaceAll('.', '') : word.split('.'),
    )
    .filter((word) => word !== '' && !TITLES.has(word));
}

/** Everything a shown name may mean, each as words: as a whole, without its brackets, in them, and part by part. */
export function shownNames(shown: string): string[][] {
  const inside = [...shown.matchAll(/[([{（]([^()[\]{}（）]*)[)\]}）]/g)].map(([, words]) => words ?? '');
  const outside = shown.replace(/[([{（][^()[\]{}（）]*[)\]}）]/g, ' ');
  return [shown, outside, ...inside].flatMap((one) => [one, ...partsOf(one)]).map(nameWords);
}

/** A name as somebody gave it to us: its first part is theirs, what follows a bar or a comma may be their office. */
export function givenNames(given: string): string[][] {
  const outside = given.replace(/[([{（][^()[\]{}（）]*[)\]}）]/g, ' ');
  return [outside, partsOf(outside)[0] ?? ''].map(nameWords);
}

function partsOf(name: string): string[] {
  return name.split(/[|/\\,;:@•·–—~_]| - | from | at /i).filter((part) => part.trim() !== '');
}

/** The same full name in any order of its words; a middle initial may be missing, but not be another one. */
export function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (full(a).length < 2 || fullName(a) !== fullName(b)) return false;
  const [shortA, shortB] = [initials(a), initials(b)];
  return shortA.length === 0 || shortB.length === 0 || shortA.join(' ') === shortB.join(' ');
}

/** The words of a name without initials, in one order: equal for names that may be the same. */
export const fullName = (words: readonly string[]): string => full(words).join(' ');

/** Whether a shown name or the name of a foreign mailbox may be somebody's: a word of theirs, the beginning of one, or initials. */
export function mayBeName(shown: readonly string[], mailbox: string, name: readonly string[]): boolean {
  const letters = mailbox.toLowerCase().replace(/[^a-z]/g, '');
  if (full(name).some((word) => word.length > 3 && letters.includes(word))) return true;
  if (shown.includes(name.map((word) => word[0]).join(''))) return true;
  return shown.some((one) => name.some((other) => one === other || begins(one, other) || begins(other, one)));
}

function begins(long: string, short: string): boolean {
  return (short.length > 2 || short.length === 1) && long.startsWith(short);
}

const full = (words: readonly string[]) => words.filter((word) => word.length > 1).sort();
const initials = (words: readonly string[]) => words.filter((word) => word.length === 1).sort();
