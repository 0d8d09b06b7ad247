import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** A list of parts grows with their number; what unpacks to more than this is no document of words. */
const MAX_PART = 4 * 1024 * 1024;

export interface ZipParts {
  names: string[];
  /** Bytes of all parts as they would be unpacked, by the table. */
  unpacked: number;
  /** The words of a part; null if there is none of that name or it can't be read. */
  read(name: string): string | null;
}

/**
 * The parts of a ZIP, read from its own table at the end: there they stand whatever their order and number, and also
 * when their writer did not know their sizes beforehand. Null if it is none.
 */
export function zipParts(content: Buffer): ZipParts | null {
  try {
    return readParts(content);
  } catch {
    // An offset that leads out of the file.
    return null;
  }
}

function readParts(content: Buffer): ZipParts | null {
  const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || content.readUInt32LE(end) !== END) return null;
  const entries = new Map<string, { method: number; size: number; at: number }>();
  let at = content.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let left = content.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (content.readUInt32LE(at) !== ENTRY) return null;
    const [name, extra, comment] = [28, 30, 32].map((field) => content.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    unpacked += content.readUInt32LE(at + 24);
    entries.set(content.toString('utf8', at + 46, at + 46 + name), {
      method: content.readUInt16LE(at + 10),
      size: content.readUInt32LE(at + 20),
      at: content.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return {
    names: [...entries.keys()],
    unpacked,
    read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      try {
        const from =
          entry.at + 30 + content.readUInt16LE(entry.at + 26) + content.readUInt16LE(entry.at + 28);
        const packed = content.subarray(from, from + entry.size);
        if (entry.method === 0) return packed.toString('utf8');
        return inflateRawSync(packed, { maxOutputLength: MAX_PART }).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
