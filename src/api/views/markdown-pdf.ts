import { type Block, type Inline, saysItself } from '../../domain/text/blocks.js';
import type { PdfBlock, PdfRun } from '../../ports/pdf.js';

/** The same text as `markdown-html.ts` shows, for a PDF: its headings stand below the document's own. */
export const pdfBlocks = (blocks: readonly Block[]): PdfBlock[] => blocks.flatMap(pdfBlock);

function pdfBlock(block: Block): PdfBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ kind: 'heading', level: block.level === 1 ? 2 : 3, runs: runsOf(block.content) }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(block.content) }];
    case 'quote':
      return [{ kind: 'quote', blocks: pdfBlocks(block.blocks) }];
    case 'rule':
      return [{ kind: 'rule' }];
    case 'list':
      return listsOf(block);
  }
}

/** Where the numbers that were written skip some, another list begins: each keeps its own. */
function listsOf({ ordered, items }: Extract<Block, { type: 'list' }>): PdfBlock[] {
  const lists: Extract<PdfBlock, { kind: 'list' }>[] = [];
  let expected: number | null = null;
  for (const { number, blocks } of items) {
    const last = lists.at(-1);
    if (last && number === expected) last.items.push(pdfBlocks(blocks));
    else {
      const start = number === null ? {} : { start: number };
      lists.push({ kind: 'list', ordered, ...start, items: [pdfBlocks(blocks)] });
    }
    expected = number === null ? null : number + 1;
  }
  return lists;
}

type Looks = Omit<PdfRun, 'text'>;

const runsOf = (content: readonly Inline[], looks: Looks = {}): PdfRun[] =>
  content.flatMap((one) => partOf(one, looks));

function partOf(one: Inline, looks: Looks): PdfRun[] {
  switch (one.type) {
    case 'text':
      return [{ text: one.text, ...looks }];
    case 'break':
      return [{ text: '\n', ...looks }];
    case 'strong':
      return runsOf(one.content, { ...looks, bold: true });
    case 'emphasis':
      return runsOf(one.content, { ...looks, italic: true });
    case 'link': {
      const runs = runsOf(one.content, { ...looks, link: one.href });
      // On paper nobody can press it.
      return saysItself(one) ? runs : [...runs, { text: ` (${one.href})`, ...looks }];
    }
  }
}
