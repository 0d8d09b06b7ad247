import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { createPreviews, cutOff } from '../../../src/adapters/preview/create-previews.js';
import { projectRoot } from '../../../src/project-root.js';

const previews = createPreviews({ root: projectRoot });

function pdf(words: string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(options);
  const pieces: Buffer[] = [];
  document.on('data', (piece) => pieces.push(piece));
  for (const [at, text] of words.entries()) (at === 0 ? document : document.addPage()).text(text);
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(pieces))));
}
const draw = async (content: Uint8Array, page = 1, mediaType = 'application/pdf') =>
  previews.draw({ mediaType, content, page });

/** As PNG has it; Node's own comes with a later version. */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

describe('a preview', () => {
  test('of a PDF is one page as a picture, and its words', async () => {
    const drawn = await draw(await pdf(['Words of page one', 'Words of page two']), 2);
    expect(drawn.pages).toBe(2);
    expect(drawn.text).toContain('page two');
    expect(drawn.png.toString('latin1', 1, 4)).toBe('PNG');
    const again = await draw(drawn.png, 1, 'image/png');
    expect([again.pages, again.text]).toEqual([1, '']);
  });

  test.each<[string, () => Promise<Buffer>, number, string]>([
    ['no such page', () => pdf(['one']), 2, 'unreadable'],
    ['no PDF', async () => Buffer.from('%PDF-1.7 and nothing'), 1, 'unreadable'],
    ['a password', () => pdf(['one'], { userPassword: 'secret', pdfVersion: '1.7' }), 1, 'locked'],
  ])('of %s says so', async (_what, content, page, fault) => {
    await expect(draw(await content(), page)).rejects.toMatchObject({ fault });
  });

  test('of a picture that fits no memory is ended, or refused', async () => {
    // Thirty thousand dots square, in a few kilobytes.
    const side = 30_000;
    const head = Buffer.alloc(13);
    head.writeUInt32BE(side, 0);
    head.writeUInt32BE(side, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data]);
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, sum]);
    };
    const rows = deflateSync(Buffer.alloc(40_000_000));
    const png = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', rows),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const outcome = await draw(png, 1, 'image/png').catch((error: { fault: string }) => error.fault);
    expect(['unreadable', 'too-much']).toContain(outcome);
  });

  test('that takes too long is ended', async () => {
    const hasty = createPreviews({ root: projectRoot, patienceMs: 1 });
    const content = await pdf(['one']);
    await expect(hasty.draw({ mediaType: 'application/pdf', content, page: 1 })).rejects.toMatchObject({
      fault: 'too-much',
    });
  });
});

describe('the process that draws', () => {
  const run = promisify(execFile);
  test.each([
    ['reads no file but the program’s', "fs.readFileSync('/etc/hostname')"],
    ['writes none', `fs.writeFileSync(${JSON.stringify(join(projectRoot, 'dist/x'))}, '')`],
    ['starts no other', "require('child_process').execSync('true')"],
    ['starts no thread', "new (require('worker_threads').Worker)('', { eval: true })"],
  ])('%s', async (_what, code) => {
    const flags = [...cutOff(projectRoot), '-e', `const fs = require('fs'); ${code}`];
    await expect(run(process.execPath, flags, { env: {} })).rejects.toThrow('ERR_ACCESS_DENIED');
  });
});
