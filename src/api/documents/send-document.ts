import type { Response } from 'express';
import type { DocumentView } from './document.schema.js';

/** Ten megabytes over a poor connection. */
const LONGEST_MS = 3 * 60_000;

/** Sends a document as a download; a browser never shows it as part of this site. */
export function sendDocument(
  res: Response,
  { view, content }: { view: DocumentView; content: Buffer },
): void {
  // Whoever stops reading, or reads a byte now and then, must not keep the file in our memory, nor a place in the queue.
  const cut = setTimeout(() => res.destroy(), LONGEST_MS);
  res.once('close', () => clearTimeout(cut));
  res.attachment(view.name);
  res.set({
    'Content-Type': view.mediaType,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  res.send(content);
}
