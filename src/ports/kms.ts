/** A key store elsewhere. It keeps a key that never leaves it; what it wraps can be opened by asking it alone. */
export interface Kms {
  /** Wraps a key of the ring; `id` is bound to it. Throws KmsError. */
  wrap(id: string, key: Uint8Array): Promise<string>;
  /** Throws KmsError: `refused` where it was wrapped for another id, or by another key. */
  unwrap(id: string, wrapped: string): Promise<Uint8Array>;
  /** The same under the newest version of its key; the key itself is not told. Throws KmsError. */
  rewrap(id: string, wrapped: string): Promise<string>;
  /** Versions of its key: the newest, and the oldest that it still opens. Throws KmsError. */
  versions(): Promise<{ newest: number; oldest: number }>;
}

/** `unavailable`: ask again later. `refused`: who asks may not, or what is sent does not belong there. No content in the message. */
export class KmsError extends Error {
  override readonly name = 'KmsError';

  constructor(
    readonly code: 'unavailable' | 'refused' | 'malformed',
    message: string,
  ) {
    super(message);
  }
}
