import type { RequestHandler } from 'express';
import type { Route } from '../http/route.js';
import { problem } from '../http/unwrap.js';

/**
 * What is done with an address of the API: OPTIONS names the methods it has, and one it doesn't have is 405 with the
 * same list. Addresses that aren't described go on.
 */
export function knownMethods(routes: readonly Route[]): RequestHandler {
  const paths = [...new Set(routes.map(({ path }) => path))];
  // Of `/subscriptions/confirmations` and `/subscriptions/{token}` the one with fewer placeholders is meant.
  const patterns = paths
    .map((path) => ({
      holes: path.split('{').length,
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
      allow: routes.filter((one) => one.path === path).map(({ method }) => method.toUpperCase()),
    }))
    .sort((a, b) => a.holes - b.holes);
  return (req, res, next) => {
    const allow = patterns.find(({ pattern }) => pattern.test(req.path))?.allow;
    const method = req.method === 'HEAD' ? 'GET' : req.method;
    if (!allow || allow.includes(method)) return next();
    res.set('Allow', allow.join(', '));
    if (method === 'OPTIONS') return void res.status(204).end();
    throw problem('methods', { methods: allow });
  };
}
