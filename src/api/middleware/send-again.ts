import type { Request, Response } from 'express';
import { fieldsOf, many } from '../pages/kit/fields.js';
import { isFromThisSite } from './from-elsewhere.js';

/** A form that failed through no fault of who sent it, to be sent once more as it was. */
export interface SendAgain {
  action: string;
  fields: { name: string; value: string }[];
  /** What was written in words, to be seen and copied. */
  words: string[];
}

/** Null where nothing was sent, or by another site. A file has to be chosen again, so such a form is only shown. */
export function sendAgain(req: Request, res: Response): SendAgain | null {
  if (req.method !== 'POST' || !isFromThisSite(req)) return null;
  const sent = fieldsOf(req.body);
  const words = Object.keys(sent)
    .flatMap((name) => many(sent, name))
    .filter((value) => /\s|@/.test(value));
  const token = many(sent, '_csrf')[0] ?? res.locals.csrfToken;
  const fields = Object.keys({ ...sent, _csrf: token }).flatMap((name) =>
    (name === '_csrf' ? [String(token ?? '')] : many(sent, name)).map((value) => ({ name, value })),
  );
  // Its body may not have been read yet.
  if (req.is('multipart/form-data')) return { action: req.originalUrl, fields: [], words };
  return fields.length < 2 ? null : { action: req.originalUrl, fields, words };
}
