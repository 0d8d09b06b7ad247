import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { ZodError } from 'zod';
import type { AppServices } from '../app-deps.js';
import { lmsWebhook } from './lms-webhook.js';
import { nationBuilderWebhook } from './nationbuilder-webhook.js';
import { WebhookRefusal } from './webhook-request.js';
import type { Webhooks } from './webhooks.js';
import { zoomWebhook } from './zoom-webhook.js';

const LIMIT = '256kb';

/**
 * `/webhooks/…`, for services that prove themselves by a signature or token. Mounted before anything reads bodies,
 * sessions or form tokens: a signature is over the bytes as sent.
 */
export function webhooksRouter(
  app: AppServices,
  { zoom, nationBuilder, lms }: Webhooks,
  now: () => number = () => Date.now(),
): Router {
  const services = { ...app, now };
  const router = Router();
  router.use('/webhooks', express.raw({ type: () => true, limit: LIMIT }));
  router.post('/webhooks/zoom', zoom ? zoomWebhook(services, zoom) : absent);
  router.post(
    '/webhooks/nationbuilder',
    nationBuilder ? nationBuilderWebhook(services, nationBuilder) : absent,
  );
  router.post('/webhooks/lms', lms ? lmsWebhook(services, lms) : absent);
  router.use('/webhooks', absent);
  router.use('/webhooks', answerErrors(app));
  return router;
}

const absent: RequestHandler = () => {
  throw new WebhookRefusal(404, 'not-found');
};

/** A code and nothing else: bodies hold names and addresses. Failures of ours are 503, so that they are sent again. */
function answerErrors({ log }: Pick<AppServices, 'log'>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const { status, code } = refusalOf(error);
    // Any other path was typed by somebody.
    const webhook = ['/zoom', '/nationbuilder', '/lms'].includes(req.path) ? req.path.slice(1) : 'other';
    const name = error instanceof Error ? error.name : typeof error;
    if (status >= 500) log.error({ webhook, name }, 'a webhook could not be taken in');
    else if (status !== 404) log.warn({ webhook, code }, 'a webhook was refused');
    res.status(status).json({ code });
  };
}

function refusalOf(error: unknown): { status: number; code: string } {
  if (error instanceof WebhookRefusal) return error;
  if (error instanceof ZodError) return { status: 422, code: 'invalid' };
  const { type, status } = (error ?? {}) as { type?: string; status?: number };
  if (type === 'entity.too.large') return { status: 413, code: 'too-large' };
  if (status !== undefined && status >= 400 && status < 500) return { status, code: 'malformed' };
  return { status: 503, code: 'unavailable' };
}
