import type { RequestHandler } from 'express';
import type { Actor } from '../../../domain/people/actor.js';
import { may, type Permission } from '../../../domain/people/permissions.js';
import { problem } from '../../http/problem.js';
import { paths } from '../../paths.js';

export type StaffUser = Extract<Actor, { kind: 'user' }>;

/** Staff go on; who isn't signed in is led to signing in and back; anybody else is refused. */
export const requireStaff: RequestHandler = (req, res, next) => {
  res.set('Cache-Control', 'no-store');
  if (req.actor.kind === 'user') return next();
  if (req.actor.kind !== 'public') throw problem('not-staff');
  if (req.method !== 'GET') throw problem('signed-out-meanwhile');
  res.redirect(303, `${paths.signIn}?next=${encodeURIComponent(req.originalUrl)}`);
};

/** The page is for those with a permission. */
export const requirePermission =
  (permission: Permission): RequestHandler =>
  (req, _res, next) => {
    if (!may(req.actor, permission)) throw problem('page-not-for-role');
    next();
  };

/** The staff member asking; `requireStaff` stands before every page. */
export function staffUser(actor: Actor): StaffUser {
  if (actor.kind !== 'user') throw problem('not-staff');
  return actor;
}
