import type { RequestHandler } from 'express';
import { whyNoLine } from '../../domain/text/typed.js';
import { notFound, problemAt } from '../http/problem.js';

/**
 * No address of ours has control characters, and none asks with them: a path that holds them leads nowhere, a query
 * is refused. Here once, so that no page or route has to think of it before it asks the database.
 */
export const readableAddress: RequestHandler = (req, _res, next) => {
  const [path = '', ...query] = req.originalUrl.split('?');
  // `//host` and `/\\host` are read as addresses of other sites.
  if (!isReadable(decoded(path)) || /^\/[/\\]/.test(path)) throw notFound();
  for (const [name, value] of new URLSearchParams(query.join('?'))) {
    if (isReadable(name.trim()) && isReadable(value.trim())) continue;
    throw problemAt(`/${isReadable(name) ? name : ''}`, 'address-unreadable');
  }
  next();
};

/** An empty value says nothing, and is the page's own business. */
function isReadable(text: string | null): boolean {
  return text !== null && [null, 'empty'].includes(whyNoLine(text));
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
