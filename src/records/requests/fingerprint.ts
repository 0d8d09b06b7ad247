import type { RecordServices } from '../../activities/ports.js';

/** Facts and questions with case, punctuation and spacing aside: equal means the same request. */
export function textFingerprint(
  services: Pick<RecordServices, 'vault'>,
  facts: string,
  questions: string,
): string {
  const normal = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return services.vault.fingerprint('request-text', `${normal(facts)}\n${normal(questions)}`);
}
