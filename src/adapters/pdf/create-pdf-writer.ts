import { setImmediate } from 'node:timers/promises';
import type { PdfBlock, PdfDocument, PdfRun, PdfWriter } from '../../ports/pdf.js';
import { placeLines } from './direction.js';
import { linesOf } from './lines.js';
import { OpenLink, Paper } from './paper.js';

type Element = PDFKit.PDFStructureElement;

const BODY = { size: 11, leading: 15.5 };
const CODE = { size: 9.5, leading: 13 };
const HEADINGS = {
  1: { size: 19, leading: 25, before: 6 },
  2: { size: 14, leading: 19, before: 14 },
  3: { size: 11.5, leading: 16, before: 10 },
};
const INDENT = 20;
/** Deeper lists and quotes stand no further in: a line must keep room for words. */
const DEEPEST = 6;
/** So many lines are drawn before others get their turn. */
const TURN = 200;

export function createPdfWriter(): PdfWriter {
  return { write };
}

async function write(document: PdfDocument): Promise<Buffer> {
  const paper = new Paper(document);
  const root = paper.element('Document');
  await new Writing(paper).blocks(document.blocks, root, 0);
  return paper.finish(document);
}

class Writing {
  private level = 0;
  private drawn = 0;

  constructor(private readonly paper: Paper) {}

  async blocks(blocks: PdfBlock[], parent: Element, depth: number): Promise<void> {
    for (const block of blocks) await this.block(block, parent, depth);
  }

  private async block(block: PdfBlock, parent: Element, depth: number): Promise<void> {
    switch (block.kind) {
      case 'heading':
        return this.heading(block, parent);
      case 'paragraph':
        if (!block.runs.some(({ text }) => text.trim())) return;
        await this.text(block.runs, { element: this.paper.element('P', parent), type: 'P', depth, ...BODY });
        return this.paper.skip(7);
      case 'code':
        return this.code(block.text, parent, depth);
      case 'quote': {
        const from = this.paper.place;
        await this.blocks(block.blocks, this.paper.element('BlockQuote', parent), depth + 1);
        this.paper.bar(from, indentOf(depth));
        return this.paper.skip(7);
      }
      case 'list':
        return this.list(block, parent, depth);
      case 'rule':
        return this.paper.rule();
    }
  }

  /** Levels follow each other without a gap, whatever was asked for: a reader goes from heading to heading by them. */
  private async heading(
    { level: asked, runs }: PdfBlock & { kind: 'heading' },
    parent: Element,
  ): Promise<void> {
    const words = runs
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    if (!words) return;
    const level = Math.min(asked, this.level + 1) as 1 | 2 | 3;
    this.level = level;
    const { size, leading, before } = HEADINGS[level];
    this.paper.skip(before);
    this.paper.need(leading + 2 * BODY.leading);
    this.paper.bookmark(words.slice(0, 200));
    const element = this.paper.element(`H${level}`, parent);
    const bold = runs.map((run) => ({ ...run, bold: true }));
    await this.text(bold, { element, type: `H${level}`, depth: 0, size, leading });
    this.paper.skip(4);
  }

  private async code(text: string, parent: Element, depth: number): Promise<void> {
    const element = this.paper.element('Code', this.paper.element('P', parent));
    await this.text([{ text, code: true }], { element, type: 'Code', depth, ...CODE, keepSpaces: true });
    this.paper.skip(7);
  }

  private async list(
    { ordered, start = 1, items }: PdfBlock & { kind: 'list' },
    parent: Element,
    depth: number,
  ) {
    const list = this.paper.element('L', parent);
    for (const [index, blocks] of items.entries()) {
      const item = this.paper.element('LI', list);
      const mark = ordered ? `${start + index}.` : '•';
      const indent = indentOf(depth) + 4;
      this.paper.mark(mark, { element: this.paper.element('Lbl', item), indent, ...BODY });
      const from = this.paper.place;
      await this.blocks(blocks, this.paper.element('LBody', item), depth + 1);
      this.paper.below(from, BODY.leading);
    }
    if (depth === 0) this.paper.skip(2);
  }

  private async text(
    runs: PdfRun[],
    style: {
      element: Element;
      type: string;
      depth: number;
      size: number;
      leading: number;
      keepSpaces?: boolean;
    },
  ): Promise<void> {
    const { element, type, depth, size, leading, keepSpaces } = style;
    const indent = indentOf(depth);
    const links = new OpenLink();
    const measure = this.paper.measureAt(size);
    const lines = linesOf(runs, this.paper.width - indent, measure, { keepSpaces });
    for (const line of placeLines(lines, measure.widthOf)) {
      this.paper.line(line, { element, type, size, indent, leading, links });
      this.drawn += 1;
      if (this.drawn % TURN === 0) await setImmediate();
    }
    this.paper.close();
  }
}

const indentOf = (depth: number) => Math.min(depth, DEEPEST) * INDENT;
