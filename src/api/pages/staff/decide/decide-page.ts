import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import type { FieldError, Problem } from '../../../../domain/result.js';
import type { Services } from '../../../../ports/services.js';
import { followingCommand } from '../../../../usecases/following-command.js';
import { decideRequest } from '../../../../usecases/requests/decide-request.js';
import { type RequestContent, requestContent } from '../../../../usecases/requests/request-content.js';
import { statusOf } from '../../../errors.js';
import { uuidParam } from '../../../http/parse.js';
import { notFound, unwrap } from '../../../http/unwrap.js';
import { say } from '../../../text/say.js';
import type { Texts } from '../../../text/texts.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../../views/page-errors.js';
import { loadRequest, type StaffRequest } from '../request/load-request.js';
import { type StaffUser, staffUser } from '../require-staff.js';
import { staffPaths } from '../staff-paths.js';
import { commandOf, digestOf } from './command-of.js';
import type { DecisionForm, Values } from './decision-form.js';
import { decisionForm, isDecisionKind, sheetOf } from './decision-forms.js';
import { formContext } from './form-context.js';
import { readDecision, valuesOf } from './read-decision.js';
import { resolveMerge } from './resolve-merge.js';
import { showDecision } from './show-decision.js';
import { staleErrors } from './stale.js';

interface DecidePage {
  me: StaffUser;
  kind: DecisionKind;
  request: StaffRequest;
  content: RequestContent;
  form: DecisionForm;
}

/** GET: the form of one decision. What can't be decided now leads back to what can. */
export function showDecidePage(services: Services): RequestHandler {
  return async (req, res) => {
    const page = await load(services, req);
    const { kind, request, content } = page;
    if (!request.allowed.includes(kind)) return toRequest(res, request, `not-now=${kind}`);
    const values = sheetOf(kind).initial?.(request, content) ?? {};
    showDecision(res, services, { ...page, values, commandId: randomUUID(), errors: NO_ERRORS, status: 200 });
  };
}

/** POST: decides, then shows the request; a refusal shows the form again with everything typed. */
export function sendDecidePage(services: Services): RequestHandler {
  return async (req, res) => {
    const page = await load(services, req);
    const { me, kind, request, content, form } = page;
    const body = (req.body ?? {}) as Record<string, unknown>;
    const values = valuesOf(form, body);
    const commandId = commandOf(body, values);
    const again = (errors: PageErrors, status: number, digest = '') =>
      showDecision(res, services, { ...page, values, commandId, errors, status, digest });

    const { id } = request.view;
    const merge = kind === 'merge' ? await resolveMerge(services, me, values, id) : { values, errors: [] };
    const read =
      merge.errors.length > 0
        ? { ok: false as const, errors: merge.errors }
        : readDecision(form, merge.values);
    if (!read.ok) return again(pageErrors(req.texts, read.errors), 422);
    const stale = staleErrors({ decision: read.decision, body, request, content });
    if (stale.length > 0) return again(pageErrors(req.texts, stale), 409);

    const decided = await decideRequest(services, me, id, read.decision, { commandId });
    if (!decided.ok)
      return again(
        shown(req.texts, decided.problem, form),
        statusOf(decided.problem.code),
        digest(decided.problem, values),
      );
    if (kind === 'draft-response' && body.also === 'submit') {
      const following = { commandId: followingCommand(commandId, 'submit') };
      const submitted = await decideRequest(services, me, id, { kind: 'submit-for-review' }, following);
      if (!submitted.ok)
        return again(
          shown(req.texts, submitted.problem, form),
          statusOf(submitted.problem.code),
          digestOf(values),
        );
      return toRequest(res, request, 'done=submit-for-review');
    }
    toRequest(res, request, `done=${kind}`);
  };
}

/** POST: one click assigns the request to oneself, unless somebody else has it by now. */
export function takeRequest(services: Services): RequestHandler {
  return async (req, res) => {
    const me = staffUser(req.actor);
    const request = await loadRequest(services, me, uuidParam(req.params.id));
    const { assignee, id } = request.view;
    if (assignee && assignee.id !== me.id) return toRequest(res, request, 'taken=1');
    if (assignee) return toRequest(res, request, 'done=assign');
    const commandId = commandOf((req.body ?? {}) as Record<string, unknown>, {});
    const decided = await decideRequest(services, me, id, { kind: 'assign', to: me.email }, { commandId });
    if (decided.ok) return toRequest(res, request, 'done=assign');
    const content = unwrap(await requestContent(services, me, id));
    const form = decisionForm('assign', await formContext(services, req.texts, me, request));
    const [errors, status] = [shown(req.texts, decided.problem, form), statusOf(decided.problem.code)];
    showDecision(res, services, {
      kind: 'assign',
      request,
      content,
      form,
      values: { to: me.email },
      commandId,
      errors,
      status,
    });
  };
}

async function load(services: Services, req: Request): Promise<DecidePage> {
  const { kind } = req.params;
  if (typeof kind !== 'string' || !isDecisionKind(kind)) throw notFound();
  const me = staffUser(req.actor);
  const request = await loadRequest(services, me, uuidParam(req.params.id));
  const content = unwrap(await requestContent(services, me, request.view.id));
  const form = decisionForm(kind, await formContext(services, req.texts, me, request));
  return { me, kind, request, content, form };
}

const IDS = { '/courtOrFilingDeadline/date': 'date-month' };

/** Refusals name fields of the decision; those without a field of their own stand in the summary alone. */
function shown(texts: Texts, problem: Problem, form: DecisionForm): PageErrors {
  const known = ({ pointer }: FieldError) =>
    Object.hasOwn(IDS, pointer) || form.fields.some(({ name }) => pointer === `/${name}`);
  if (problem.errors?.every(known)) return problemErrors(texts, problem, IDS);
  const said = problem.errors ?? [problem];
  return { summary: said.map((one) => ({ text: say(texts, one) })), byField: {} };
}

/** Only where the words may lie there pending: the same ones keep their id, others get a new one. */
function digest({ code }: Problem, values: Values): string {
  return code === 'temporal-unavailable' ? digestOf(values) : '';
}

function toRequest(res: Response, { view }: StaffRequest, search: string): void {
  res.redirect(303, `${staffPaths.request(view.id)}?${search}`);
}
