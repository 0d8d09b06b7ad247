import type { RequestHandler } from 'express';
import { may, type Permission } from '../../domain/people/permissions.js';
import { problem } from '../http/unwrap.js';

/** 401 for nobody in particular. */
export const signedIn: RequestHandler = (req, _res, next) => {
  if (req.actor.kind === 'public') throw problem('unauthenticated', 'Send an API key or sign in.');
  next();
};

/** 401 for nobody in particular, 403 without the permission. */
export function permitted(permission: Permission): RequestHandler {
  return (req, _res, next) => {
    if (req.actor.kind === 'public') throw problem('unauthenticated', 'Send an API key or sign in.');
    if (!may(req.actor, permission)) throw problem('forbidden', 'Your role does not allow this.');
    next();
  };
}
