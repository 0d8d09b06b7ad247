import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { ContactFact } from '../../ports/contacts.js';
import { deliveryId, once, type TakeFact } from '../../usecases/webhooks/once.js';
import { sameText } from './same-text.js';
import { jsonOf, rawBodyOf, refuseWebhook, type WebhookServices } from './webhook-request.js';

const token = z.object({ token: z.string().max(500) });
const body = z.object({
  payload: z.object({
    person: z
      .object({ id: z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String) })
      .nullish(),
  }),
});

/** The older API's webhooks: no signature, only a token in the body. So they are a hint to read, and no more. */
export function nationBuilderWebhook(
  services: WebhookServices,
  { secret, take }: { secret: string; take: TakeFact<ContactFact> },
): RequestHandler {
  const { log, now } = services;
  return async (req: Request, res) => {
    const rawBody = rawBodyOf(req);
    const sent = jsonOf(rawBody);
    if (!sameText(token.safeParse(sent).data?.token ?? '', secret)) throw refuseWebhook(401, 'token-wrong');
    const { person } = body.parse(sent).payload;
    if (!person) {
      res.json({ taken: false });
      return;
    }
    const delivery = {
      id: deliveryId('nationbuilder', rawBody),
      source: 'nationbuilder',
      at: new Date(now()),
    };
    const taken = await once(services, delivery, (rec) =>
      take(rec, { kind: 'contact-changed', contactId: person.id, delivery: delivery.id }),
    );
    log.info({ webhook: 'nationbuilder', taken }, 'a webhook came');
    res.json({ taken });
  };
}
