import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure tree as a reader's program sees it: its role, and what is in it, or its words. */
export interface PdfNode {
  role: string;
  children: (PdfNode | string)[];
}

export interface ReadPdf {
  lang: string | null;
  title: string | null;
  displaysTitle: boolean;
  metadata: string;
  pages: number;
  bookmarks: string[];
  /** The tree of all pages, one after another. */
  tree: PdfNode[];
  links: string[];
  /** All words in the order they are read, decoration left out. */
  text: string;
  /** What is on the pages and in no element: heads, feet, page numbers. */
  decoration: string;
}

/** Reads a PDF back with another library than the one that wrote it; `only` some of its pages, where there are many. */
export async function readPdf(
  bytes: Buffer,
  { only }: { only?: (pages: number) => number[] } = {},
): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const info = await pdf.getMetadata();
  const read: ReadPdf = {
    lang: (info.info as { Language?: string }).Language ?? null,
    title: (info.info as { Title?: string }).Title ?? null,
    displaysTitle: Object(await pdf.getViewerPreferences()).DisplayDocTitle === true,
    metadata: info.metadata?.getRaw() ?? '',
    pages: pdf.numPages,
    bookmarks: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
    tree: [],
    links: [],
    text: '',
    decoration: '',
  };
  const all = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  for (const number of only?.(pdf.numPages) ?? all) await readPage(pdf, number, read);
  read.text = read.tree.map(wordsOf).join('');
  await task.destroy();
  return read;
}

interface RawNode {
  role?: string;
  type?: string;
  id?: string;
  children?: RawNode[];
}

async function readPage(pdf: PDFDocumentProxy, number: number, read: ReadPdf): Promise<void> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = new Map<string, string>();
  const open: string[] = [];
  for (const item of items as {
    type?: string;
    id?: string;
    tag?: string;
    str?: string;
    hasEOL?: boolean;
  }[]) {
    if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent')
      open.push(item.id ?? (item.tag === 'Artifact' ? 'artifact' : ''));
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const owner = open.findLast((id) => id !== '');
      if (owner === undefined || owner === 'artifact') read.decoration += ` ${item.str ?? ''}`;
      else words.set(owner, `${words.get(owner) ?? ''}${item.str ?? ''}${item.hasEOL ? '\n' : ''}`);
    }
  }
  for (const annotation of await page.getAnnotations()) if (annotation.url) read.links.push(annotation.url);
  const tree = (await page.getStructTree()) as RawNode | null;
  for (const child of tree?.children ?? []) read.tree.push(nodeOf(child, words) as PdfNode);
  page.cleanup();
}

function nodeOf(raw: RawNode, words: Map<string, string>): PdfNode | string {
  if (raw.type === 'content') return words.get(raw.id ?? '') ?? '';
  if (raw.type === 'annotation' || raw.type === 'object') return '';
  const children = (raw.children ?? []).map((child) => nodeOf(child, words)).filter((child) => child !== '');
  return { role: raw.role ?? '', children };
}

const wordsOf = (node: PdfNode | string): string =>
  typeof node === 'string'
    ? node
    : `${node.children.map(wordsOf).join('')}${ENDS_LINE.test(node.role) ? '\n' : ''}`;

const ENDS_LINE = /^(?:P|H\d|LBody)$/;

/** Words without what only the breaks of lines add. */
export const flowing = (text: string) => text.replace(/\s+/g, ' ').trim();

/** All elements of a role, in the order they are read, with their words. */
export function elementsOf(nodes: (PdfNode | string)[], role: string): { words: string; node: PdfNode }[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    const inside = elementsOf(node.children, role);
    return node.role === role ? [{ words: flowing(wordsOf(node)), node }, ...inside] : inside;
  });
}
