import PDFDocument from 'pdfkit';
import type { PdfDocument } from '../../ports/pdf.js';
import type { Placed, PlacedLine } from './direction.js';
import { FACES, type Face, fontFile } from './fonts.js';
import type { Measure } from './lines.js';

type Element = PDFKit.PDFStructureElement;

/** US Letter, in points. */
const MARGIN = { side: 72, top: 80, bottom: 72 };
const INK = '#0b0c0c';
const QUIET = '#505a5f';
const LINK = '#0b4f8a';

/** What the types leave out: the parsed font, which says what it can draw. */
interface LoadedFont {
  font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** Pages, the pen on them, and the tree that says in which order everything is read. */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly width: number;
  private y = MARGIN.top;
  private open: Element | null = null;
  private readonly fonts = new Map<Face, LoadedFont>();
  private readonly widths = new Map<string, number>();

  constructor({ title, lang, head, madeAt }: PdfDocument) {
    this.pdf = new PDFDocument({
      pdfVersion: '1.7',
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      lang,
      displayTitle: true,
      size: 'LETTER',
      margin: 0,
      bufferPages: true,
      // None of the fonts that are never embedded; each of ours is opened once, when it is first used.
      font: '',
      info: { Title: title, Author: head, Creator: 'TA Desk', Producer: 'PDFKit', CreationDate: madeAt },
    });
    // As a number it would add a list of glyphs (CIDSet) that lacks the parts of accented ones, and PDF/UA wants whole or none.
    Object.assign(this.pdf, { subset: '1' });
    for (const face of FACES) this.pdf.registerFont(face, fontFile(face));
    this.width = this.pdf.page.width - 2 * MARGIN.side;
  }

  measureAt(size: number): Measure {
    return {
      widthOf: (text, face) => {
        const key = `${face}/${size}/${text}`;
        const known = this.widths.get(key);
        if (known !== undefined) return known;
        this.loaded(face);
        const width = this.pdf.font(face).fontSize(size).widthOfString(text);
        this.widths.set(key, width);
        return width;
      },
      has: (codePoint, face) => this.loaded(face).font.hasGlyphForCodePoint(codePoint),
    };
  }

  private loaded(face: Face): LoadedFont {
    const known = this.fonts.get(face);
    if (known) return known;
    const { _font } = this.pdf.font(face) as unknown as { _font: LoadedFont };
    this.fonts.set(face, _font);
    return _font;
  }

  element(type: string, parent?: Element): Element {
    const element = this.pdf.struct(type);
    if (parent) parent.add(element);
    else this.pdf.addStructure(element);
    return element;
  }

  skip(points: number): void {
    if (this.y > MARGIN.top) this.y += points;
  }

  /** A new page unless so much fits on this one. */
  need(points: number): void {
    if (this.y + points <= this.pdf.page.height - MARGIN.bottom) return;
    this.close();
    this.pdf.addPage();
    this.y = MARGIN.top;
  }

  /** What is drawn until `close()` belongs to this element. One stretch of content a page, links apart. */
  private within(element: Element, type: string): void {
    if (this.open === element) return;
    this.close();
    element.add(this.pdf.markStructureContent(type));
    this.open = element;
  }

  close(): void {
    if (!this.open) return;
    this.open = null;
    this.pdf.endMarkedContent();
  }

  /** Draws a line for an element and goes on below it. `links` keeps what a link that runs over several lines began. */
  line(line: PlacedLine, { element, type, size, indent, leading, color = INK, links }: LineStyle): void {
    this.need(leading);
    const left = MARGIN.side + (line.rightToLeft ? this.width - line.width : indent);
    for (const part of line.parts) {
      const link = part.link ? links.of(part.link, () => this.element('Link', element)) : links.none();
      this.within(link ?? element, link ? 'Link' : type);
      this.text(part, { left, size, color: link ? LINK : color, element: link });
    }
    this.y += leading;
  }

  /** A mark before what follows on the same line: a bullet or a number. */
  mark(text: string, { element, size, indent, leading }: Omit<LineStyle, 'type' | 'links'>): void {
    this.need(leading);
    this.within(element, 'Lbl');
    const part: Placed = {
      text,
      face: 'regular',
      strokes: [{ drawn: text, fromRight: false, x: 0, width: 0 }],
    };
    this.text(part, { left: MARGIN.side + indent, size, color: INK });
    this.close();
  }

