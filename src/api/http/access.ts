import type { RequestHandler } from 'express';
import { may, type Permission } from '../../domain/people/permissions.js';
import { problem } from './problem.js';

/** Who may call an operation: anybody, whoever is signed in or has a key, or only who has the permission. */
export type Access = 'public' | 'signed-in' | Permission;

/** 401 for nobody in particular, 403 without the permission. */
export function allow(access: Access): RequestHandler {
  return (req, _res, next) => {
    if (access === 'public') return next();
    if (req.actor.kind === 'public') throw problem('key-or-sign-in');
    if (access !== 'signed-in' && !may(req.actor, access)) {
      throw problem('role-not-allowed');
    }
    next();
  };
}
