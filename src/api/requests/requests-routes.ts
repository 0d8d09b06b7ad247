import { type Request, Router } from 'express';
import { z } from 'zod';
import {
  decisionSchema,
  informationSchema,
  messageSchema,
  reopeningSchema,
  supervisorConfirmationSchema,
  withdrawalSchema,
} from '../../domain/requests/decision.schema.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import type { AppDeps } from '../app-deps.js';
import { commandId } from '../http/command-id.js';
import { ifMatch, setVersion } from '../http/if-match.js';
import { shortListQuery } from '../http/page-of.js';
import { parse, uuidParam } from '../http/parse.js';
import { unwrap } from '../http/unwrap.js';
import { signedIn } from '../middleware/require.js';
import { askReopening } from './correspondence/ask-reopening.js';
import { readCorrespondence } from './correspondence/read-correspondence.js';
import { writeMessage } from './correspondence/write-message.js';
import { decideRequest } from './decide-request.js';
import { listQuerySchema, listRequests } from './list-requests.js';
import { parseSubmission } from './parse-submission.js';
import { getRequest, requestClock, requestResponse } from './read-request.js';
import { requestContent } from './request-content.js';
import { requestEvents } from './request-events.js';
import {
  answerInformation,
  changeCourtDeadline,
  confirmSupervisor,
  withdrawRequest,
} from './requester-actions.js';
import { submitRequest } from './submit-request.js';

const none = z.strictObject({});

/** TA requests over the API (api.md "TA requests"). Routes only translate; use cases decide. */
export function requestsRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.use('/ta-requests', signedIn);

  router.post('/ta-requests', async (req, res) => {
    const submission = parseSubmission(services, req.actor, req.body);
    const view = unwrap(await submitRequest(services, req.actor, submission, { id: commandId(req) }));
    res.location(view.links.self);
    setVersion(res, view.version);
    res.status(201).json(view);
  });
  router.get('/ta-requests', async (req, res) => {
    res.json(unwrap(await listRequests(services, req.actor, parse(listQuerySchema, req.query))));
  });
  router.get('/ta-requests/:id', async (req, res) => {
    parse(none, req.query);
    const view = unwrap(await getRequest(services, req.actor, uuidParam(req.params.id)));
    setVersion(res, view.version);
    res.json(view);
  });

  router.get('/ta-requests/:id/events', async (req, res) => {
    const query = parse(shortListQuery, req.query);
    res.json(unwrap(await requestEvents(services, req.actor, uuidParam(req.params.id), query)));
  });

  const reads = {
    clock: requestClock,
    response: requestResponse,
    content: requestContent,
  };
  for (const [name, read] of Object.entries(reads)) {
    router.get(`/ta-requests/:id/${name}`, async (req, res) => {
      parse(none, req.query);
      res.json(unwrap<unknown>(await read(services, req.actor, uuidParam(req.params.id))));
    });
  }

  router.post('/ta-requests/:id/decisions', async (req, res) => {
    const id = uuidParam(req.params.id);
    const decision = parse(decisionSchema, req.body);
    const options = optionsOf(req);
    // Requesters may tell another court date; every other decision is the staff's.
    if (req.actor.kind === 'person' && decision.kind === 'change-deadline') {
      const { courtOrFilingDeadline } = decision;
      return answer(res, await changeCourtDeadline(services, req.actor, id, courtOrFilingDeadline, options));
    }
    answer(res, await decideRequest(services, req.actor, id, decision, options));
  });
  router.post('/ta-requests/:id/information', async (req, res) => {
    const id = uuidParam(req.params.id);
    const input = parse(informationSchema, req.body);
    answer(res, await answerInformation(services, req.actor, id, input, optionsOf(req)));
  });
  router.post('/ta-requests/:id/withdrawal', async (req, res) => {
    const id = uuidParam(req.params.id);
    // A withdrawal may come without a body.
    const input = parse(withdrawalSchema, req.body ?? {});
    answer(res, await withdrawRequest(services, req.actor, id, input, optionsOf(req)));
  });
  router.get('/ta-requests/:id/correspondence', async (req, res) => {
    const query = parse(shortListQuery, req.query);
    res.json(unwrap(await readCorrespondence(services, req.actor, uuidParam(req.params.id), query)));
  });
  router.post('/ta-requests/:id/correspondence', async (req, res) => {
    const id = uuidParam(req.params.id);
    const input = parse(messageSchema, req.body);
    const options = { commandId: commandId(req), ifMatch: ifMatch(req) };
    res.status(201).json(unwrap(await writeMessage(services, req.actor, id, input, options)));
  });
  router.post('/ta-requests/:id/reopening', async (req, res) => {
    const id = uuidParam(req.params.id);
    const input = parse(reopeningSchema, req.body);
    const options = { commandId: commandId(req), ifMatch: ifMatch(req) };
    res.status(202);
    answer(res, await askReopening(services, req.actor, id, input, options));
  });
  router.post('/ta-requests/:id/supervisor-confirmation', async (req, res) => {
    const id = uuidParam(req.params.id);
    const input = parse(supervisorConfirmationSchema, req.body);
    const done = await confirmSupervisor(services, req.actor, id, input, optionsOf(req));
    // Who does not supervise a request does not get to see it.
    if (done.ok && req.actor.kind === 'person' && !input.confirms) return void res.status(204).end();
    answer(res, done);
  });
  return router;
}

/** The version is compared where the command is carried out: only there does it decide between two of them. */
function optionsOf(req: Request): { commandId: string; ifMatch: number | undefined } {
  return { commandId: commandId(req), ifMatch: ifMatch(req) };
}

function answer(
  res: Parameters<typeof setVersion>[0],
  result: Parameters<typeof unwrap<RequestView>>[0],
): void {
  const view = unwrap(result);
  setVersion(res, view.version);
  res.json(view);
}
