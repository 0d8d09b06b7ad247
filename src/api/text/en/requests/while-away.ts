import type { RequestEventData } from '../../../../domain/requests/state.js';

/** Why work changed hands because of a time away. */
const why = {
  away: ', who stands in for a colleague who is away',
  back: ', who is back',
};

/** Behind the name of whoever got work. */
export function whileAway(
  { covers, insteadOf }: Pick<RequestEventData, 'covers' | 'insteadOf'>,
  staff: (id: string) => string,
): string {
  if (insteadOf) return `, who stands in for ${staff(insteadOf)}, who is away`;
  return covers ? why[covers] : '';
}
