import { comparable } from '../../domain/text/comparable.js';
import type { RecordServices } from '../../ports/services.js';

/** Facts and questions with case, punctuation and spacing aside: equal means the same request. */
export function textFingerprint(
  services: Pick<RecordServices, 'vault'>,
  facts: string,
  questions: string,
): string {
  return services.vault.fingerprint('request-text', `${comparable(facts)}\n${comparable(questions)}`);
}

/** One text alone: a question for a call is compared with facts, questions and both of a request. */
export function partFingerprint(services: Pick<RecordServices, 'vault'>, text: string): string {
  return services.vault.fingerprint('text-part', comparable(text));
}

export function partFingerprints(
  services: Pick<RecordServices, 'vault'>,
  facts: string,
  questions: string,
): string[] {
  return [facts, questions, `${facts} ${questions}`].map((text) => partFingerprint(services, text));
}
