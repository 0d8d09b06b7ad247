import type { Request, RequestHandler } from 'express';
import type { AppSettings } from '../app-deps.js';
import { problem } from '../http/unwrap.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
/** Read by whatever watches the desk, under addresses of its own. */
const WATCHED = ['/healthz', '/readyz', '/metrics'];
/** Set by proxies: what stands before one is not on this machine. */
const FORWARDED = ['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'cf-connecting-ip', 'true-client-ip'];

/**
 * Refuses requests for another host: a page elsewhere whose name was made to lead here (DNS rebinding) would
 * otherwise read this desk through its visitor's browser.
 */
export function ownHost({ appUrl, host }: Pick<AppSettings, 'appUrl' | 'host'>): RequestHandler {
  const own = new Set([...LOOPBACK_NAMES, new URL(appUrl).hostname, ...(host ? [inBrackets(host)] : [])]);
  return (req, _res, next) => {
    if (host && WATCHED.includes(req.path)) return next();
    const name = hostName(req);
    if (name === null || !own.has(name)) {
      throw problem('wrong-host', 'This desk is not at the address that was asked for.');
    }
    next();
  };
}

/** True for a browser on this machine: no peer from elsewhere, and no proxy in between. */
export function isFromHere(req: Request): boolean {
  const names = Object.keys(req.headers);
  const forwarded = names.some((name) => FORWARDED.includes(name) || name.startsWith('x-forwarded-'));
  // Of a proxy that says nothing of itself, the old version of the protocol is all there is to see.
  return isLoopback(req.socket.remoteAddress) && !forwarded && req.httpVersion !== '1.0';
}

function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace('::ffff:', '') ?? '';
  return plain === '::1' || plain.startsWith('127.');
}

/** The name in the Host header, without its port; null: none, or not written as one. */
function hostName({ headers }: Request): string | null {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/.exec(headers.host?.toLowerCase() ?? '')?.[1] ?? null;
}

const inBrackets = (host: string): string => (host.includes(':') ? `[${host}]` : host.toLowerCase());
