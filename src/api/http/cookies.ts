import { parseCookie } from 'cookie';
import type { Request } from 'express';

/** One cookie of a request; undefined when it isn't there. */
export function cookieOf(req: Request, name: string): string | undefined {
  return parseCookie(req.get('cookie') ?? '')[name];
}

/** With https the name binds the cookie to this host (`__Host-`); plain http on a laptop can't have that. */
export function cookieName(appUrl: string, name: string): string {
  return appUrl.startsWith('https:') ? `__Host-${name}` : name;
}
