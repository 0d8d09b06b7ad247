import type { RequestHandler } from 'express';
import { paths } from '../../paths.js';
import type { DraftStore } from './draft-store.js';

/** A form begun signed in is there for its owner alone: once the session is over, they sign in and go on. */
export const signInAgain =
  (drafts: DraftStore): RequestHandler =>
  async (req, res, next) => {
    if (req.actor.kind !== 'public' || !(await drafts.isAnothers(req))) return next();
    res.redirect(303, `${paths.signIn}?next=${encodeURIComponent(req.originalUrl)}`);
  };
