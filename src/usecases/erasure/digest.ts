import type { RecordServices } from '../../ports/services.js';

/** How a restored backup finds again what was erased after it was made: with the desk's secret, and by no other way. */
export function digestOf(
  { vault }: Pick<RecordServices, 'vault'>,
  kind: 'request' | 'person' | 'address',
  what: string,
): string {
  return vault.fingerprint('erased', `${kind}:${what}`);
}
