/** Why something is marked, in the order in which the page says it. */
export const UNUSUAL = ['many', 'night', 'command', 'refused'] as const;
export type Unusual = (typeof UNUSUAL)[number];

/** What counts as just now: as long as the start page counts it. */
export const UNUSUAL_DAYS = 7;

/** Whether a time of the wall, `HH:mm`, is in the night; one that ends before it begins goes over midnight. */
export function isNight(
  time: string,
  { nightFrom, nightUntil }: { nightFrom: string; nightUntil: string },
): boolean {
  return nightFrom <= nightUntil
    ? time >= nightFrom && time < nightUntil
    : time >= nightFrom || time < nightUntil;
}
