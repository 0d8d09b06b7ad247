import type { Response } from 'express';
import type { DocumentView } from './document.schema.js';

/** Sends a document as a download; a browser never shows it as part of this site. */
export function sendDocument(
  res: Response,
  { view, content }: { view: DocumentView; content: Buffer },
): void {
  // Whoever stops reading must not keep the file in our memory.
  res.setTimeout(60_000, () => res.destroy());
  res.attachment(view.name);
  res.set({
    'Content-Type': view.mediaType,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  res.send(content);
}
