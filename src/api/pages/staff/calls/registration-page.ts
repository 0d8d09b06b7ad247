import type { Request, RequestHandler, Response } from 'express';
import {
  type RegistrationDecision,
  registrationDecisionSchema,
} from '../../../../domain/calls/registration.schema.js';
import { decidedRegistration } from '../../../../domain/calls/registration-policy.js';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import { decideOnRegistration } from '../../../../usecases/registrations/decide-registration.js';
import { getRegistration } from '../../../../usecases/registrations/read-registrations.js';
import type { RegistrationView } from '../../../../usecases/registrations/registration-view.schema.js';
import { statusOf } from '../../../errors.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/unwrap.js';
import {
  registrationReasons,
  registrationStatuses,
  registrationsText as text,
} from '../../../text/staff-calls/registrations.js';
import {
  NO_ERRORS,
  type PageError,
  type PageErrors,
  pageErrors,
  problemErrors,
} from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { attempt } from '../../kit/attempt.js';
import type { Field, Values } from '../decide/decision-form.js';
import { textsOf } from '../parts/date-parts.js';
import { fieldView } from '../parts/field-view.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { registrationHistory } from './registration-history.js';
import { registrationRow } from './registrations-list.js';

const KINDS = ['approve', 'deny', 'revoke'] as const;

/** `/staff/registrations/:id`: the registration, what a person has to look at, the decision, the history. */
export function registrationPage(services: Services): RequestHandler {
  return async (req, res) => {
    const view = await load(services, req);
    await show(services, req, res, view, {
      values: {},
      errors: NO_ERRORS,
      status: 200,
      seen: String(view.version),
    });
  };
}

export function decideRegistrationPage(services: Services): RequestHandler {
  return async (req, res) => {
    const view = await load(services, req);
    const values = textsOf(req.body, ['kind', 'reason', 'seen']);
    const again = (errors: PageErrors, status: number) =>
      show(services, req, res, view, { values, errors, status, seen: values.seen ?? '' });
    const read = readRegistrationDecision(values);
    if (!read.ok) return again(pageErrors(req.texts, read.errors), 422);
    const seen = Number(values.seen);
    const done = () => res.redirect(303, `${paths.registrations}?done=${read.value.kind}`);
    const decided = await attempt(services, 'registration', 'try-again-decision', () =>
      decideOnRegistration(services, req.actor, view.id, read.value, {
        ifMatch: Number.isInteger(seen) && seen > 0 ? seen : undefined,
      }),
    );
    if (decided.ok) return done();
    // The second of a double click finds its own decision made.
    if (await isMade(services, req, read.value, seen)) return done();
    const { problem } = decided;
    const stale = problem.code === 'version-mismatch';
    const fresh = await load(services, req);
    await show(services, req, res, fresh, {
      values,
      errors: stale ? { summary: [{ text: text.stale }], byField: {} } : problemErrors(req.texts, problem),
      status: statusOf(problem.code),
      seen: String(fresh.version),
    });
  };
}

/** What was chosen and typed, as a decision; or the errors at its fields. */
export function readRegistrationDecision(values: Values): ReadRegistrationDecision {
  const wrong = (pointer: string, message: string) => ({
    ok: false as const,
    errors: [{ pointer, message }],
  });
  const kind = KINDS.find((one) => one === values.kind);
  if (!kind) return wrong('/kind', text.kindMissing);
  const reason = values.reason?.trim() ?? '';
  if (kind !== 'approve' && reason === '') return wrong('/reason', text.reason.missing);
  const read = registrationDecisionSchema.safeParse({ kind, ...(reason ? { reason } : {}) });
  return read.success ? { ok: true, value: read.data } : { ok: false, errors: zodFieldErrors(read.error) };
}

type ReadRegistrationDecision =
  | { ok: true; value: RegistrationDecision }
  | { ok: false; errors: PageError[] };

async function isMade(
  services: Services,
  req: Request,
  decision: RegistrationDecision,
  seen: number,
): Promise<boolean> {
  const now = await load(services, req);
  const status = { approve: 'approved', deny: 'denied', revoke: 'revoked' }[decision.kind];
  return now.version === seen + 1 && now.status === status && now.reply === (decision.reason ?? null);
}

async function load(services: Services, req: Request): Promise<RegistrationView> {
  return unwrap(await getRegistration(services, req.actor, uuidParam(req.params.id)));
}

async function show(
  services: Services,
  req: Request,
  res: Response,
  view: RegistrationView,
  form: { values: Values; errors: PageErrors; status: number; seen: string },
): Promise<void> {
  const { program } = services.programs.current();
  const row = registrationRow(view, program);
  const kinds = KINDS.filter((kind) => decidedRegistration(view.status, kind) !== null);
  const fields: Field[] = [
    {
      type: 'radios',
      name: 'kind',
      legend: text.kindLegend,
      choices: kinds.map((kind) => ({ value: kind, ...text.kinds[kind] })),
    },
    { type: 'textarea', name: 'reason', label: text.reason.label, hint: text.reason.hint, rows: 3 },
  ];
  renderStaff(res, 'calls/registration.njk', {
    section: 'registrations',
    title: text.pageTitle(view.name),
    text,
    tag: registrationStatuses[view.status],
    facts: [
      { key: text.facts.series, value: row.series },
      { key: text.facts.email, value: view.email },
      { key: text.facts.role, value: row.role },
      { key: text.facts.licensedIn, value: view.licensedIn.join(', ') || text.none },
      { key: text.facts.employer, value: view.employer ?? text.none },
      { key: text.facts.activelyPracticing, value: attested(view, program.zone) },
    ],
    reasonsHeading: view.status === 'pending' ? text.reasonsHeading : text.decidedHeading,
    reasons: view.reasons.map((reason) => registrationReasons[reason]),
    reply: view.reply,
    history: await registrationHistory(services, req.actor, view.id, program.zone),
    fields: fields.map((field) => fieldView(field, form.values)),
    backLink: { href: `${paths.registrations}?status=${view.status}`, text: text.back },
    ...form,
  });
}

function attested({ activelyPracticing, attestedAt }: RegistrationView, zone: string): string {
  if (activelyPracticing === null || attestedAt === null) return text.attested.unknown;
  return text.attested[activelyPracticing ? 'yes' : 'no'](formatShortDateTime(attestedAt, zone));
}
