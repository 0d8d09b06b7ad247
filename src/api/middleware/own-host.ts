import type { Request, RequestHandler } from 'express';
import type { AppSettings } from '../app-deps.js';
import { problem } from '../http/problem.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
/** Read by whatever watches the desk, under addresses of its own. */
const WATCHED = ['/healthz', '/readyz', '/metrics'];

/**
 * Refuses requests for another host: a page elsewhere whose name was made to lead here (DNS rebinding) would
 * otherwise read this desk through its visitor's browser.
 */
export function ownHost({ appUrl, host }: Pick<AppSettings, 'appUrl' | 'host'>): RequestHandler {
  const own = new Set([...LOOPBACK_NAMES, new URL(appUrl).hostname, ...(host ? [inBrackets(host)] : [])]);
  return (req, _res, next) => {
    // Two would be read differently by whoever stands in between.
    if (namesOf(req).filter((name) => name === 'host').length > 1) {
      throw problem('host-named-twice');
    }
    if (host && WATCHED.includes(req.path)) return next();
    const name = hostName(req);
    if (name === null || !own.has(name)) {
      throw problem('not-this-host');
    }
    next();
  };
}

/**
 * What browsers and plain clients say of themselves. Whoever stands in between adds words of their own, under more
 * names than a list of proxies could keep up with (X-Forwarded-…, Via, CDN-Loop, …), so anything else is one.
 */
const OF_A_BROWSER =
  /^(?:host|connection|keep-alive|user-agent|accept(?:-[a-z]+)*|cookie|referer|origin|authorization|cache-control|pragma|dnt|priority|te|range|purpose|save-data|upgrade-insecure-requests|content-(?:type|length)|if-[a-z-]+|sec-[a-z-]+|x-csrf-token|x-requested-with)$/;

/** True for a browser on this machine: no peer from elsewhere, and no proxy in between. */
export function isFromHere(req: Request): boolean {
  const direct = namesOf(req).every((name) => OF_A_BROWSER.test(name));
  // Of a proxy that says nothing of itself, the old version of the protocol is all there is to see.
  return isLoopback(req.socket.remoteAddress) && direct && req.httpVersion !== '1.0';
}

/** Of all headers as they came: Node leaves repeated ones out, and joins others. */
const namesOf = ({ rawHeaders }: Request): string[] =>
  rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());

function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace('::ffff:', '') ?? '';
  return plain === '::1' || plain.startsWith('127.');
}

/** The name in the Host header, without its port; null: none, or not written as one. */
function hostName({ headers }: Request): string | null {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/.exec(headers.host?.toLowerCase() ?? '')?.[1] ?? null;
}

const inBrackets = (host: string): string => (host.includes(':') ? `[${host}]` : host.toLowerCase());
