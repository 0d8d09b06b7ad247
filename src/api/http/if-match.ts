import type { Request, Response } from 'express';
import { wrongAt } from '../../domain/result.js';
import { problem } from './problem.js';

/** As ETags are written here; a star asks for nothing. */
export const IF_MATCH = /^(?:\*|(?:W\/)?"\d{1,9}")$/;

/** Version asked for by `If-Match: "<version>"`; undefined without the header or with `*`. */
export function ifMatch(req: Request): number | undefined {
  const value = req.get('if-match');
  if (value === undefined || value === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(value)?.[1];
  if (version === undefined) {
    throw problem('if-match-unreadable', [wrongAt('', 'if-match-not-readable')]);
  }
  return Number(version);
}

export function setVersion(res: Response, version: number): void {
  res.set('ETag', `"${version}"`);
}
