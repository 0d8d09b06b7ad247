import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// A process of its own for one page of a file that somebody sent: it knows no secrets, may write nothing and start nothing,
// and ends with its one answer. The file comes by stdin; a line of JSON and the picture leave by stdout.

const WIDTH = 1_200;
/** Of a page as tall as a receipt roll the end is not drawn. */
const MOST_HEIGHT = 2_400;
const MOST_TEXT = 20_000;

const [mediaType = '', page = '1', assets = ''] = process.argv.slice(2);

async function read(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function ofPdf(content: Buffer): Promise<{ pages: number; png: Buffer; text: string }> {
  const document = await getDocument({
    data: new Uint8Array(content),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 20_000_000,
    standardFontDataUrl: `${assets}/standard_fonts/`,
    cMapUrl: `${assets}/cmaps/`,
    cMapPacked: true,
    wasmUrl: `${assets}/wasm/`,
  }).promise;
  const one = await document.getPage(Number(page));
  const { width, height } = one.getViewport({ scale: 1 });
  const viewport = one.getViewport({ scale: Math.min(WIDTH / width, MOST_HEIGHT / height) });
  const canvas = createCanvas(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  );
  const canvasContext = canvas.getContext('2d');
  await one.render({ canvas: null, canvasContext: canvasContext as never, viewport }).promise;
  const { items } = await one.getTextContent();
  const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''));
  const text = words.join('').slice(0, MOST_TEXT);
  return { pages: document.numPages, png: canvas.toBuffer('image/png'), text };
}

async function ofPicture(content: Buffer): Promise<{ pages: number; png: Buffer; text: string }> {
  const picture = await loadImage(content);
  const scale = Math.min(1, WIDTH / picture.width, MOST_HEIGHT / picture.height);
  const canvas = createCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return { pages: 1, png: canvas.toBuffer('image/png'), text: '' };
}

try {
  const content = await read();
  const { pages, png, text } =
    mediaType === 'application/pdf' ? await ofPdf(content) : await ofPicture(content);
  process.stdout.write(`${JSON.stringify({ pages, text, bytes: png.length })}\n`);
  process.stdout.write(png, () => process.exit(0));
} catch (error) {
  const locked = (error as Error).name === 'PasswordException';
  process.stdout.write(`${JSON.stringify({ fault: locked ? 'locked' : 'unreadable' })}\n`, () =>
    process.exit(0),
  );
}
