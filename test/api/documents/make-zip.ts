import { deflateRawSync } from 'node:zlib';

/** A ZIP of these parts in this order; `streamed` as written by programs that learn the sizes while they write. */
export function makeZip(parts: [name: string, words: string][], { streamed = false } = {}): Buffer {
  const files: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const [name, words] of parts) {
    const plain = Buffer.from(words);
    const packed = deflateRawSync(plain);
    const sizes = Buffer.alloc(12);
    // Nobody looks at the check sum.
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(plain.length, 8);
    const common = Buffer.concat([
      numbers(20, streamed ? 8 : 0, 8, 0, 0),
      streamed ? Buffer.alloc(12) : sizes,
    ]);
    const head = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      common,
      numbers(name.length, 0),
      Buffer.from(name),
      packed,
    ]);
    const file = streamed ? Buffer.concat([head, Buffer.from('PK\x07\x08'), sizes]) : head;
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    table.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        numbers(20, 20, streamed ? 8 : 0, 8, 0, 0),
        sizes,
        numbers(name.length, 0, 0, 0, 0, 0, 0),
        place,
        Buffer.from(name),
      ]),
    );
    files.push(file);
    at += file.length;
  }
  const list = Buffer.concat(table);
  const where = Buffer.alloc(8);
  where.writeUInt32LE(list.length, 0);
  where.writeUInt32LE(at, 4);
  const end = [Buffer.from('PK\x05\x06'), numbers(0, 0, parts.length, parts.length), where, numbers(0)];
  return Buffer.concat([...files, list, ...end]);
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}
