import type { Request } from 'express';
import type { Decision, DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { isDecisionKind } from '../../../../domain/requests/decisions.js';
import { ok, type Result } from '../../../../domain/result.js';
import { followingCommand } from '../../../../usecases/following-command.js';
import { decideRequest } from '../../../../usecases/requests/decide-request.js';
import { requestContent } from '../../../../usecases/requests/request-content.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { notFound, unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Button, Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { Asked } from '../../kit/form-page.js';
import { loadRequest, type StaffRequest } from '../request/load-request.js';
import { type StaffUser, staffUser } from '../require-staff.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import type { DecisionForm } from './decision-form.js';
import { decisionForm, sheetOf } from './decision-forms.js';
import { decisionView, type ToDecide } from './decision-view.js';
import { formContext } from './form-context.js';
import { readDecision } from './read-decision.js';
import { resolveMerge } from './resolve-merge.js';
import { seenOf, staleErrors } from './stale.js';

interface DecidePage extends ToDecide {
  me: StaffUser;
  form: DecisionForm;
}

/** `/staff/requests/:id/decide/:kind`: the form of one decision. What can't be decided now leads back to what can. */
export const decidePage = (services: AppServices) =>
  staffForm(services, {
    name: 'decision',
    load: (req) => load(services, req, req.params.kind),
    closed: ({ kind, request }) =>
      request.allowed.includes(kind) ? null : toRequest(request, `not-now=${kind}`),
    form: (page, _standing, texts) => formOf(page, texts),
    view: (page, _standing, { texts }) => decisionView(services, texts, page),
    ids: { '/courtOrFilingDeadline/date': 'date' },
    read: (fields, page, { texts }) => read(services, texts, fields, page),
    act: (decision, asked) => decide(services, decision, asked),
    done: (kind, { page }) => toRequest(page.request, `done=${kind}`),
  });

/** One click assigns the request to oneself, unless somebody else has it by now. */
export const takePage = (services: AppServices) =>
  staffForm(services, {
    name: 'take',
    async load(req) {
      const page = await load(services, req, 'assign');
      const { assignee } = page.request.view;
      if (!assignee) return page;
      return toRequest(page.request, assignee.id === page.me.id ? 'done=assign' : 'taken=1');
    },
    form: (page, _standing, texts) => ({
      ...formOf(page, texts),
      action: staffPaths.decide(page.request.view.id, 'assign'),
      initial: { to: page.me.email },
    }),
    view: (page, _standing, { texts }) => decisionView(services, texts, page),
    read: (_fields, { me }): Read<Decision> => ok({ kind: 'assign', to: me.email }),
    act: (decision, asked) => decide(services, decision, asked),
    done: (kind, { page }) => toRequest(page.request, `done=${kind}`),
  });

async function load(services: AppServices, req: Request, kind: unknown): Promise<DecidePage> {
  if (typeof kind !== 'string' || !isDecisionKind(kind)) throw notFound();
  const me = staffUser(req.actor);
  const request = await loadRequest(services, me, uuidParam(req.params.id));
  const content = unwrap(await requestContent(services, me, request.view.id));
  const form = decisionForm(req.texts, kind, await formContext(services, req.texts, me, request));
  return { me, kind, request, content, form };
}

function formOf({ kind, request, content, form }: DecidePage, { staff }: Texts): Form {
  const { final, initial } = sheetOf(kind);
  const reviewed = kind === 'draft-response' && request.program.responseReview === 'required';
  const submit: Button = { name: 'also', value: 'submit', text: staff.request.submitToo, style: 'secondary' };
  return {
    hidden: { seen: seenOf(request, content) },
    fields: form.fields,
    initial: initial?.(request, content) ?? {},
    buttons: [
      { text: staff.decisions[kind].button, ...(final ? { style: 'warning' } : {}) },
      ...(reviewed ? [submit] : []),
    ],
    cancel: { href: staffPaths.request(request.view.id), text: staff.request.backToRequest },
  };
}

async function read(
  services: AppServices,
  texts: Texts,
  fields: Fields,
  { me, kind, request, content, form }: DecidePage,
): Promise<Read<Decision>> {
  const typed =
    kind === 'merge'
      ? await resolveMerge(services, { actor: me, texts }, fields, request.view.id)
      : ok(fields);
  if (!typed.ok) return typed;
  const decision = readDecision(texts, form, typed.value);
  if (!decision.ok) return decision;
  const stale = staleErrors(texts, { decision: decision.value, typed: fields, request, content });
  return stale.length === 0 ? decision : wrongFields(stale, 'not-allowed-now');
}

/** Returns the decision made last: a draft may be submitted at once. */
async function decide(
  services: AppServices,
  decision: Decision,
  { page, fields, commandId }: Asked<DecidePage>,
): Promise<Result<DecisionKind>> {
  const { me, request } = page;
  const decided = await decideRequest(services, me, request.view.id, decision, { commandId });
  if (!decided.ok) return decided;
  if (decision.kind !== 'draft-response' || one(fields, 'also') !== 'submit') return ok(decision.kind);
  const following = { commandId: followingCommand(commandId, 'submit') };
  const submit = { kind: 'submit-for-review' as const };
  const submitted = await decideRequest(services, me, request.view.id, submit, following);
  return submitted.ok ? ok(submit.kind) : submitted;
}

const toRequest = ({ view }: StaffRequest, search: string) =>
  leadTo(`${staffPaths.request(view.id)}?${search}`);
