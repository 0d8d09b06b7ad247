import { load } from 'cheerio';

const [OPEN, CLOSE] = ['⟦', '⟧'];

/** A language in which all that the catalogue says stands between marks, so that other words of a page or mail stand out. */
export const marked = <T extends { language: string }>(texts: T): T => ({
  ...(mark(texts) as T),
  language: 'zxx',
});

function mark(value: unknown): unknown {
  if (typeof value === 'string') return value && `${OPEN}${value}${CLOSE}`;
  if (typeof value === 'function') return (...args: unknown[]) => mark(value(...args));
  if (Array.isArray(value)) return value.map(mark);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mark(inner)]));
}

/** Attributes that are read out. */
const READ = ['aria-label', 'alt', 'title', 'placeholder'];
/** References of requests, and beginnings of keys. */
const NUMBERS = /\bTA-\d{4}-\d{4}\b|\btad_[0-9a-f]{8}…/g;

/** Words of a page or mail that stand outside of the marks and are no data. */
export function wordsFromElsewhere(html: string, data: readonly string[]): string[] {
  const $ = load(html);
  $('script, style').remove();
  const elements = $('*').toArray();
  const texts = $(elements)
    .contents()
    .toArray()
    .flatMap((node) => (node.type === 'text' ? node.data : []));
  const attributes = elements.flatMap((element) => READ.flatMap((name) => $(element).attr(name) ?? []));
  return [texts.join('\n'), ...attributes].flatMap((text) => unmarkedWords(text, data));
}

/** As wordsFromElsewhere, of plain text. */
export function unmarkedWords(text: string, data: readonly string[]): string[] {
  return outsideMarks(text).filter((words) => /\p{L}/u.test(withoutData(words, data)));
}

/** In pieces. What stands in marks may hold other words in marks. */
function outsideMarks(text: string): string[] {
  let depth = 0;
  let outside = '';
  for (const char of text) {
    if (char === OPEN) depth += 1;
    if (depth === 0) outside += char;
    if (char === CLOSE) depth -= 1;
    if (char === CLOSE && depth === 0) outside += '\n';
  }
  // Else all that follows would be taken for marked.
  if (depth !== 0) throw new Error(`a mark is not closed in ${text}`);
  return outside.split('\n').map((words) => words.trim());
}

function withoutData(words: string, data: readonly string[]): string {
  const longestFirst = [...data].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, datum) => rest.replaceAll(datum, ' '), words.replaceAll(NUMBERS, ' '));
}
