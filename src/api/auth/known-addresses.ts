import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import type { AppSettings } from '../app-deps.js';
import { cookieName, cookieOf } from '../http/cookies.js';

const HOUR_MS = 60 * 60_000;
const MOST = 4;

/**
 * Whether this browser has named an address: asked for a link to it, or typed it when a link was opened. Mailed
 * links ask anybody else for it, so that a forwarded one opens nothing and nobody ends up in a stranger's account.
 * The cookie holds digests that only this desk can make, each with when it was named first and last: known is what was
 * named before the link left, until an hour after it was named last.
 */
export interface KnownAddresses {
  /**
   * `sentAt`: when the link left. Naming its address afterwards, by asking for another, would be a guess that nobody
   * counts.
   */
  knows(req: Request, address: string, sentAt?: Date): boolean;
  remember(req: Request, res: Response, address: string, at?: Date): void;
  forget(res: Response): void;
}

/** Stands for an address that was typed to open one thing, and opens nothing else that was mailed there. */
export const openedBy = (email: string, what: string): string => `${what} of ${email}`;

/** The link of a form, for the browser that sent it to this address or has named it. */
export const openedForm = ({ email, id }: { email: string; id: string }) => openedBy(email, `form/${id}`);

export function createKnownAddresses({
  appUrl,
  appSecret,
}: Pick<AppSettings, 'appUrl' | 'appSecret'>): KnownAddresses {
  const name = cookieName(appUrl, 'ta-desk-addresses');
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: appUrl.startsWith('https:') } as const;
  const entryOf = (email: string, times: string) =>
    `${times}~${createHmac('sha256', `address:${appSecret}`).update(`${times} ${email.toLowerCase()}`).digest('base64url')}`;
  const timesOf = (entry: string) => entry.split('~', 1)[0] ?? '';
  const named = (entry: string) => {
    const [first = '', last = first] = timesOf(entry).split('-');
    return { first: Number.parseInt(first, 36), last: Number.parseInt(last, 36) };
  };
  const isYoung = (entry: string) => named(entry).last > Date.now() - HOUR_MS;
  const kept = (req: Request) =>
    (cookieOf(req, name) ?? '').split('.', MOST).filter((entry) => entry.length < 80 && isYoung(entry));
  const entryIn = (req: Request, email: string) =>
    kept(req).find((entry) => entry === entryOf(email, timesOf(entry)));
  return {
    knows(req, email, sentAt) {
      const entry = entryIn(req, email);
      if (entry === undefined) return false;
      return sentAt === undefined || named(entry).first <= sentAt.getTime();
    },
    remember(req, res, email, at = new Date()) {
      const before = entryIn(req, email);
      const last = at.getTime();
      const first = before === undefined ? last : named(before).first;
      const mine = entryOf(email, `${first.toString(36)}-${last.toString(36)}`);
      const others = kept(req).filter((one) => one !== before);
      res.cookie(name, [mine, ...others].slice(0, MOST).join('.'), { ...cookie, maxAge: HOUR_MS });
    },
    forget: (res) => void res.clearCookie(name, cookie),
  };
}
