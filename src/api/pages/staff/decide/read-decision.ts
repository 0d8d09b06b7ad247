import {
  type Decision,
  type DecisionKind,
  decisionSchema,
} from '../../../../domain/requests/decision.schema.js';
import type { FieldError } from '../../../../domain/result.js';
import { fieldText as t } from '../../../text/staff-decisions.js';
import { dateParts, readDate, textsOf } from '../parts/date-parts.js';
import type { DecisionForm, Values } from './decision-form.js';
import { EVERY_WORKSHOP, OTHER_REQUEST } from './decision-forms.js';

/** Pointers of these errors name the form's fields, e.g. `/question`. */
export type ReadDecision = { ok: true; decision: Decision } | { ok: false; errors: FieldError[] };

/** The form's values as strings; whatever else was sent is left out. */
export function valuesOf(form: DecisionForm, body: Record<string, unknown>): Values {
  const names = form.fields.flatMap(({ type, name }) => (type === 'date' ? [...dateParts(name)] : [name]));
  const several = form.fields
    .filter(({ type }) => type === 'checkboxes')
    .map(({ name }) => [name, listOf(body[name]).join(',')]);
  return { ...textsOf(body, names), ...Object.fromEntries(several) };
}

/** Values of checkboxes: one alone comes as a string. */
function listOf(sent: unknown): string[] {
  return (Array.isArray(sent) ? sent : [sent]).filter((one) => typeof one === 'string' && one !== '');
}

/**
 * What was sent as a decision. `into` of a merge must have been turned into an id before (`resolveMerge`).
 * The schema's own messages serve for lengths and formats; a field left out is named by the form.
 */
export function readDecision(form: DecisionForm, values: Values): ReadDecision {
  const missing = form.fields
    .filter(({ name, missing }) => missing !== undefined && !values[name]?.trim())
    .map(({ name, missing }) => error(name, missing ?? ''));
  const own = [...missing, ...ownErrors(form.kind, values)];
  if (own.length > 0) return { ok: false, errors: own };
  const parsed = decisionSchema.safeParse(rawDecision(form.kind, values));
  if (parsed.success) return { ok: true, decision: parsed.data };
  return { ok: false, errors: parsed.error.issues.map(({ path, message }) => error(fieldOf(path), message)) };
}

const error = (name: string, message: string): FieldError => ({ pointer: `/${name}`, message });

/** What the schema can't say well, because it never sees how the form asks. */
function ownErrors(kind: DecisionKind, values: Values): FieldError[] {
  if (kind === 'extend' && values.businessDays?.trim() && !/^\s*\d{1,3}\s*$/.test(values.businessDays)) {
    return [error('businessDays', t.businessDays.notNumber)];
  }
  if (kind === 'merge' && !values.reference?.trim() && (!values.into || values.into === OTHER_REQUEST)) {
    return [error('reference', t.into.missing)];
  }
  if (kind === 'redirect' && values.to === 'workshop' && values.workshop === '') {
    return [error('workshop', t.workshop.unchosen)];
  }
  if (kind === 'change-deadline' && values.deadlineKind !== '' && values.deadlineKind !== 'none') {
    const date = readDate(values, 'date');
    if (date === 'empty') return [error('date-month', t.date.missing)];
    if (date === null) return [error('date-month', t.date.invalid)];
  }
  return [];
}

function rawDecision(kind: DecisionKind, values: Values): unknown {
  const text = (name: string) => values[name] || undefined;
  const yes = (name: string) => (values[name] ? values[name] === 'yes' : undefined);
  switch (kind) {
    case 'extend':
      return { kind, businessDays: Number(values.businessDays), reason: text('reason') };
    case 'redirect':
      return {
        kind,
        to: text('to'),
        note: text('note'),
        workshop: values.workshop === EVERY_WORKSHOP ? undefined : text('workshop'),
        resources: text('resources')?.split(','),
      };
    case 'merge':
      return { kind, into: text('into') };
    case 'reprioritise':
      return { kind, urgent: yes('urgent'), reason: text('reason') };
    case 'reclassify':
      return {
        kind,
        requestKind: text('requestKind'),
        documentKind: text('documentKind') ?? null,
        tVisaRelated: yes('tVisaRelated'),
      };
    case 'change-deadline':
      return {
        kind,
        courtOrFilingDeadline:
          values.deadlineKind === 'none'
            ? null
            : { kind: values.deadlineKind, date: readDate(values, 'date') },
      };
    default:
      return {
        kind,
        ...Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')),
      };
  }
}

function fieldOf(path: PropertyKey[]): string {
  if (path[0] === 'courtOrFilingDeadline') return path[1] === 'kind' ? 'deadlineKind' : 'date-month';
  return String(path[0] ?? '');
}
