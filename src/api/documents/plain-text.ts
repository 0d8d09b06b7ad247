/** What no text holds: control characters other than tab, line breaks, page breaks and the old mark of the end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f\u007f-\u0084\u0086-\u009f]/;
/** Places that Windows-1252 leaves empty. */
const NO_LETTER = new Set([0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Whether it is text in one of the encodings that editors save: UTF-8, UTF-16, Windows-1252. */
export function isPlainText(content: Uint8Array): boolean {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return isTextIn('utf-16le', content);
  if (first === 0xfe && second === 0xff) return isTextIn('utf-16be', content);
  if (content.includes(0)) return isTextIn(zerosComeSecond(content) ? 'utf-16le' : 'utf-16be', content);
  return isTextIn('utf-8', content) || isWindowsText(content);
}

function isTextIn(encoding: string, content: Uint8Array): boolean {
  if (encoding !== 'utf-8' && content.length % 2 === 1) return false;
  try {
    return !CONTROL.test(new TextDecoder(encoding, { fatal: true }).decode(content));
  } catch {
    return false;
  }
}

/** Without a mark: every other byte of western words is zero. */
function zerosComeSecond(content: Uint8Array): boolean {
  const zeros = [0, 0];
  content.subarray(0, 4096).forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  return (zeros[1] ?? 0) > (zeros[0] ?? 0);
}

/** By hand: the decoder of some versions of Node takes it for Latin-1. */
function isWindowsText(content: Uint8Array): boolean {
  return content.every((byte) =>
    byte < 0x20 ? !CONTROL.test(String.fromCharCode(byte)) : !NO_LETTER.has(byte),
  );
}
