import { Router } from 'express';
import type { AppDeps } from '../app-deps.js';
import { parse, uuidParam } from '../http/parse.js';
import { unwrap } from '../http/unwrap.js';
import { permitted } from '../middleware/require.js';
import { listMessages } from './list-messages.js';
import { messagesQuery, resolutionSchema } from './message.schema.js';
import { resolveMessage } from './resolve-message.js';

export function messagesRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.get('/messages', permitted('messages.read'), async (req, res) => {
    res.json(unwrap(await listMessages(services, req.actor, parse(messagesQuery, req.query))));
  });
  router.post('/messages/:id/resolution', permitted('messages.resolve'), async (req, res) => {
    const id = uuidParam(req.params.id);
    res.json(unwrap(await resolveMessage(services, req.actor, id, parse(resolutionSchema, req.body))));
  });
  return router;
}
