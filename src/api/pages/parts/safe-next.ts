/** Where to go after signing in: only addresses of this site, so that a link can't lead elsewhere. */
export function safeNext(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 500) return null;
  // Backslashes and double slashes would make browsers read a host out of it.
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : null;
}
