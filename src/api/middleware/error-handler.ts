import type { ErrorRequestHandler, Request, Response } from 'express';
import { because, type Problem, refuseAt } from '../../domain/result.js';
import { CannotPlan } from '../../domain/time/cannot-plan.js';
import { FilesError } from '../../ports/files.js';
import type { Log } from '../../ports/log.js';
import { isDatabaseAway } from '../../usecases/database-error.js';
import { isForPermission, ProblemError, passes, problemDocument, statusOf } from '../errors.js';
import { isApi } from './is-api.js';
import { routeTemplate } from './route-template.js';
import { sendAgain } from './send-again.js';

/** For those told to wait without a time. */
const SOON_SECONDS = 60;

/** The only place that turns refusals and failures into answers; details of failures go nowhere. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const problem = asProblem(error);
    if (statusOf(problem.code) >= 500) {
      log.error({ request: req.number, route: routeTemplate(req), ...describe(error) }, 'a request failed');
    }
    if (isForPermission(problem.code)) await req.noteRefusal?.(problem.reason);
    if (problem.code === 'unauthenticated' && isApi(req.path)) res.set('WWW-Authenticate', 'Bearer');
    const wait = problem.retryAfter ?? (passes(problem.code) ? SOON_SECONDS : undefined);
    // A limit of the middleware has said it already.
    if (wait !== undefined && !res.get('Retry-After')) res.set('Retry-After', String(wait));
    if (isApi(req.path)) return sendProblem(req, res, problem);
    sendErrorPage(req, res, problem);
  };
}

function sendProblem(req: Request, res: Response, problem: Problem): void {
  res.status(statusOf(problem.code)).type('application/problem+json');
  res.send(JSON.stringify(problemDocument(req.texts, problem)));
}

/** The pages' template, with what was typed where the failure is ours; plain words if even that fails. */
function sendErrorPage(req: Request, res: Response, problem: Problem): void {
  const document = problemDocument(req.texts, problem);
  res.status(document.status);
  const again = document.status >= 500 ? sendAgain(req, res) : null;
  res.render('views/error.njk', { ...document, again }, (failure: Error | null, html?: string) => {
    if (failure || html === undefined)
      return res.type('text/plain').send(`${document.title}. ${document.detail}`);
    res.type('html').send(html);
  });
}

/** Errors of the parsers and of Express, in our codes. */
function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  // Thrown deep inside transactions, wherever dates are computed from what somebody sent.
  if (error instanceof CannotPlan) return because('cannot-plan');
  const { type, code, status } = (error ?? {}) as { type?: string; code?: string; status?: number };
  if (code === 'LIMIT_FILE_SIZE') return because('file-too-large');
  if (type === 'entity.too.large' || type === 'parameters.too.many') return because('body-too-large');
  if (type === 'entity.parse.failed') return refuseAt('', 'body-not-json').problem;
  if (code?.startsWith('LIMIT_')) return refuseAt('/file', 'one-file-in-field').problem;
  if (isDatabaseAway(error)) return because('database-away');
  if (error instanceof FilesError && error.fault === 'away') return because('files-away');
  if (status !== undefined && status >= 400 && status < 500) return because('request-unreadable');
  return because('failed-here');
}

/** Names and positions only: a message may quote what somebody typed. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    code: typeof code === 'string' ? code : undefined,
    at: frames?.map((line) => line.trim()),
  };
}
