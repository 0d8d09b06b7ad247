import { type Block, type Inline, saysItself } from '../../domain/text/blocks.js';
import { readMarkdown } from '../../domain/text/read-markdown.js';
import { escapeHtml } from './escape-html.js';

/** Markdown that somebody typed, as safe HTML for a page: its headings stand below one of the level `below`. */
export const markdownHtml = (typed: string, below = 1): string => blocksHtml(readMarkdown(typed), below);

export function blocksHtml(blocks: readonly Block[], below = 1): string {
  return blocks.map((block) => blockHtml(block, below)).join('\n');
}

const SIZES = ['m', 's', 's'];

function blockHtml(block: Block, below: number): string {
  switch (block.type) {
    case 'heading': {
      const level = Math.min(6, below + block.level);
      return `<h${level} class="govuk-heading-${SIZES[block.level - 1]}">${inlineHtml(block.content)}</h${level}>`;
    }
    case 'paragraph':
      return `<p class="govuk-body">${inlineHtml(block.content)}</p>`;
    case 'quote':
      return `<blockquote class="govuk-inset-text">${blocksHtml(block.blocks, below)}</blockquote>`;
    case 'rule':
      return '<hr class="govuk-section-break govuk-section-break--visible govuk-section-break--m">';
    case 'list':
      return block.ordered
        ? `<ol class="govuk-list govuk-list--number">${itemsHtml(block, below)}</ol>`
        : `<ul class="govuk-list govuk-list--bullet">${itemsHtml(block, below)}</ul>`;
  }
}

const itemsHtml = ({ items }: Extract<Block, { type: 'list' }>, below: number): string =>
  items
    .map(({ number, blocks }) => {
      const value = number === null ? '' : ` value="${number}"`;
      return `<li${value}>${itemHtml(blocks, below)}</li>`;
    })
    .join('');

/** An item of one paragraph is that: the list has its own distances. */
function itemHtml(blocks: readonly Block[], below: number): string {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph' || rest.some(({ type }) => type !== 'list'))
    return blocksHtml(blocks, below);
  return inlineHtml(first.content) + blocksHtml(rest, below);
}

const inlineHtml = (content: readonly Inline[]): string => content.map(partHtml).join('');

function partHtml(one: Inline): string {
  switch (one.type) {
    case 'text':
      return escapeHtml(one.text);
    case 'break':
      return '<br>';
    case 'strong':
      return `<strong>${inlineHtml(one.content)}</strong>`;
    case 'emphasis':
      return `<em>${inlineHtml(one.content)}</em>`;
    case 'link':
      return linkHtml(one);
  }
}

/** Printed, an address stands behind the words of its link, unless they say it (`_desk.scss`). */
function linkHtml(link: Extract<Inline, { type: 'link' }>): string {
  const saysSo = saysItself(link) ? ' data-says-so' : '';
  return `<a class="govuk-link" href="${escapeHtml(link.href)}" rel="noopener noreferrer nofollow"${saysSo}>${inlineHtml(link.content)}</a>`;
}
