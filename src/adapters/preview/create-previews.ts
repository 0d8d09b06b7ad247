import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PreviewError, type PreviewPage, type Previews } from '../../ports/previews.js';

const PATIENCE_MS = 20_000;
const HEAP_MB = 256;
const MOST_MEMORY = 768 * 1024 * 1024;
const PAGE_BYTES = 4_096;
const LOOK_MS = 100;
/** Each takes a processor. */
const AT_ONCE = 2;
const MOST_WAITING = 20;
const MOST_BYTES = 20 * 1024 * 1024;

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Flags of Node's own permission model: it reads the program's files, writes none, starts no process and no thread. */
export const cutOff = (root: string): string[] => [
  Number(process.versions.node.split('.')[0]) >= 24 ? '--permission' : '--experimental-permission',
  ...['dist/*', 'node_modules/*', 'package.json'].map((path) => `--allow-fs-read=${join(root, path)}`),
  // The canvas is a library of machine code.
  '--allow-addons',
  '--no-warnings',
  `--max-old-space-size=${HEAP_MB}`,
];

/**
 * A process for each page, killed when it takes long. It has no variable of ours, so no key and no address of the database;
 * it is given the one file, and what it answers is read as a picture and words.
 */
export function createPreviews({
  root,
  patienceMs = PATIENCE_MS,
}: {
  root: string;
  patienceMs?: number;
}): Previews {
  const script = join(root, 'dist/adapters/preview/render-child.js');
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    async draw(file) {
      if (waiting.length >= MOST_WAITING) throw new PreviewError('too-much');
      // Whoever waits is handed the place of whoever leaves.
      if (inside >= AT_ONCE) await new Promise<void>((enter) => waiting.push(enter));
      else inside += 1;
      try {
        return await drawApart(file);
      } finally {
        const next = waiting.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };

  function drawApart({ mediaType, content, page }: Parameters<Previews['draw']>[0]): Promise<PreviewPage> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [...cutOff(root), script, mediaType, String(page), assets], {
        env: { TZ: 'UTC' },
        cwd: '/',
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const come: Buffer[] = [];
      let size = 0;
      const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      child.stdout.on('data', (piece: Buffer) => {
        come.push(piece);
        size += piece.length;
        if (size > MOST_BYTES) child.kill('SIGKILL');
      });
      // What Node does not count: pictures of a size that fits no memory. Where there is no /proc, time alone bounds it.
      const watch = setInterval(async () => {
        const pages = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '');
        if (Number(pages.split(' ')[1]) * PAGE_BYTES > MOST_MEMORY) child.kill('SIGKILL');
      }, LOOK_MS);
      child.on('error', () => {
        clearTimeout(late);
        clearInterval(watch);
        reject(new PreviewError('too-much'));
      });
      // It may be gone before it has read all.
      child.stdin.on('error', () => undefined);
      child.on('close', () => {
        clearTimeout(late);
        clearInterval(watch);
        const answer = read(Buffer.concat(come));
        if (answer instanceof PreviewError) reject(answer);
        else resolve(answer);
      });
      child.stdin.end(content);
    });
  }
}

/** What it answers was made of a stranger's file: nothing of it is taken on its word. */
function read(answer: Buffer): PreviewPage | PreviewError {
  const end = answer.indexOf('\n');
  let head: { fault?: unknown; pages?: unknown; text?: unknown; bytes?: unknown };
  try {
    head = JSON.parse(answer.toString('utf8', 0, Math.max(0, end)));
  } catch {
    return new PreviewError('too-much');
  }
  if (head.fault !== undefined) return new PreviewError(head.fault === 'locked' ? 'locked' : 'unreadable');
  const png = answer.subarray(end + 1);
  const whole = png.length === head.bytes && png.toString('latin1', 1, 4) === 'PNG';
  if (!whole) return new PreviewError('too-much');
  return { pages: Number(head.pages) || 1, png, text: String(head.text ?? '') };
}
