import { whyNoText } from '../../domain/text/typed.js';

/** Page breaks, the line end of mainframes, and the old mark of a file's end: in files they are as good as lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BREAKS = /[\f\u0085]|\u001a$/g;
/** Places that Windows-1252 leaves empty. */
const NO_LETTER = new Set([0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Whether it is text in one of the encodings that editors save: UTF-8, UTF-16, Windows-1252. It must show something. */
export function isPlainText(content: Uint8Array): boolean {
  const words = wordsOf(content);
  return words !== null && whyNoText(words.replace(BREAKS, '\n')) === null;
}

function wordsOf(content: Uint8Array): string | null {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', content);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', content);
  if (content.includes(0)) return decoded(zerosComeSecond(content) ? 'utf-16le' : 'utf-16be', content);
  return decoded('utf-8', content) ?? fromWindows(content);
}

function decoded(encoding: string, content: Uint8Array): string | null {
  if (encoding !== 'utf-8' && content.length % 2 === 1) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return null;
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

/** By hand: the decoder of some versions of Node takes it for Latin-1. What stands at 80 to 9F are letters and signs. */
function fromWindows(content: Uint8Array): string | null {
  if (content.some((byte) => NO_LETTER.has(byte))) return null;
  const plain = content.map((byte) => (byte >= 0x80 && byte < 0xa0 ? 0x78 : byte));
  return Buffer.from(plain).toString('latin1');
}
