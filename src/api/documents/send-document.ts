import { pipeline, Readable } from 'node:stream';
import type { Response } from 'express';
import type { DocumentView } from '../../usecases/documents/document.schema.js';
import { leastRate } from '../http/least-rate.js';

const PIECE_BYTES = 64 * 1024;
/** What is sent goes out in bursts: over a poor connection the system holds some of it back for a while. */
const LOOK_MS = 30_000;

/**
 * Sends a document as a download, or `shown`: in a tab of its own. A browser never takes it for part of this site: whatever
 * is in it runs nowhere, asks for nothing and stands in no frame.
 */
export function sendDocument(
  res: Response,
  {
    view,
    content,
    shown = false,
  }: { view: Pick<DocumentView, 'name' | 'mediaType'>; content: Buffer; shown?: boolean },
): void {
  res.attachment(view.name);
  if (shown) {
    res.set('Content-Disposition', (res.get('Content-Disposition') ?? '').replace(/^attachment/, 'inline'));
  }
  res.set({
    'Content-Type': view.mediaType,
    'Content-Length': String(content.length),
    'X-Content-Type-Options': 'nosniff',
    // Browsers lay a picture or a PDF out with styles of their own.
    'Content-Security-Policy': `default-src 'none'; ${shown ? "style-src 'unsafe-inline'; " : ''}frame-ancestors 'none'; sandbox`,
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  // Whoever stops reading, or reads a byte now and then, must not keep the file in our memory, nor a place in the queue.
  const rate = leastRate(() => res.destroy(), LOOK_MS);
  res.once('close', rate.end);
  function* pieces() {
    for (let at = 0; at < content.length; at += PIECE_BYTES) {
      yield content.subarray(at, at + PIECE_BYTES);
      rate.moved(PIECE_BYTES);
    }
  }
  // A reader who left is no error of ours.
  pipeline(Readable.from(pieces(), { highWaterMark: 1 }), res, () => undefined);
}
