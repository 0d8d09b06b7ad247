import { withoutUnseen } from '../../domain/text/clean.js';
import type { RecordServices } from '../../ports/services.js';

/** Facts and questions with case, punctuation and spacing aside: equal means the same request. */
export function textFingerprint(
  services: Pick<RecordServices, 'vault'>,
  facts: string,
  questions: string,
): string {
  return services.vault.fingerprint('request-text', `${normal(facts)}\n${normal(questions)}`);
}

/** One text alone: a question for a call is compared with facts, questions and both of a request. */
export function partFingerprint(services: Pick<RecordServices, 'vault'>, text: string): string {
  return services.vault.fingerprint('text-part', normal(text));
}

export function partFingerprints(
  services: Pick<RecordServices, 'vault'>,
  facts: string,
  questions: string,
): string[] {
  return [facts, questions, `${facts} ${questions}`].map((text) => partFingerprint(services, text));
}

/** Without a shape, and as wide as a letter: a blank to the eye. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/gu;

function normal(text: string): string {
  return withoutUnseen(text.replace(FILLERS, ' '))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
