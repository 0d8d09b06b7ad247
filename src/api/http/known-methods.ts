import type { RequestHandler } from 'express';
import { problem } from './problem.js';
import type { Route } from './route.js';
import { routesAt } from './routes-at.js';

/**
 * What is done with an address of the API: OPTIONS names the methods it has, and one it doesn't have is 405 with the
 * same list. Addresses that aren't described go on.
 */
export function knownMethods(routes: readonly Route[]): RequestHandler {
  const at = routesAt(routes);
  return (req, res, next) => {
    const allow = at(req.path).map(({ method }) => method.toUpperCase());
    const method = req.method === 'HEAD' ? 'GET' : req.method;
    if (allow.length === 0 || allow.includes(method)) return next();
    res.set('Allow', allow.join(', '));
    if (method === 'OPTIONS') return void res.status(204).end();
    throw problem('methods', { methods: allow });
  };
}
