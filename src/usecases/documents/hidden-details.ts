/** Whether what a file says beside what it shows was taken out: place, camera, names, times. `none`: its kind has none. */
export type HiddenDetails = 'removed' | 'kept' | 'none';

/**
 * A picture without what it tells beside itself. The dots stay as they are, byte for byte, and so does how it is turned. What
 * can't be read to its end, and every other kind of file, stays as it came: a damaged document helps nobody.
 */
export function withoutDetails(
  mediaType: string,
  content: Buffer,
): { content: Buffer; details: HiddenDetails } {
  if (mediaType === 'text/plain') return { content, details: 'none' };
  const cleaned = cleanedOf(mediaType, content);
  return cleaned ? { content: cleaned, details: 'removed' } : { content, details: 'kept' };
}

function cleanedOf(mediaType: string, content: Buffer): Buffer | null {
  try {
    if (mediaType === 'image/jpeg') return jpeg(content);
    return mediaType === 'image/png' ? png(content) : null;
  } catch {
    // An offset that leads out of the file.
    return null;
  }
}

/** What a PNG needs to look as it does; the rest is words, times and what cameras write. */
const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST acTL fcTL fdAT cICP mDCV cLLI'.split(' '),
);

function png(content: Buffer): Buffer | null {
  const kept = [content.subarray(0, 8)];
  for (let at = 8; ; ) {
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) return null;
    const type = content.toString('latin1', at + 4, at + 8);
    if (PNG_KEPT.has(type)) kept.push(content.subarray(at, end));
    // What stands behind the end is no part of the picture.
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}

const [SOI, EOI, SOS, COM] = [0xd8, 0xd9, 0xda, 0xfe];
const APP = (n: number) => 0xe0 + n;
/** Within the dots: a byte that looks like a marker, or one that says where a part begins anew. */
const isData = (marker: number) => marker === 0 || (marker >= 0xd0 && marker <= 0xd7);

function jpeg(content: Buffer): Buffer | null {
  if (content.readUInt16BE(0) !== 0xff00 + SOI) return null;
  const kept: Buffer[] = [];
  let turned = 1;
  for (let at = 2; ; ) {
    if (content.readUInt8(at) !== 0xff) return null;
    const marker = content.readUInt8(at + 1);
    // Any number of them may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (isData(marker) || end > content.length) return null;
    const segment = content.subarray(at, end);
    if (marker === APP(1)) turned = orientationOf(segment) ?? turned;
    if (isNeeded(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== SOS) continue;
    while (content.readUInt8(at) !== 0xff || isData(content.readUInt8(at + 1))) at += 1;
    kept.push(content.subarray(end, at));
  }
  if (kept.length === 0) return null;
  const parts = [Buffer.from([0xff, SOI]), ...(turned === 1 ? [] : [turnedBy(turned)]), ...kept];
  return Buffer.concat([...parts, Buffer.from([0xff, EOI])]);
}

/** Of what programs add, only what colors depend on. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === COM) return false;
  if (marker < APP(0) || marker > APP(15)) return true;
  const name = segment.toString('latin1', 4, 16);
  if (marker === APP(0)) return name.startsWith('JFIF\0');
  if (marker === APP(2)) return name.startsWith('ICC_PROFILE\0');
  return marker === APP(14) && name.startsWith('Adobe');
}

const ORIENTATION = 0x0112;

/** Of an EXIF block: how the picture is turned, 1 to 8. */
function orientationOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(10);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const four = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const table = four(4);
    for (let entry = 0; entry < two(table); entry += 1) {
      const at = table + 2 + entry * 12;
      if (two(at) !== ORIENTATION) continue;
      const value = two(at + 8);
      return value >= 1 && value <= 8 ? value : null;
    }
  } catch {
    // A block that is broken says nothing.
  }
  return null;
}

/** An EXIF block that says that alone. */
function turnedBy(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, APP(1), 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
