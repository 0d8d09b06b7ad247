/** A stretch of text that looks alike. `link` is an address of the web or of mail. */
export interface PdfRun {
  text: string;
  bold?: boolean;
  italic?: boolean;
  code?: boolean;
  link?: string;
}

export type PdfBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; runs: PdfRun[] }
  | { kind: 'paragraph'; runs: PdfRun[] }
  /** Items hold blocks, so that a list may stand in a list. An ordered one begins at `start`, else at 1. */
  | { kind: 'list'; ordered: boolean; start?: number; items: PdfBlock[][] }
  | { kind: 'quote'; blocks: PdfBlock[] }
  /** Its lines and spaces are kept as they are. */
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

/** What a letter, an answer or a worksheet says, before it has pages. Whoever reads it aloud reads the blocks in their order. */
export interface PdfDocument {
  title: string;
  /** The language it is written in, as in HTML: `en-US`. */
  lang: string;
  /** Stands small at the head of every page, as decoration: what must be read belongs into the blocks. */
  head: string;
  /** Stands large, pale and aslant across every page, as decoration: whose copy it is. */
  mark?: string;
  /** Stands small at the foot of every page: "Page 2 of 3". */
  pageOf: (page: number, pages: number) => string;
  madeAt: Date;
  blocks: PdfBlock[];
}

/** Makes an accessible PDF: tagged (PDF/UA-1), with its language, title, bookmarks and fonts inside. */
export interface PdfWriter {
  write(document: PdfDocument): Promise<Buffer>;
}
