import { cut } from '../text/clean.js';

/** What free text about a case should not hold; it is pointed out before sending, the person may go on. */
export type IdentifierKind =
  | 'a-number'
  | 'receipt-number'
  | 'social-security-number'
  | 'date-of-birth'
  | 'client-name';

export interface FoundIdentifier {
  kind: IdentifierKind;
  /** Index of the first character in the text. */
  start: number;
  /** Index after the last one. */
  end: number;
  /** The words found, at most 60 characters. */
  excerpt: string;
}

const MAX_EXCERPT = 60;
/** Bounded, like every repetition here: long white space must not be tried again from each of its places. */
const GAP = '\\s{1,5}';
const MAYBE_GAP = '\\s{0,5}';
const NAME = "\\p{Lu}[\\p{Ll}'’]{1,40}(?:-\\p{Lu}[\\p{Ll}'’]{1,40}){0,3}";
const DATE =
  '(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|' +
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}|' +
  '\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?,? (?:19|20)\\d{2})';

/**
 * Patterns, most certain first. A date counts only beside words of birth: decisions and hearings have dates
 * too. Words that often follow "client" in upper case (at a sentence's start, say) are not names: see `NOT_NAMES`.
 */
export const PATTERNS: readonly { kind: IdentifierKind; pattern: RegExp }[] = [
  { kind: 'a-number', pattern: /\bA[\s#.:-]{0,3}\d(?:[\s-]?\d){7,8}\b/giu },
  {
    kind: 'a-number',
    pattern:
      /\b(?:alien|USCIS)\s{1,5}(?:registration\s{1,5})?(?:number|no\.?|#)\s{0,5}:?\s{0,5}A?\d[\d\s-]{7,11}\d\b/giu,
  },
  {
    kind: 'receipt-number',
    pattern: /\b(?:EAC|WAC|LIN|SRC|NBC|MSC|IOE|YSC|VSC|CSC|NSC|TSC)[\s-]?\d(?:[\s-]?\d){9}\b/giu,
  },
  {
    kind: 'social-security-number',
    pattern: /\b(?!000|666|9\d\d)\d{3}[-\s](?!00)\d{2}[-\s](?!0000)\d{4}\b/gu,
  },
  {
    kind: 'social-security-number',
    pattern: /\b(?:SSN|social security(?: number| no\.?| #)?)\s{0,5}(?:is|:|#)?\s{0,5}\d{9}\b/giu,
  },
  {
    kind: 'date-of-birth',
    pattern: new RegExp(
      `\\b(?:DOB|D\\.O\\.B\\.?|date of birth|birth ?date|birthday|born)\\b[\\s:,]{0,5}(?:is |was |on |in )?(?:on )?${DATE}`,
      'giu',
    ),
  },
  {
    kind: 'client-name',
    pattern: new RegExp(
      `\\b[Cc]lient(?:['’]s name)?(?:${MAYBE_GAP}[,:]${MAYBE_GAP}|${GAP}(?:is${GAP})?(?:(?:named|called)${GAP})?)(?:(?:Ms|Mr|Mrs|Mx)\\.?${GAP})?(${NAME}(?:${GAP}${NAME}){0,3})`,
      'gu',
    ),
  },
  {
    kind: 'client-name',
    pattern: new RegExp(
      `\\b(?:my|our|the) client${MAYBE_GAP}\\(${MAYBE_GAP}(${NAME}(?:${GAP}${NAME}){0,3})${MAYBE_GAP}\\)`,
      'gu',
    ),
  },
];

const NOT_NAMES = new Set(
  `The They Their She He Her His It Its Was Were Is Are Has Had Have Did Does Do Will Would Could Can May Might
  Should Must Not No Yes And Or But If When While Where Why What How Who Since After Before Because Then There This That These
  Those In On At To For From With Without By As Of Now Also We I You Our My Please Police Court Immigration USCIS
  DHS ICE FBI Form Act Visa Department Federal State County January February March April May June July August
  September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday English Spanish
  Mexican American Entered Arrived Escaped Says Said States Stated Advocate Services Protection Confidentiality Alpha Beta`
    .split(/\s+/)
    .filter(Boolean),
);

/** Everything that looks like an identifier, in the order of the text; overlapping finds are told once. */
export function findIdentifiers(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (kind === 'client-name' && NOT_NAMES.has(firstWord(match[1] ?? ''))) continue;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ kind, start, end, excerpt: cut(match[0], MAX_EXCERPT) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const firstWord = (name: string): string => name.split(/[\s-]/)[0] ?? '';
