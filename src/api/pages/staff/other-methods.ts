import type { RequestHandler, Router } from 'express';
import { problem } from '../../http/problem.js';

interface Layer {
  match(path: string): boolean;
  route?: { methods: Record<string, boolean | undefined> };
}

/**
 * Behind a router's pages: one that is there, asked for by a method that it doesn't have, is 405 with those that it has.
 * What isn't there goes on.
 */
export function otherMethods(router: Router): RequestHandler {
  return (req, res, next) => {
    // What stands in its path is matched as the router itself does.
    const layers = router.stack as unknown as Layer[];
    const at = layers.flatMap((layer) => (layer.route && layer.match(req.path) ? [layer.route.methods] : []));
    const has = ['get', 'post'].filter((method) => at.some((methods) => methods[method]));
    const allow = has.map((method) => method.toUpperCase());
    const asked = req.method === 'HEAD' ? 'GET' : req.method;
    if (allow.length === 0 || allow.includes(asked)) return next();
    res.set('Allow', allow.join(', '));
    if (asked === 'OPTIONS') return void res.status(204).end();
    throw problem('methods', { methods: allow });
  };
}
