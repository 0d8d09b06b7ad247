import { isDeepStrictEqual } from 'node:util';
import type { RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { statusOf } from '../errors.js';
import { hasField } from './answer.js';
import { problemSchema } from './problem.schema.js';
import type { Route } from './route.js';
import { routesAt } from './routes-at.js';

/** Tests look for it in the log of a web process. */
export const UNDESCRIBED = 'an answer is otherwise than described';

/**
 * Holds every answer of these operations against what the document says of it, whoever gives it: a handler, or what
 * stands before it. Told is where they differ, never what was answered. For tests; see `AppDeps.undescribed`.
 */
export function checkAnswers(routes: readonly Route[], tell: (difference: string) => void): RequestHandler {
  const at = routesAt(routes);
  return (req, res, next) => {
    const method = req.method === 'HEAD' ? 'get' : req.method.toLowerCase();
    const route = at(req.path).find((one) => one.method === method);
    if (!route) return next();
    const end = res.end.bind(res) as (...args: unknown[]) => Response;
    res.end = ((...args: unknown[]) => {
      const text = typeof args[0] === 'string' || Buffer.isBuffer(args[0]) ? String(args[0]) : '';
      const difference = differenceOf(route, res, req.method === 'HEAD' ? null : text);
      if (difference) tell(`${method.toUpperCase()} ${route.path} ${res.statusCode}: ${difference}`);
      return end(...args);
    }) as Response['end'];
    next();
  };
}

/** @param text null: of a HEAD, which has none. */
function differenceOf(route: Route, res: Response, text: string | null): string | null {
  const type = String(res.get('Content-Type') ?? '').split(';')[0];
  if (type === 'application/problem+json') return problemDifference(route, res.statusCode, text);
  const answer = route.answers[res.statusCode];
  if (!answer) return 'this status is not described';
  const { schema, file, location } = answer;
  if (location && !res.get('Location')) return 'no Location';
  if (hasField(schema, 'version') && !res.get('ETag')) return 'no ETag';
  if (file) return file.includes(type ?? '') ? null : `a file as ${type}`;
  if (!schema) return text ? 'a body, where none is described' : null;
  return type === 'application/json' ? bodyDifference(schema, text) : `as ${type}`;
}

function problemDifference({ problems }: Route, status: number, text: string | null): string | null {
  if (text === null) return null;
  const { code } = JSON.parse(text) as { code: string };
  const known = [...problems].find((one) => one === code);
  if (!known) return `the problem ${code} is not described`;
  return statusOf(known) === status ? bodyDifference(problemSchema, text) : `${code} with another status`;
}

/** Nothing else than what is described, too. */
function bodyDifference(schema: z.ZodType, text: string | null): string | null {
  if (text === null) return null;
  const body: unknown = JSON.parse(text);
  const read = schema.safeParse(body);
  if (!read.success) {
    return read.error.issues.map(({ path, code }) => `/${path.join('/')} is ${code}`).join(', ');
  }
  return isDeepStrictEqual(read.data, body) ? null : `${undescribed(body, read.data)} is not described`;
}

/** Where something stands in the body that its schema has left out. */
function undescribed(body: unknown, read: unknown, at = ''): string {
  if (typeof body !== 'object' || body === null || typeof read !== 'object' || read === null) return at;
  for (const [name, value] of Object.entries(body)) {
    const kept = (read as Record<string, unknown>)[name];
    if (!isDeepStrictEqual(value, kept)) return undescribed(value, kept, `${at}/${name}`);
  }
  return at;
}
