/** Address of the page whose button uses the link up: opening it (a mail scanner does) changes nothing. */
export function signInUrl({ appUrl, token, next }: { appUrl: string; token: string; next: string }): string {
  const url = new URL('/sign-in/confirm', appUrl);
  url.searchParams.set('token', token);
  if (next !== '/') url.searchParams.set('next', next);
  return url.href;
}
