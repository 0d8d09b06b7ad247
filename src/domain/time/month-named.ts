const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 for `January`, `jan`, `Jan.`; null for what only begins like a month, as marbles do. */
export function monthNamed(typed: string): number | null {
  const word = typed.trim().toLowerCase().replace(/\.$/, '');
  if (word.length < 3) return null;
  const index = MONTHS.findIndex((month) => month.startsWith(word));
  return index < 0 ? null : index + 1;
}
