const english = new Intl.ListFormat('en-US');

/** "a, b, and c" */
export function listed(words: readonly string[]): string {
  return english.format(words);
}
