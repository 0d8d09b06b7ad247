import { Readable } from 'node:stream';

/**
 * A message as a stream that tells when it begins to be read. The SMTP client reads only after the server has said
 * "354 go ahead": from then on a lost connection leaves open whether the server took the mail.
 */
export function watchedSource(source: Buffer, onBegun: () => void): Readable {
  let sent = false;
  return new Readable({
    read() {
      if (sent) return;
      sent = true;
      onBegun();
      this.push(source);
      this.push(null);
    },
  });
}
