/**
 * Something sealed can't be opened. `unknown-key`: the key ring lacks the key (a setting to mend).
 * `damaged`: the bytes were changed, cut, or moved to another row or field (an alarm). `destroyed`: what was sealed is erased. No content in the message.
 */
export class VaultError extends Error {
  override readonly name = 'VaultError';

  constructor(
    readonly code: 'unknown-key' | 'damaged' | 'destroyed',
    message: string,
  ) {
    super(message);
  }
}
