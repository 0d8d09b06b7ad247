/**
 * The text of a file as spreadsheets write it: UTF-8, UTF-16 with its mark, or else the Western European code page of
 * Windows. Null: none of these, as a workbook that was only named `.csv`.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  for (const encoding of marked ? [marked] : ['utf-8', 'windows-1252']) {
    const text = read(bytes, encoding);
    if (text !== null && !text.includes('\0')) return text;
  }
  return null;
}

function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
