/** Words of the one way in which pages ask for a date. `what` begins a sentence: "The date of the hearing". */
export const dateText = {
  what: 'The date',
  parts: { month: 'Month', day: 'Day', year: 'Year' },
  missing: (what: string) => `Enter ${lowerFirst(what)}.`,
  missingParts: (what: string, parts: readonly string[]) =>
    `${what} must include a ${parts.join(' and a ')}.`,
  month: (what: string) => `${what} must be a real date: check the month.`,
  day: (what: string) => `${what} must be a real date: check the day.`,
  noSuchDay: (what: string) => `${what} must be a real date: that month doesn’t have this day.`,
  year: 'Enter a four-digit year, like 2027.',
};

/** Says how, not which day: an example would be in the past one day. */
export const DATE_HINT = 'In numbers: month, day, and the four digits of the year.';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
