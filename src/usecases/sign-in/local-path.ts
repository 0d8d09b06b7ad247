/** Where to go after signing in: a path of this site, whatever was asked for. */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || next.length > 500) return '/';
  return /^\/(?![/\\])[\w\-./~?=&%]*$/.test(next) ? next : '/';
}
