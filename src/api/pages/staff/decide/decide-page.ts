import type { Request } from 'express';
import { answerField } from '../../../../domain/requests/answer-field.js';
import type { Decision, DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { isDecisionKind } from '../../../../domain/requests/decisions.js';
import { ok, type Result } from '../../../../domain/result.js';
import { unsentOf } from '../../../../usecases/answers/unsent-of.js';
import { decideRequest } from '../../../../usecases/requests/decide-request.js';
import { requestContent } from '../../../../usecases/requests/request-content.js';
import { countOpenTasks } from '../../../../usecases/requests/tasks.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { notFound, unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { Asked, Standing } from '../../kit/form-page.js';
import { checkedWords } from '../parts/staff-identifiers.js';
import { loadRequest, type StaffRequest } from '../request/load-request.js';
import { type StaffUser, staffUser } from '../require-staff.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import type { DecisionForm, FormContext } from './decision-form.js';
import { decisionForm, sheetOf } from './decision-forms.js';
import { decisionView, type ToDecide } from './decision-view.js';
import { formContext } from './form-context.js';
import { readDecision } from './read-decision.js';
import { resolveMerge } from './resolve-merge.js';
import { seenOf, staleErrors } from './stale.js';

export interface DecidePage extends ToDecide {
  me: StaffUser;
  form: DecisionForm;
  staff: FormContext['staff'];
  /** What the page that led here was about. */
  asked: { task?: string };
}

/** `/staff/requests/:id/decide/:kind`: the form of one decision. What can't be decided now leads back to what can. */
export const decidePage = (services: AppServices) =>
  staffForm(services, {
    name: 'decision',
    load: (req) => loadDecision(services, req, req.params.kind),
    closed: ({ kind, request }) =>
      request.allowed.includes(kind) ? null : toRequest(request, `not-now=${kind}`),
    form: (page, standing, texts) => formOf(page, standing, texts),
    view: (page, _standing, { texts }) => decisionView(services, texts, page),
    ids: { '/courtOrFilingDeadline/date': 'date' },
    read: (fields, page, { texts }) => read(services, texts, fields, page),
    act: (decision, asked) => decide(services, decision, asked),
    done: (kind, { page, fields }) => {
      const next = sheetOf(kind).next?.(fields, page.request.view.id);
      if (next) return leadTo(next);
      const said = sheetOf(kind).said?.(fields, page.staff);
      return toRequest(page.request, [`done=${kind}`, ...(said ? [said] : [])].join('&'));
    },
  });

/** One click assigns the request to oneself, unless somebody else has it by now. */
export const takePage = (services: AppServices) =>
  staffForm(services, {
    name: 'take',
    async load(req) {
      const page = await loadDecision(services, req, 'assign');
      const { assignee } = page.request.view;
      if (!assignee) return page;
      return toRequest(page.request, assignee.id === page.me.id ? 'done=assign' : 'taken=1');
    },
    form: (page, standing, texts) => ({
      ...formOf(page, standing, texts),
      action: staffPaths.decide(page.request.view.id, 'assign'),
      initial: { to: page.me.email },
    }),
    view: (page, _standing, { texts }) => decisionView(services, texts, page),
    read: (_fields, { me }): Read<Decision> => ok({ kind: 'assign', to: me.email }),
    act: (decision, asked) => decide(services, decision, asked),
    done: (kind, { page }) => toRequest(page.request, `done=${kind}`),
  });

export async function loadDecision(services: AppServices, req: Request, kind: unknown): Promise<DecidePage> {
  if (typeof kind !== 'string' || !isDecisionKind(kind)) throw notFound();
  const me = staffUser(req.actor);
  const request = await loadRequest(services, me, uuidParam(req.params.id));
  const content = unwrap(await requestContent(services, me, request.view.id));
  const context = await formContext(services, req.texts, me, request, kind);
  const openTasks = unwrap(await countOpenTasks(services, me, request.view.id));
  const form = decisionForm(req.texts, kind, context);
  const { task } = req.query;
  const asked = typeof task === 'string' ? { task } : {};
  const unsent = await unsentWith(services, { me, kind, request });
  return { me, kind, request, content, form, staff: context.staff, asked, openTasks, unsent };
}

/** Whose unsaved words end with the decision: sending ends those of what is sent, an end of the request all. */
async function unsentWith(
  services: AppServices,
  { me, kind, request: { view } }: Pick<DecidePage, 'me' | 'kind' | 'request'>,
): Promise<string[]> {
  const about = { id: view.id };
  if (sheetOf(kind).endsTasks) return unwrap(await unsentOf(services, me, about));
  if (kind !== 'send-response') return [];
  const field = answerField(view.status === 'responded');
  return unwrap(await unsentOf(services, me, { ...about, field }));
}

function formOf(page: DecidePage, standing: Standing, texts: Texts): Form {
  const { kind, request, content, form, asked } = page;
  const { staff } = texts;
  const { final, initial } = sheetOf(kind);
  return {
    hidden: { seen: seenOf(request, content) },
    fields: [...form.fields, ...checkedWords(texts, standing, wordsToCheck(page, standing.typed)).fields],
    initial: initial?.(request, content, asked) ?? {},
    buttons: [{ text: staff.decisions[kind].button, ...(final ? { style: 'warning' } : {}) }],
    cancel: { href: staffPaths.request(request.view.id), text: staff.request.backToRequest },
  };
}

/** What was typed, or, where a draft goes out, what it says. */
function wordsToCheck({ form, kind, content }: DecidePage, typed: Fields): string {
  if (kind === 'send-response') return content.draft?.body ?? '';
  const names = form.fields.flatMap((field) => (field.type === 'words' ? [field.name] : []));
  return names.map((name) => one(typed, name)).join('\n\n');
}

async function read(
  services: AppServices,
  texts: Texts,
  fields: Fields,
  page: DecidePage,
): Promise<Read<Decision>> {
  const { me, kind, request, content, form } = page;
  const typed =
    kind === 'merge'
      ? await resolveMerge(services, { actor: me, texts }, fields, request.view.id)
      : ok(fields);
  if (!typed.ok) return typed;
  const decision = readDecision(texts, form, typed.value);
  if (!decision.ok) return decision;
  const stale = staleErrors(texts, { decision: decision.value, typed: fields, request, content });
  if (stale.length > 0) return wrongFields(stale, 'not-allowed-now');
  const unchecked = checkedWords(texts, { typed: fields, problem: null }, wordsToCheck(page, fields)).errors;
  return unchecked.length === 0 ? decision : wrongFields(unchecked);
}

async function decide(
  services: AppServices,
  decision: Decision,
  { page: { me, request }, commandId }: Asked<DecidePage>,
): Promise<Result<DecisionKind>> {
  const decided = await decideRequest(services, me, request.view.id, decision, { commandId });
  return decided.ok ? ok(decision.kind) : decided;
}

export const toRequest = ({ view }: StaffRequest, search: string) =>
  leadTo(`${staffPaths.request(view.id)}?${search}`);