  private text(
    part: Placed,
    { left, size, color, element }: { left: number; size: number; color: string; element?: Element },
  ): void {
    const { pdf, y } = this;
    const { text, face, actual, link, strokes } = part;
    pdf.font(face).fontSize(size).fillColor(color);
    if (actual) pdf.markContent('Span', { actual });
    // Unless features are asked for, a font draws words one after another, from left to right.
    for (const { drawn, x, fromRight } of strokes)
      pdf.text(drawn, left + x, y, { lineBreak: false, ...(fromRight && { features: [] }) });
    if (actual) pdf.endMarkedContent();
    if (!element || !link) return;
    const x = left + (strokes[0]?.x ?? 0);
    const width = strokes.reduce((sum, stroke) => sum + stroke.width, 0);
    const options = { structParent: element, Contents: new String(link) };
    pdf.link(x, y, width, size * 1.3, link, options as unknown as PDFKit.Mixins.AnnotationOption);
    this.decorated(() => {
      pdf.lineWidth(0.6).strokeColor(color);
      pdf
        .moveTo(x, y + size * 1.2)
        .lineTo(x + width - (text.endsWith(' ') ? size * 0.3 : 0), y + size * 1.2)
        .stroke();
    });
  }

  /** Lines and bars are decoration: nobody wants them read aloud. */
  decorated(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.close();
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  rule(): void {
    this.need(20);
    const { pdf, y } = this;
    this.decorated(() => {
      pdf.lineWidth(0.6).strokeColor(QUIET);
      pdf
        .moveTo(MARGIN.side, y + 6)
        .lineTo(MARGIN.side + this.width, y + 6)
        .stroke();
    });
    this.y += 14;
  }

  bookmark(title: string): void {
    this.pdf.outline.addItem(title);
  }

  get place(): { page: number; y: number } {
    return { page: this.pages, y: this.y };
  }

  /** Where nothing was drawn since, what comes next stands on a line of its own all the same. */
  below(from: { page: number; y: number }, leading: number): void {
    if (from.page === this.pages && from.y === this.y) this.y += leading;
  }

  /** The bar beside a quote, on each page that it runs over. */
  bar(from: { page: number; y: number }, indent: number): void {
    this.close();
    const until = this.place;
    for (let page = from.page; page <= until.page; page++) {
      const top = page === from.page ? from.y : MARGIN.top;
      const bottom = page === until.page ? until.y - 6 : this.pdf.page.height - MARGIN.bottom;
      this.pdf.switchToPage(page - 1);
      this.decorated(() => {
        this.pdf.lineWidth(2).strokeColor('#b1b4b6');
        this.pdf
          .moveTo(MARGIN.side + indent + 4, top)
          .lineTo(MARGIN.side + indent + 4, bottom)
          .stroke();
      });
    }
  }

  /** Across the page, from corner to corner, so that no part of a copy is without it. */
  private watermark(text: string): void {
    const { pdf } = this;
    const { width, height } = pdf.page;
    pdf.save();
    pdf.rotate(-45, { origin: [width / 2, height / 2] });
    pdf.font('bold').fontSize(15).fillColor(QUIET).fillOpacity(0.18);
    const x = (width - pdf.widthOfString(text)) / 2;
    for (const above of [-180, 0, 180]) pdf.text(text, x, height / 2 + above, { lineBreak: false });
    pdf.restore();
    pdf.fillOpacity(1);
  }

  private get pages(): number {
    return this.pdf.bufferedPageRange().count;
  }

  /** Head and foot of every page, now that their number is known. */
  finish({ head, pageOf, mark }: PdfDocument): Promise<Buffer> {
    this.close();
    const { pdf, pages } = this;
    for (let page = 0; page < pages; page++) {
      pdf.switchToPage(page);
      this.decorated(() => {
        const foot = pageOf(page + 1, pages);
        pdf.font('regular').fontSize(9).fillColor(QUIET);
        pdf.text(head, MARGIN.side, 40, { lineBreak: false });
        const x = pdf.page.width - MARGIN.side - pdf.widthOfString(foot);
        pdf.text(foot, x, pdf.page.height - 48, { lineBreak: false });
      }, 'Pagination');
      if (mark) this.decorated(() => this.watermark(mark), 'Layout');
    }
    const chunks: Buffer[] = [];
    return new Promise((resolve, reject) => {
      pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      pdf.on('end', () => resolve(Buffer.concat(chunks)));
      pdf.on('error', reject);
      pdf.end();
    });
  }
}

export interface LineStyle {
  element: Element;
  type: string;
  size: number;
  indent: number;
  leading: number;
  color?: string;
  links: OpenLink;
}

/** A link keeps its element from line to line, until other words come between. */
export class OpenLink {
  private current: { address: string; element: Element } | undefined;

  of(address: string, begin: () => Element): Element {
    if (this.current?.address !== address) this.current = { address, element: begin() };
    return this.current.element;
  }

  none(): undefined {
    this.current = undefined;
  }
}
