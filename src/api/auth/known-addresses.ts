import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import type { AppSettings } from '../app-deps.js';
import { cookieName, cookieOf } from '../middleware/cookies.js';

const HOUR_MS = 60 * 60_000;
const MOST = 4;

/**
 * Whether this browser has named an address: asked for a link to it, or typed it when a link was opened. Mailed
 * links ask anybody else for it, so that a forwarded one opens nothing and nobody ends up in a stranger's account.
 * The cookie holds digests that only this desk can make, and is gone after an hour.
 */
export interface KnownAddresses {
  knows(req: Request, address: string): boolean;
  remember(req: Request, res: Response, address: string): void;
  forget(res: Response): void;
}

/** Stands for an address that was typed to open one thing, and opens nothing else that was mailed there. */
export const openedBy = (email: string, what: string): string => `${what} of ${email}`;

export function createKnownAddresses({
  appUrl,
  appSecret,
}: Pick<AppSettings, 'appUrl' | 'appSecret'>): KnownAddresses {
  const name = cookieName(appUrl, 'ta-desk-addresses');
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: appUrl.startsWith('https:') } as const;
  const digest = (email: string) =>
    createHmac('sha256', `address:${appSecret}`).update(email.toLowerCase()).digest('base64url');
  const kept = (req: Request) => (cookieOf(req.get('cookie'), name) ?? '').split('.').filter(Boolean);
  return {
    knows: (req, email) => kept(req).includes(digest(email)),
    remember(req, res, email) {
      const mine = digest(email);
      const others = kept(req).filter((one) => one !== mine);
      res.cookie(name, [mine, ...others].slice(0, MOST).join('.'), { ...cookie, maxAge: HOUR_MS });
    },
    forget: (res) => void res.clearCookie(name, cookie),
  };
}
