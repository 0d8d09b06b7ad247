import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { completionSchema } from '../../domain/training/completion.schema.js';
import { recordCompletion } from '../../usecases/completions/record-completion.js';
import { noteDelivery, wasDelivered } from '../../usecases/webhooks/deliveries.js';
import { verifyStandardWebhook } from './verify-standard-webhook.js';
import { jsonOf, rawBodyOf, refuseWebhook, type WebhookServices } from './webhook-request.js';

/** One completion. Without `sourceId` the delivery's id stands for it. */
const lmsEvent = z.object({
  type: z.string().max(100),
  data: z.unknown(),
});
const lmsCompletion = completionSchema
  .omit({ source: true, sourceId: true })
  .extend({ sourceId: lineSchema(200).optional() })
  // What else a system tells about its learners is not kept.
  .strip();

/**
 * Standard Webhooks from a learning management system. A completion is unique by its source id, so a repeated
 * delivery is harmless; the row of deliveries only spares the work. Written after, so that a crash in between repeats.
 */
export function lmsWebhook(services: WebhookServices, { secret }: { secret: string }): RequestHandler {
  const { log, now } = services;
  return async (req: Request, res) => {
    const rawBody = rawBodyOf(req);
    const webhookId = req.get('webhook-id');
    const verdict = verifyStandardWebhook({
      secrets: secret,
      id: webhookId,
      timestamp: req.get('webhook-timestamp'),
      signatures: req.get('webhook-signature'),
      rawBody,
      nowMs: now(),
    });
    if (verdict !== 'ok' || !webhookId) throw refuseWebhook(401, `signature-${verdict}`);
    const event = lmsEvent.parse(jsonOf(rawBody));
    const id = `lms:${webhookId.slice(0, 200)}`;
    const seen = await wasDelivered(services, id);
    if (event.type !== 'course.completed' || seen) {
      res.json({ taken: false });
      return;
    }
    const { sourceId = webhookId.slice(0, 200), ...completion } = lmsCompletion.parse(event.data);
    const recorded = await recordCompletion(
      services,
      { kind: 'system' },
      { ...completion, source: 'lms', sourceId },
    );
    if (!recorded.ok) throw refuseWebhook(422, recorded.problem.code);
    await noteDelivery(services, { id, source: 'lms', receivedAt: new Date(now()) });
    log.info({ webhook: 'lms', taken: recorded.value.isNew }, 'a webhook came');
    res.json({ taken: recorded.value.isNew });
  };
}
