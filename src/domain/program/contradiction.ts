/** Something in the program that no single setting can show wrong. `path` leads to the setting to change. */
export interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** The entries whose key an earlier entry has already. */
export function repeats<T>(entries: T[], key: (entry: T) => string): T[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const known = seen.has(key(entry));
    seen.add(key(entry));
    return known;
  });
}
