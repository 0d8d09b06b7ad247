import type { Request, RequestHandler } from 'express';
import type { ZoomFact } from '../../ports/meetings.js';
import { deliveryId, once, type TakeFact } from '../../usecases/webhooks/once.js';
import { answerValidation, verifyZoomSignature } from './verify-zoom-signature.js';
import { jsonOf, rawBodyOf, refuseWebhook, type WebhookServices } from './webhook-request.js';
import { zoomEnvelope, zoomFactOf, zoomValidation } from './zoom-event.schema.js';

/** Checks, hands over, answers. Facts are taken in once; how late and in what order they come is theirs to say. */
export function zoomWebhook(
  services: WebhookServices,
  { secret, take }: { secret: string; take: TakeFact<ZoomFact> },
): RequestHandler {
  const { log, now } = services;
  return async (req: Request, res) => {
    const rawBody = rawBodyOf(req);
    const verdict = verifyZoomSignature({
      secret,
      timestamp: req.get('x-zm-request-timestamp'),
      signature: req.get('x-zm-signature'),
      rawBody,
      nowMs: now(),
    });
    if (verdict !== 'ok') throw refuseWebhook(401, `signature-${verdict}`);
    const envelope = zoomEnvelope.parse(jsonOf(rawBody));
    if (envelope.event === 'endpoint.url_validation') {
      res.json(answerValidation(secret, zoomValidation.parse(envelope.payload).plainToken));
      return;
    }
    const fact = zoomFactOf(envelope);
    if (!fact) {
      res.json({ taken: false });
      return;
    }
    const delivery = { id: deliveryId('zoom', rawBody), source: 'zoom', at: new Date(now()) };
    const taken = await once(services, delivery, (rec) => take(rec, fact));
    log.info({ webhook: 'zoom', kind: fact.kind, taken }, 'a webhook came');
    res.json({ taken });
  };
}
