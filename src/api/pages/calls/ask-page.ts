import type { Request, RequestHandler, Response } from 'express';
import type { Question } from '../../../domain/calls/question.schema.js';
import { givenName } from '../../../domain/people/given-name.js';
import { ok, type Result } from '../../../domain/result.js';
import { askQuestion } from '../../../usecases/calls/questions/ask-question.js';
import { editQuestion } from '../../../usecases/calls/questions/change-question.js';
import { getQuestion } from '../../../usecases/calls/questions/own-question.js';
import { ownProfile } from '../../../usecases/people/own-profile.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/unwrap.js';
import { paths } from '../../paths.js';
import { NO_ERRORS, pageErrors } from '../../views/page-errors.js';
import type { DraftStore } from '../form/draft-store.js';
import { attempt } from '../kit/attempt.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import { commandOfForm } from '../parts/command-of-form.js';
import { param } from '../parts/page-deps.js';
import { inWriting } from './ask-in-writing.js';
import { fieldsOfQuestion, readQuestion } from './question-form.js';
import {
  type Asking,
  askingFor,
  renderIdentifiers,
  renderNoRoom,
  renderNotNow,
  renderQuestion,
  renderRefusal,
} from './question-page.js';

/** Asking a question for a call. Signed-in people ask under the address they proved. */
export function askPage(deps: AppDeps, drafts: DraftStore): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;
  return {
    async show(req, res) {
      const asking = await askingFor(deps, req, param(req, 'id'));
      if (renderNotNow(deps, res, asking)) return;
      renderQuestion(deps, { req, res, asking, fields: await knownOf(deps, req) }, NO_ERRORS);
    },
    async send(req, res) {
      const asking = await askingFor(deps, req, param(req, 'id'));
      if (one(fieldsOf(req.body), 'instead') === 'written') return goWriting(deps, drafts, req, res, asking);
      await take(deps, req, res, asking, 'asked', (question, fields) =>
        askQuestion(services, req.actor, asking.call.id, question, { id: commandOfForm(fields) }),
      );
    },
  };
}

/** Wording it anew until the cut-off, in the same form. */
export function editPage(deps: AppDeps): { show: RequestHandler; send: RequestHandler } {
  const { services } = deps;
  const idsOf = (req: Request) => ({ callId: param(req, 'call'), questionId: uuidParam(req.params.id) });
  return {
    async show(req, res) {
      const ids = idsOf(req);
      const question = unwrap(await getQuestion(services, req.actor, ids));
      const asking = { ...(await askingFor(deps, req, ids.callId)), edit: { id: question.id } };
      if (renderNotNow(deps, res, asking)) return;
      if (question.status === 'withdrawn') return res.redirect(303, paths.callAsk(ids.callId));
      const fields = { ...fieldsOfQuestion(question), version: String(question.version) };
      renderQuestion(deps, { req, res, asking, fields }, NO_ERRORS);
    },
    async send(req, res) {
      const ids = idsOf(req);
      unwrap(await getQuestion(services, req.actor, ids));
      const asking = { ...(await askingFor(deps, req, ids.callId)), edit: { id: ids.questionId } };
      await take(deps, req, res, asking, 'changed', ({ asker: _asker, ...edit }, fields) => {
        const version = one(fields, 'version');
        const ifMatch = /^\d{1,9}$/.test(version) ? Number(version) : undefined;
        return editQuestion(services, req.actor, ids, edit, { ifMatch });
      });
    },
  };
}

/** Checks what was typed, warns once of identifiers, and sends. Whatever goes wrong, what was typed stays. */
async function take(
  deps: AppDeps,
  req: Request,
  res: Response,
  asking: Asking,
  done: 'asked' | 'changed',
  send: (question: Question, fields: Fields) => Promise<Result<unknown>>,
): Promise<void> {
  const { actor } = req;
  if (actor.kind !== 'person') return res.redirect(303, paths.call(asking.call.id));
  const fields = fieldsOf(req.body);
  const page = { req, res, asking, fields };
  if (one(fields, 'identifiers') === 'change') return renderQuestion(deps, page, NO_ERRORS);
  const { program } = deps.services.programs.current();
  const read = readQuestion(fields, { rule: asking.rule, program, email: actor.email });
  if (!read.ok) return renderQuestion(deps, page, pageErrors(req.texts, read.errors), { status: 422 });
  if (renderIdentifiers(res, asking, fields)) return;
  const sent = await attempt(deps.services, 'call-question', 'try-again-typed-kept', () =>
    send(read.question, fields),
  );
  if (sent.ok) return res.redirect(303, `${paths.myCalls}?done=${done}`);
  await renderRefusal(deps, page, sent.problem);
}

/** The question is for no call, or not for this one: what was typed goes along. */
async function goWriting(
  deps: AppDeps,
  drafts: DraftStore,
  req: Request,
  res: Response,
  asking: Asking,
): Promise<void> {
  const fields = fieldsOf(req.body);
  const { program } = deps.services.programs.current();
  const typed = { question: one(fields, 'question'), role: one(fields, 'role') };
  const saved = await attempt(deps.services, 'call-question', 'try-again-typed-kept', async () => {
    const taken = inWriting((await drafts.read(req))?.draft, typed, program);
    if (taken) await drafts.save(req, res, taken.draft);
    return ok(taken?.goTo ?? null);
  });
  const page = { req, res, asking, fields };
  if (!saved.ok) return renderRefusal(deps, page, saved.problem);
  if (saved.value !== null) return res.redirect(303, saved.value);
  renderNoRoom(deps, page);
}

/** What is known of a person already, so that they needn't type it. */
async function knownOf({ services }: AppDeps, req: Request): Promise<Fields> {
  if (req.actor.kind !== 'person') return {};
  const person = await ownProfile(services, req.actor);
  // Made by a sign-in alone, the role is only a placeholder.
  const role = person?.role === 'other-professional' ? '' : (person?.role ?? '');
  return {
    name: givenName(person?.name ?? req.actor.name, req.actor.email),
    role,
    organization: person?.organization ?? '',
  };
}
