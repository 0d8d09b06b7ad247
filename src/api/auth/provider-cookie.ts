import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ProviderAsk } from '../../ports/identity-providers.js';
import type { AppSettings } from '../app-deps.js';
import { cookieName, cookieOf } from '../http/cookies.js';

const VALID_MS = 10 * 60_000;
const LONGEST = 3_000;

/** On the way to a provider and back, in this browser alone. */
export interface OnTheWay {
  provider: string;
  ask: ProviderAsk;
  next: string;
}

const kept = z.strictObject({
  provider: z.string(),
  ask: z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  next: z.string(),
  until: z.number(),
});

export interface ProviderCookie {
  set(res: Response, way: OnTheWay): void;
  /** What was kept, which is gone then: no answer counts twice. */
  take(req: Request, res: Response): OnTheWay | null;
}

/** A signed cookie: nothing is stored of somebody who has only gone there. */
export function createProviderCookie({
  appUrl,
  appSecret,
}: Pick<AppSettings, 'appUrl' | 'appSecret'>): ProviderCookie {
  const name = cookieName(appUrl, 'ta-desk-provider');
  const cookie = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: appUrl.startsWith('https:'),
  } as const;
  const signed = (body: string) => createHmac('sha256', `provider:${appSecret}`).update(body).digest();
  return {
    set(res, way) {
      const body = Buffer.from(JSON.stringify({ ...way, until: Date.now() + VALID_MS })).toString(
        'base64url',
      );
      res.cookie(name, `${body}.${signed(body).toString('base64url')}`, { ...cookie, maxAge: VALID_MS });
    },
    take(req, res) {
      const value = cookieOf(req, name);
      if (value === undefined) return null;
      res.clearCookie(name, cookie);
      const [body = '', mac = '', ...rest] = value.slice(0, LONGEST).split('.');
      const given = Buffer.from(mac, 'base64url');
      const right = signed(body);
      if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const { until, ...way } = kept.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      return until > Date.now() ? way : null;
    },
  };
}
