import type { Request } from 'express';
import { urlOf } from '../../domain/text/url-of.js';
import type { AppSettings } from '../app-deps.js';

/** A page of another site can't make a browser show its words in a form of ours. Old browsers don't say. */
export function isFromThisSite(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  return site === undefined || site === 'same-origin';
}

/**
 * True when a browser says that another site's page sends this. Typed by hand, or sent by no page at all, is `none`.
 * Older browsers name the origin alone, which a page without a referrer leaves out as `null`: our own have none.
 */
export function isFromElsewhere(req: Request, { appUrl }: Pick<AppSettings, 'appUrl'>): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = req.get('origin');
  if (origin === undefined || origin === 'null') return false;
  const host = hostOf(origin);
  return host === null || (host !== req.get('host')?.toLowerCase() && host !== hostOf(appUrl));
}

function hostOf(origin: string): string | null {
  return urlOf(origin)?.host ?? null;
}
