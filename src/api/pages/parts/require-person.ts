import type { RequestHandler } from 'express';
import { paths } from '../../paths.js';

/** Requesters' pages: staff go to their queue, others sign in and come back to where they were going. */
export const requirePerson: RequestHandler = (req, res, next) => {
  if (req.actor.kind === 'person') return next();
  if (req.actor.kind === 'user') {
    const id = /^\/my\/requests\/([^/?]+)/.exec(req.originalUrl)?.[1];
    return res.redirect(303, id ? paths.staff.request(id) : paths.staff.queue);
  }
  const back = req.method === 'GET' ? req.originalUrl : paths.myRequests;
  res.redirect(303, `${paths.signIn}?next=${encodeURIComponent(back)}`);
};
