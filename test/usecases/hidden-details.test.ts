import { describe, expect, test } from '@jest/globals';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { withoutDetails } from '../../src/usecases/documents/hidden-details.js';

const canvas = createCanvas(40, 20);
const context = canvas.getContext('2d');
context.fillStyle = '#c03010';
context.fillRect(3, 4, 20, 9);
const JPEG = canvas.toBuffer('image/jpeg');
const PNG = canvas.toBuffer('image/png');

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
/** As a phone writes it: turned, with a place. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(40);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS canary')]));
}
const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const told = (orientation: number) =>
  Buffer.concat([
    JPEG.subarray(0, 2),
    exif(orientation),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0canary')),
    segment(0xed, Buffer.from('Photoshop 3.0\0canary')),
    segment(0xe2, Buffer.from('MPF\0canary')),
    segment(0xfe, Buffer.from('canary')),
    JPEG.subarray(2),
    Buffer.from('canary: a film behind the picture'),
  ]);
const dots = async (picture: Buffer) => {
  const image = await loadImage(picture);
  const seen = createCanvas(image.width, image.height);
  seen.getContext('2d').drawImage(image, 0, 0);
  return seen.data();
};

describe('hidden details of a picture', () => {
  test.each([1, 6])('are taken out of a JPEG (turned: %i), and it looks as before', async (orientation) => {
    const picture = told(orientation);
    const { content, details } = withoutDetails('image/jpeg', picture);
    expect(details).toBe('removed');
    expect(content.includes('canary')).toBe(false);
    expect(content.includes(Buffer.from('Exif'))).toBe(orientation !== 1);
    expect((await dots(content)).equals(await dots(picture))).toBe(true);
    expect(withoutDetails('image/jpeg', content).content.equals(content)).toBe(true);
  });

  test('are taken out of a PNG, and its dots stay', async () => {
    const words = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'teSt'].map((type) =>
      chunk(type, Buffer.from('canary')),
    );
    const end = PNG.length - 12;
    const picture = Buffer.concat([PNG.subarray(0, end), ...words, PNG.subarray(end), Buffer.from('canary')]);
    const { content, details } = withoutDetails('image/png', picture);
    expect(details).toBe('removed');
    expect(content.includes('canary')).toBe(false);
    expect((await dots(content)).equals(await dots(PNG))).toBe(true);
  });

  test.each([
    ['a JPEG that breaks off', 'image/jpeg', told(1).subarray(0, 300)],
    ['a PNG that breaks off', 'image/png', PNG.subarray(0, PNG.length - 20)],
    ['no JPEG', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ['a PDF', 'application/pdf', Buffer.from('%PDF-1.7')],
    ['a picture of another kind', 'image/heic', Buffer.from('heic')],
  ])('stay in %s, and are said to', (_what, type, content) => {
    const kept = withoutDetails(type, content);
    expect(kept.details).toBe('kept');
    expect(kept.content.equals(content)).toBe(true);
  });

  test('are none in plain text', () => {
    expect(withoutDetails('text/plain', Buffer.from('words')).details).toBe('none');
  });

  test('whatever is sent, nothing fails and nothing grows but by how it is turned', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat({ max: JPEG.length }), (bytes, at) => {
        for (const [type, whole] of [
          ['image/jpeg', JPEG],
          ['image/png', PNG],
        ] as const) {
          const broken = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)]);
          expect(withoutDetails(type, broken).content.length).toBeLessThanOrEqual(broken.length + 40);
        }
      }),
    );
  });
});
