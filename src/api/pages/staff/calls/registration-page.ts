import type { Request } from 'express';
import {
  type RegistrationDecision,
  registrationDecisionSchema,
} from '../../../../domain/calls/registration.schema.js';
import { DECIDED, decidedRegistration } from '../../../../domain/calls/registration-policy.js';
import { ok } from '../../../../domain/result.js';
import { decideOnRegistration } from '../../../../usecases/registrations/decide-registration.js';
import { getRegistration } from '../../../../usecases/registrations/read-registrations.js';
import type { RegistrationView } from '../../../../usecases/registrations/registration-view.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { type Fields, one, versionSeen } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { inWords, wrongFields } from '../../kit/form-errors.js';
import { decidedClasses } from '../../parts/status-classes.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { registrationHistory } from './registration-history.js';
import { registrationRow } from './registrations-list.js';

const KINDS = ['approve', 'deny', 'revoke'] as const;

/** `/staff/registrations/:id`: the registration, what a person has to look at, the decision, the history. */
export const registrationPage = (services: AppServices) =>
  staffForm(services, {
    name: 'registration',
    load: (req) => load(services, req),
    form: (view, _standing, texts) => formOf(texts, view),
    view: (view, _standing, req) => viewOf(services, view, req),
    read: (fields, _view, { texts }) => readRegistrationDecision(texts, fields),
    async act(decision, { req, page, fields }) {
      const ifMatch = versionSeen(fields);
      const decided = await decideOnRegistration(services, req.actor, page.id, decision, { ifMatch });
      // The second of a double click finds its own decision made.
      return decided.ok || (await isMade(services, req, decision, ifMatch)) ? ok(decision.kind) : decided;
    },
    refused: (problem, _view, _decision, texts) =>
      problem.code === 'version-mismatch' ? inWords(problem, texts.staff.desk.registrations.stale) : problem,
    afresh: true,
    done: (kind) => `${paths.desk('registrations')}?done=${kind}`,
  });

function formOf(texts: Texts, { status, version }: RegistrationView): Form {
  const text = texts.staff.desk.registrations;
  const kinds = KINDS.filter((kind) => decidedRegistration(status, kind) !== null);
  return {
    hidden: { seen: String(version) },
    fields: [
      {
        type: 'radios',
        name: 'kind',
        legend: text.kindLegend,
        choices: kinds.map((kind) => ({ value: kind, ...text.kinds[kind] })),
        missing: text.kindMissing,
      },
      { type: 'words', name: 'reason', label: text.reason.label, hint: text.reason.hint, rows: 3 },
    ],
    buttons: [{ text: text.save }],
  };
}

/** What was chosen and typed, as a decision; or the errors at its fields. */
export function readRegistrationDecision(texts: Texts, fields: Fields): Read<RegistrationDecision> {
  const text = texts.staff.desk.registrations;
  const kind = KINDS.find((choice) => choice === one(fields, 'kind'));
  if (!kind) return wrongFields([{ pointer: '/kind', message: text.kindMissing }]);
  const reason = one(fields, 'reason').trim();
  if (kind !== 'approve' && reason === '')
    return wrongFields([{ pointer: '/reason', message: text.reason.missing }]);
  const read = registrationDecisionSchema.safeParse({ kind, ...(reason ? { reason } : {}) });
  return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
}

async function isMade(
  services: AppServices,
  req: Request,
  decision: RegistrationDecision,
  seen: number | undefined,
): Promise<boolean> {
  const now = await load(services, req);
  return (
    now.version === (seen ?? 0) + 1 &&
    now.status === DECIDED[decision.kind] &&
    now.reply === (decision.reason ?? null)
  );
}

async function load(services: AppServices, req: Request): Promise<RegistrationView> {
  return unwrap(await getRegistration(services, req.actor, uuidParam(req.params.id)));
}

async function viewOf(services: AppServices, view: RegistrationView, req: Request) {
  const { texts } = req;
  const { registrationStatuses, registrationReasons } = texts.staff.calls;
  const text = texts.staff.desk.registrations;
  const { program } = services.programs.current();
  const row = registrationRow(texts, view, program);
  return {
    template: 'calls/registration.njk',
    section: 'registrations' as const,
    title: text.pageTitle(view.name),
    text,
    tag: { text: registrationStatuses[view.status], classes: decidedClasses[view.status] },
    facts: [
      { key: text.facts.series, value: row.series },
      { key: text.facts.email, value: view.email },
      { key: text.facts.role, value: row.role },
      { key: text.facts.licensedIn, value: view.licensedIn.join(', ') || text.none },
      { key: text.facts.employer, value: view.employer ?? text.none },
      { key: text.facts.activelyPracticing, value: attested(texts, view, program.zone) },
    ],
    reasonsHeading: view.status === 'pending' ? text.reasonsHeading : text.decidedHeading,
    reasons: view.reasons.map((reason) => registrationReasons[reason]),
    reply: view.reply,
    history: await registrationHistory(services, req, view.id, program.zone),
    backLink: { href: `${paths.desk('registrations')}?status=${view.status}`, text: text.back },
  };
}

function attested(texts: Texts, { activelyPracticing, attestedAt }: RegistrationView, zone: string): string {
  const text = texts.staff.desk.registrations.attested;
  if (activelyPracticing === null || attestedAt === null) return text.unknown;
  return text[activelyPracticing ? 'yes' : 'no'](texts.dates.shortDateTime(attestedAt, zone));
}
