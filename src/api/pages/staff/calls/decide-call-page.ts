import type { Request, RequestHandler, Response } from 'express';
import { findIdentifiers } from '../../../../domain/requests/identifier-warning.js';
import type { Problem } from '../../../../domain/result.js';
import { formatPair } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { decideOnCall } from '../../../../usecases/calls/decide-on-call.js';
import { setJoinLink } from '../../../../usecases/calls/set-join-link.js';
import { statusOf } from '../../../errors.js';
import { notFound } from '../../../http/unwrap.js';
import { type CallPageKind, callDecisionText, callFieldText } from '../../../text/staff-calls/decide-call.js';
import { roomText } from '../../../text/staff-calls/room.js';
import type { Texts } from '../../../text/texts.js';
import { NO_ERRORS, type PageErrors, pageErrors, problemErrors } from '../../../views/page-errors.js';
import { attempt } from '../../kit/attempt.js';
import { newCommandId } from '../../parts/command-of-form.js';
import type { Values } from '../decide/decision-form.js';
import { fieldView } from '../parts/field-view.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { allowedOnCall } from './allowed-on-call.js';
import { callFields, type ReadCallDecision, readCallDecision, valuesOfCall } from './call-forms.js';
import { commandOfContent, shownCommandId } from './command-of-content.js';
import { loadCall, type StaffCall } from './load-call.js';

/** What more there is, is found once these are gone. */
const MOST_LISTED = 20;

/** Chosen already, so that nothing is told unless staff choose to. */
const INITIAL: Partial<Record<CallPageKind, Values>> = { cancel: { publicReason: 'other' } };

/** GET: confirm, move, cancel, recap or join link; what isn't possible now leads back to the room. */
export function callDecisionPage(services: Services): RequestHandler {
  return async (req, res) => {
    const kind = kindOf(req);
    const call = await loadCall(services, req);
    if (!allowedOnCall(call).pages[kind]) return res.redirect(303, paths.call(call.row.id));
    show(res, call, kind, {
      values: INITIAL[kind] ?? {},
      errors: NO_ERRORS,
      status: 200,
      commandId: newCommandId(),
    });
  };
}

/** POST: decides; a refusal shows the form again with everything typed. */
export function decideCallPage(services: Services): RequestHandler {
  return async (req, res) => {
    const kind = kindOf(req);
    const call = await loadCall(services, req);
    const values = valuesOfCall(kind, req.body);
    const again = (errors: PageErrors, status: number) =>
      show(res, call, kind, { values, errors, status, commandId: shownCommandId(req.body) });
    const read = readCallDecision(kind, values, call.program.zone);
    if (!read.ok) return again(pageErrors(req.texts, read.errors), 422);
    if (kind === 'recap' && values.checked !== 'yes' && findIdentifiers(values.body ?? '').length > 0) {
      return again(pageErrors(req.texts, [{ pointer: '/body', message: callFieldText.recap.check }]), 422);
    }
    const done = await attempt(services, `call-${kind}`, 'try-again-decision', () =>
      carryOut(services, req, call, read.decision),
    );
    if (!done.ok) return again(shown(req.texts, done.problem), statusOf(done.problem.code));
    res.redirect(303, `${paths.call(call.row.id)}?done=${kind}`);
  };
}

function carryOut(services: Services, req: Request, { row }: StaffCall, decision: ReadCallDecision) {
  if (decision.kind === 'join-link') return setJoinLink(services, req.actor, row.id, decision.link);
  return decideOnCall(services, req.actor, row.id, decision, {
    commandId: commandOfContent(req.body, decision),
  });
}

function shown(texts: Texts, problem: Problem): PageErrors {
  return problemErrors(texts, problem, {
    '/startsAt': 'date-month',
    '/reason': 'reason',
    '/body': 'body',
  });
}

function show(
  res: Response,
  call: StaffCall,
  kind: CallPageKind,
  form: { values: Values; errors: PageErrors; status: number; commandId: string },
): void {
  const { row, zone } = call;
  const text = callDecisionText[kind];
  const wrong = Object.keys(form.errors.byField);
  const found = kind === 'recap' ? findIdentifiers(form.values.body ?? '') : [];
  renderStaff(res, 'calls/decide-call.njk', {
    section: 'calls',
    title: text.title,
    intro: text.intro,
    button: text.button,
    final: kind === 'cancel',
    about: `${call.series.title} · ${formatPair(row.startsAt.toISOString(), zone)}`,
    fields: callFields(kind).map((field) => fieldView(field, form.values, wrong)),
    found: found.slice(0, MOST_LISTED).map(({ excerpt }) => excerpt),
    foundText: callFieldText.recap,
    backLink: { href: paths.call(row.id), text: roomText.backToRoom },
    ...form,
  });
}

function kindOf(req: Request): CallPageKind {
  const { kind } = req.params;
  if (typeof kind !== 'string' || !Object.hasOwn(callDecisionText, kind)) throw notFound();
  return kind as CallPageKind;
}
