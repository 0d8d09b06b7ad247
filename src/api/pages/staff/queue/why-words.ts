import type { WhyHere } from '../../../../domain/requests/why-here.js';
import type { Texts } from '../../../text/texts.js';

/** Why a request stands where it does, in words; its first letter as it comes, for its place stands before it. */
export function whyWords(
  texts: Texts,
  reasons: readonly WhyHere[],
  dateOf: (instant: string) => string,
): string {
  const { why } = texts.staff.queue;
  const words = reasons.map((reason) => {
    switch (reason.code) {
      case 'court':
      case 'filing':
        return why[reason.code](reason.days);
      case 'target':
      case 'due':
      case 'received':
        return why[reason.code](texts.dates.shortDate(dateOf(reason.at)));
      default:
        return why[reason.code];
    }
  });
  return words.join(', ');
}
