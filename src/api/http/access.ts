import type { RequestHandler } from 'express';
import { may, type Permission, ruleOf } from '../../domain/people/permissions.js';
import { problem } from './problem.js';

/**
 * Who may call an operation, by its row of the permission table: 401 for nobody in particular, 403 for whom the row does
 * not name. Whose a thing is, the use case looks.
 */
export function allow(permission: Permission): RequestHandler {
  const { people = [], everybody = false } = ruleOf(permission);
  return (req, _res, next) => {
    const { actor } = req;
    if (everybody) return next();
    if (actor.kind === 'public') throw problem('key-or-sign-in');
    const allowed = actor.kind === 'person' ? people.length > 0 : may(actor, permission);
    if (!allowed) throw problem('role-not-allowed');
    next();
  };
}

/** 401 for nobody in particular. */
export const signedIn: RequestHandler = (req, _res, next) => {
  if (req.actor.kind === 'public') throw problem('key-or-sign-in');
  next();
};
