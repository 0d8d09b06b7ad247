import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { AppSettings } from '../app-deps.js';
import { problem } from '../http/unwrap.js';
import { cookieName, cookieOf } from './cookies.js';
import { isApi } from './identify.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The form token of this browser: a keyed digest over a random cookie and the session, so that it can't be made
 * elsewhere and ends with the session. People who aren't signed in have one too.
 */
export function readCsrfToken(args: {
  req: Request;
  res: Response;
  config: AppSettings;
  sessionToken: string;
}): string {
  const { req, res, config, sessionToken } = args;
  const name = cookieName(config.appUrl, 'ta-desk-form');
  let seed = cookieOf(req.get('cookie'), name);
  if (seed === undefined || !/^[\w-]{43}$/.test(seed)) {
    seed = randomBytes(32).toString('base64url');
    if (!isApi(req.path)) {
      const secure = config.appUrl.startsWith('https:');
      res.cookie(name, seed, { httpOnly: true, sameSite: 'lax', path: '/', secure });
    }
  }
  return createHmac('sha256', `csrf:${config.appSecret}`)
    .update(`${seed}|${sessionToken}`)
    .digest('base64url');
}

/**
 * Links of mails whose address is the whole proof: nobody can be tricked into one without knowing it, and the browsers
 * inside mail programs keep no cookie that a form token could hang on.
 */
const BY_ADDRESS = /^\/(unsubscribe|subscribe\/confirm|calls\/[^/]+\/poll)\/[^/]+\/?$/;

/** Every change a browser could be tricked into needs the form's token; calls by key or by nobody don't. */
export const checkCsrf: RequestHandler = (req, _res, next) => {
  if (SAFE.has(req.method) || req.proof === 'key' || BY_ADDRESS.test(req.path)) return next();
  if (isApi(req.path) && req.proof === 'none') return next();
  const sent: unknown = req.get('x-csrf-token') ?? req.body?._csrf;
  if (typeof sent !== 'string' || !same(sent, req.csrfToken)) {
    throw problem(
      'forbidden',
      'This page was open for too long or in another sign-in. Go back, reload it and send it again.',
    );
  }
  if (req.body && typeof req.body === 'object') delete req.body._csrf;
  next();
};

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
