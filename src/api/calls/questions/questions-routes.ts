import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import {
  moveAnswerSchema,
  questionEditSchema,
  questionMoveSchema,
  questionOrganizationSchema,
  questionSchema,
} from '../../../domain/calls/question.schema.js';
import type { Result } from '../../../domain/result.js';
import type { AppDeps } from '../../app-deps.js';
import { commandId } from '../../http/command-id.js';
import { ifMatch, setVersion } from '../../http/if-match.js';
import { parse, uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/unwrap.js';
import { signedIn } from '../../middleware/require.js';
import { convertByToken, convertQuestion } from '../convert-question.js';
import { handoverSchema } from '../handover.schema.js';
import { askQuestion } from './ask-question.js';
import { editQuestion, withdrawQuestion } from './change-question.js';
import { correctOrganization } from './correct-organization.js';
import { moveQuestion } from './move-question.js';
import { getQuestion } from './own-question.js';
import { answerMove, proposeMove } from './propose-move.js';

const PATH = '/calls/:id/questions/:questionId';

/** Questions for a call (api.md "Calls"). */
export function questionsRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.post('/calls/:id/questions', signedIn, async (req, res) => {
    const question = parse(questionSchema, req.body);
    const id = String(req.params.id);
    const view = unwrap(await askQuestion(services, req.actor, id, question, { id: commandId(req) }));
    res.location(view.links.self);
    setVersion(res, view.version);
    res.status(201).json(view);
  });
  router.get(PATH, signedIn, async (req, res) => {
    parse(z.strictObject({}), req.query);
    const view = unwrap(await getQuestion(services, req.actor, idsOf(req)));
    setVersion(res, view.version);
    res.json(view);
  });
  router.put(PATH, signedIn, async (req, res) => {
    const ids = idsOf(req);
    const edit = parse(questionEditSchema, req.body);
    const view = unwrap(await editQuestion(services, req.actor, ids, edit, { ifMatch: ifMatch(req) }));
    setVersion(res, view.version);
    res.json(view);
  });
  router.delete(PATH, signedIn, async (req, res) => {
    const view = unwrap(await withdrawQuestion(services, req.actor, idsOf(req), { ifMatch: ifMatch(req) }));
    setVersion(res, view.version);
    res.json(view);
  });
  /** Answers with the question as it stands afterwards. */
  async function changed(req: Request, res: Response, done: Result<null>): Promise<void> {
    unwrap(done);
    const view = unwrap(await getQuestion(services, req.actor, idsOf(req)));
    setVersion(res, view.version);
    res.json(view);
  }
  router.post(`${PATH}/move`, signedIn, async (req, res) => {
    const { to, consent } = parse(questionMoveSchema, req.body);
    const ids = idsOf(req);
    const done =
      consent === 'given'
        ? await moveQuestion(services, req.actor, ids, { to, newId: commandId(req) })
        : await proposeMove(services, req.actor, ids, { to });
    await changed(req, res, done);
  });
  router.post(`${PATH}/move/answer`, signedIn, async (req, res) => {
    const { answer } = parse(moveAnswerSchema, req.body);
    await changed(req, res, await answerMove(services, req.actor, idsOf(req), answer));
  });
  router.post(`${PATH}/organization`, signedIn, async (req, res) => {
    const { name } = parse(questionOrganizationSchema, req.body);
    await changed(req, res, await correctOrganization(services, req.actor, idsOf(req), name));
  });
  router.post(`${PATH}/request`, signedIn, async (req, res) => {
    const { questionId } = idsOf(req);
    const handover = parse(handoverSchema, req.body ?? {});
    const made = unwrap(await convertQuestion(services, req.actor, questionId, handover));
    res.location(`/api/v1/ta-requests/${made.requestId}`).status(201).json(made);
  });
  // Links are forwarded: it acts for its asker only when they are signed in, or for staff.
  router.post('/handover/:token', signedIn, async (req, res) => {
    const handover = parse(handoverSchema, req.body ?? {});
    const made = unwrap(await convertByToken(services, req.actor, String(req.params.token), handover));
    res.location(`/api/v1/ta-requests/${made.requestId}`).status(201).json(made);
  });
  return router;
}

function idsOf(req: Request): { callId: string; questionId: string } {
  return { callId: String(req.params.id), questionId: uuidParam(req.params.questionId) };
}
