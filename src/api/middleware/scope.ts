import type { RequestHandler } from 'express';
import { problem } from '../http/problem.js';

/** A key does what its scopes name: `read` for GET, `write` for the rest. People have no scopes. */
export const checkScope: RequestHandler = (req, _res, next) => {
  if (req.actor.kind !== 'key') return next();
  const needed = req.method === 'GET' || req.method === 'HEAD' ? 'read' : 'write';
  if (!req.actor.scopes.includes(needed)) throw problem('scope-missing', { scope: needed });
  next();
};
