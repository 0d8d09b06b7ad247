import { fileTypeFromBuffer } from 'file-type';

/** What may be sent, by extension, and what its content must then be. */
const TAKEN: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
};

export const TAKEN_EXTENSIONS = Object.keys(TAKEN);

/** The media type, when extension and content agree on one that is taken; else null. */
export async function mediaTypeOf(name: string, content: Uint8Array): Promise<string | null> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const expected = TAKEN[extension];
  if (expected === undefined) return null;
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (expected === 'text/plain') return found === undefined && isText(content) ? expected : null;
  return found?.mime === expected ? expected : null;
}

function isText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}
