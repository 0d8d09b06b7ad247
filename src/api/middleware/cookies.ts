/** One cookie of a Cookie header; undefined when it isn't there. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return rest.join('=');
  }
  return undefined;
}

/** With https the name binds the cookie to this host (`__Host-`); plain http on a laptop can't have that. */
export function cookieName(appUrl: string, name: string): string {
  return appUrl.startsWith('https:') ? `__Host-${name}` : name;
}
