import type { Request } from 'express';

/** The matched route with its parameters' names, never their values: paths may hold tokens. */
export function routeTemplate(req: Request): string {
  const path: unknown = req.route?.path;
  if (typeof path !== 'string') return 'unmatched';
  const mount = req.baseUrl || String(req.res?.locals.mount ?? '');
  return `${mount.split('/').map(wordOnly).join('/')}${path}`.replace(/(.)\/$/, '$1');
}

function wordOnly(segment: string): string {
  return /^[a-z0-9-]{0,24}$/.test(segment) ? segment : ':value';
}
