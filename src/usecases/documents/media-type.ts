import { fileTypeFromBuffer } from 'file-type';
import { isPlainText } from './plain-text.js';
import { zipParts } from './zip-parts.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';

/** What may be sent, by extension, and what its content must then be. */
const TAKEN: Record<string, string[]> = {
  pdf: ['application/pdf'],
  docx: [DOCX],
  odt: [ODT],
  rtf: ['application/rtf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  // As phones take them.
  heic: ['image/heic', 'image/heif'],
  heif: ['image/heif', 'image/heic'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  txt: ['text/plain'],
};

export const MEDIA_TYPES: readonly string[] = [...new Set(Object.values(TAKEN).flat())];
export const TAKEN_EXTENSIONS = Object.keys(TAKEN);

/** What a browser may show: pictures of dots and PDF, which bring nothing that runs in a page. Never HTML, SVG or text. */
const SHOWN: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

export const isShownKind = (mediaType: string): boolean => SHOWN.includes(mediaType);

/** Looked at once more: what was taken by an earlier version may be taken no longer. */
export async function mayBeShown({
  view: { name, mediaType },
  content,
}: {
  view: { name: string; mediaType: string };
  content: Buffer;
}): Promise<boolean> {
  return isShownKind(mediaType) && (await mediaTypeOf(name, content)) === mediaType;
}

/** The media type, when extension and content agree on one that is taken; else null. */
export async function mediaTypeOf(name: string, content: Buffer): Promise<string | null> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const expected = TAKEN[extension];
  if (expected === undefined) return null;
  const found = await typeOf(content, extension);
  return found !== null && expected.includes(found) ? found : null;
}

/** By its own marks where the library looks at the first bytes only, or at the first parts of an archive. */
async function typeOf(content: Buffer, extension: string): Promise<string | null> {
  const marked = markOf(content);
  if (marked) return marked;
  // Words may begin with the first bytes of anything ("BM", "MZ"), but hold nothing that only a program can read.
  if (extension === 'txt') return isPlainText(content) ? 'text/plain' : null;
  return officeType(content) ?? (await fileTypeFromBuffer(content).catch(() => undefined))?.mime ?? null;
}

const PRINTER_COMMAND = '\u001b%-12345X';

/** Line breaks, a byte order mark or a printer's command may stand before it. */
function markOf(content: Buffer): string | null {
  const start = content.toString('latin1', 0, 1024).replace(/^[\s\0\u00ef\u00bb\u00bf]*/, '');
  const isPrinted = start.startsWith(PRINTER_COMMAND) && /^[^<]*%PDF-/.test(start);
  if (start.startsWith('%PDF-') || isPrinted) return 'application/pdf';
  return start.startsWith('{\\rtf') ? 'application/rtf' : null;
}

/** An archive of more is none that somebody wrote: it is made to fill the memory of whoever opens it. */
const MOST_UNPACKED = 200 * 1024 * 1024;
const MOST_PARTS = 10_000;

/** Word's list of parts may come after a thousand of them; macros are not words. */
function officeType(content: Buffer): string | null {
  if (content.toString('latin1', 0, 2) !== 'PK') return null;
  const parts = zipParts(content);
  if (!parts) return null;
  if (parts.unpacked > MOST_UNPACKED || parts.names.length > MOST_PARTS) return 'application/zip';
  if (parts.read('mimetype')?.trim() === ODT) return ODT;
  const types = parts.read('[Content_Types].xml') ?? '';
  const isWord = types.includes('wordprocessingml.document.main+xml');
  const hasMacros = parts.names.some((name) => /vbaProject\.bin$/i.test(name));
  return isWord && !hasMacros ? DOCX : 'application/zip';
}
