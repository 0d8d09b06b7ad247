/**
 * An address taken apart; null where it is none. Not by `URL.canParse`: once optimized, that of Node 20 takes letters such as ü
 * for broken ones.
 */
export function urlOf(written: string): URL | null {
  try {
    return new URL(written);
  } catch {
    return null;
  }
}
