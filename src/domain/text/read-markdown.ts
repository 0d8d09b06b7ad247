import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import { type Block, type HeadingLevel, type Inline, MOST_DEPTH } from './blocks.js';
import { safeAddress, webAddressAt } from './web-addresses.js';

/** Longer texts stay as they were typed. */
const MOST_MARKDOWN = 100_000;

/** Of the parser's own levels, a list takes two. What stands deeper it would leave out. */
const MOST_LEVELS = 2 * MOST_DEPTH.blocks + 2;

/**
 * Markdown as people type it who don't know that they do: headings with `#`, lists, quotes, rules, bold, emphasis, links. Every
 * line break stays one. No HTML, pictures, tables or code: four blanks before a line mean nothing, and a row of dashes below one
 * makes it no heading.
 */
const parser = new MarkdownIt('zero', { breaks: true, maxNesting: MOST_LEVELS });
parser.enable(['blockquote', 'heading', 'hr', 'list', 'autolink', 'emphasis', 'escape', 'link', 'newline']);
parser.validateLink = (href) => safeAddress(href) !== null;
parser.normalizeLink = (href) => safeAddress(href) ?? href;
parser.normalizeLinkText = (text) => text;
parser.inline.ruler.before('escape', 'web-address', webAddress);

/** An address of the web that stands in the text becomes a link to it. */
function webAddress(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (silent || state.linkLevel > 0 || src.charCodeAt(pos) !== 0x3a) return false;
  const scheme = /(?<![a-z0-9+.-])https?$/i.exec(src.slice(Math.max(0, pos - 7), pos))?.[0];
  if (!scheme || !state.pending.endsWith(scheme)) return false;
  const address = webAddressAt(src, pos - scheme.length);
  if (address === null) return false;
  state.pending = state.pending.slice(0, -scheme.length);
  state.push('link_open', 'a', 1).attrSet('href', parser.normalizeLink(address));
  state.push('text', '', 0).content = address;
  state.push('link_close', 'a', -1);
  state.pos += address.length - scheme.length;
  return true;
}

/**
 * What was typed, as a tree of which every form is safe. No word is lost: what is no Markdown, or none that is let in, is
 * text; a text that is too long or nested too deeply is paragraphs of what was typed.
 */
export function readMarkdown(typed: string): Block[] {
  if (typed.length > MOST_MARKDOWN) return asTyped(typed);
  const tokens = parser.parse(typed, {});
  if (tokens.some(({ level }) => level >= MOST_LEVELS - 1)) return asTyped(typed);
  return inOrder(blocksOf(tokens));
}

/** Without any Markdown: paragraphs, their lines. */
function asTyped(typed: string): Block[] {
  return typed
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ type: 'paragraph', content: linesOf(paragraph.split('\n')) }));
}

const linesOf = (lines: string[]): Inline[] =>
  lines.flatMap((text, at): Inline[] => [
    ...(at > 0 ? [{ type: 'break' } as const] : []),
    ...(text === '' ? [] : [{ type: 'text', text } as const]),
  ]);

type List = Extract<Block, { type: 'list' }>;

function blocksOf(tokens: Token[]): Block[] {
  const top: Block[] = [];
  /** Where what comes next goes, and the list whose items come. */
  const open: { into: Block[]; list?: List }[] = [{ into: top }];
  const last = () => open.at(-1) ?? { into: top };
  tokens.forEach((token, at) => {
    const { into, list } = last();
    const line = (tokens[at + 1]?.children ?? []) as Token[];
    switch (token.type) {
      case 'heading_open':
        into.push({ type: 'heading', level: levelOf(token.tag), content: inlinesOf(line) });
        break;
      case 'paragraph_open':
        into.push({ type: 'paragraph', content: inlinesOf(line) });
        break;
      case 'hr':
        into.push({ type: 'rule' });
        break;
      case 'blockquote_open': {
        const quote: Block = { type: 'quote', blocks: [] };
        into.push(quote);
        open.push({ into: quote.blocks });
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const begun: List = { type: 'list', ordered: token.type === 'ordered_list_open', items: [] };
        into.push(begun);
        open.push({ into, list: begun });
        break;
      }
      case 'list_item_open': {
        const blocks: Block[] = [];
        list?.items.push({ number: list.ordered ? Number(token.info) : null, blocks });
        open.push({ into: blocks });
        break;
      }
      case 'blockquote_close':
      case 'bullet_list_close':
      case 'ordered_list_close':
      case 'list_item_close':
        open.pop();
    }
  });
  return top;
}

const levelOf = (tag: string): HeadingLevel => (tag === 'h1' ? 1 : tag === 'h2' ? 2 : 3);

/** The highest heading there is comes first below the page's own, and none skips one on the way down. */
function inOrder(blocks: Block[]): Block[] {
  const headings = headingsOf(blocks);
  const highest = Math.min(...headings.map(({ level }) => level));
  let before = 0;
  for (const heading of headings) {
    heading.level = Math.min(heading.level - highest + 1, before + 1) as HeadingLevel;
    before = heading.level;
  }
  return blocks;
}

function headingsOf(blocks: Block[]): Extract<Block, { type: 'heading' }>[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [block];
    if (block.type === 'quote') return headingsOf(block.blocks);
    return block.type === 'list' ? block.items.flatMap((item) => headingsOf(item.blocks)) : [];
  });
}

/** A line's parts. Deeper than `MOST_DEPTH` the words stand without what is around them. */
function inlinesOf(tokens: Token[]): Inline[] {
  const top: Inline[] = [];
  const open: { into: Inline[]; title?: string }[] = [{ into: top }];
  const begin = (inline: Exclude<Inline, { type: 'text' | 'break' }>, title = '') => {
    const into = open.at(-1)?.into ?? top;
    if (open.length > MOST_DEPTH.inline) {
      open.push({ into, title });
      return;
    }
    into.push(inline);
    open.push({ into: inline.content, title });
  };
  for (const token of tokens) {
    const into = open.at(-1)?.into ?? top;
    switch (token.type) {
      case 'text':
        if (token.content !== '') into.push({ type: 'text', text: token.content });
        break;
      case 'softbreak':
      case 'hardbreak':
        into.push({ type: 'break' });
        break;
      case 'strong_open':
        begin({ type: 'strong', content: [] });
        break;
      case 'em_open':
        begin({ type: 'emphasis', content: [] });
        break;
      case 'link_open':
        // The parser lets `[words]()` lead nowhere: then they are words.
        if (!token.attrGet('href')) {
          open.push({ into });
          break;
        }
        begin(
          { type: 'link', href: String(token.attrGet('href')), content: [] },
          String(token.attrGet('title') ?? ''),
        );
        break;
      case 'strong_close':
      case 'em_close':
      case 'link_close': {
        // What was written to be seen on pointing at the link is read by everybody.
        const title = open.at(-1)?.title;
        if (title) into.push({ type: 'text', text: ` (${title})` });
        open.pop();
      }
    }
  }
  return top;
}
