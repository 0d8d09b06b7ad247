import { type Block, plainInline } from './blocks.js';
import { cut } from './clean.js';
import { readMarkdown } from './read-markdown.js';

const LONGEST_QUOTE = 300;

/** The paragraphs of a text as its reader sees them, from 1: headings, lists and quotes are one each. */
export function paragraphsOf(typed: string): { number: number; block: Block; quote: string }[] {
  return readMarkdown(typed)
    .filter(({ type }) => type !== 'rule')
    .map((block, at) => ({
      number: at + 1,
      block,
      quote: cut(plainBlock(block).replace(/\s+/g, ' ').trim(), LONGEST_QUOTE),
    }));
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plainInline(block.content);
    case 'quote':
      return block.blocks.map(plainBlock).join(' ');
    case 'list':
      return block.items.map(({ blocks }) => `• ${blocks.map(plainBlock).join(' ')}`).join(' ');
    case 'rule':
      return '';
  }
}
