/** A payload that must not be trusted or can't be read. Carries no content. */
export class PayloadCodecError extends Error {
  override readonly name = 'PayloadCodecError';

  constructor(
    readonly code: 'plaintext-refused' | 'unknown-key' | 'damaged',
    message: string,
  ) {
    super(message);
  }
}
