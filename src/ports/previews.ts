/** `unreadable`: no such page, or nothing that can be drawn; `locked`: asks for a password; `too-much`: took too long or too much memory. */
export type PreviewFault = 'unreadable' | 'locked' | 'too-much';

/** Nothing of the file is in its message. */
export class PreviewError extends Error {
  override readonly name = 'PreviewError';
  constructor(readonly fault: PreviewFault) {
    super(`a preview is ${fault}`);
  }
}

export interface PreviewPage {
  pages: number;
  png: Buffer;
  /** The words on it, as far as the file has them as words. */
  text: string;
}

/** Draws documents as pictures, cut off from everything of this process. Throws PreviewError. */
export interface Previews {
  draw(file: { mediaType: string; content: Uint8Array; page: number }): Promise<PreviewPage>;
}
