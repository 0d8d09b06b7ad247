import {
  type Decision,
  type DecisionKind,
  decisionSchema,
} from '../../../../domain/requests/decision.schema.js';
import type { PageError } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { dateParts, textsOf } from '../parts/date-parts.js';
import type { DecisionForm, Values } from './decision-form.js';
import { sheetOf } from './decision-forms.js';
import { wrong } from './forms/sheet.js';

/** Pointers of these errors name the form's fields, e.g. `/question`. */
export type ReadDecision = { ok: true; decision: Decision } | { ok: false; errors: PageError[] };

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
    .map(({ name, missing }) => wrong(name, missing ?? ''));
  const own = [...missing, ...(sheetOf(form.kind).wrong?.(values) ?? [])];
  if (own.length > 0) return { ok: false, errors: own };
  const parsed = decisionSchema.safeParse(rawDecision(form.kind, values));
  if (parsed.success) return { ok: true, decision: parsed.data };
  const errors = zodFieldErrors(parsed.error).map((error) => ({
    ...error,
    pointer: `/${fieldOf(error.pointer.split('/').slice(1))}`,
  }));
  return { ok: false, errors };
}

/** Where the page says nothing else, the fields by their names; empty ones are left out. */
function rawDecision(kind: DecisionKind, values: Values): unknown {
  const { toDecision } = sheetOf(kind);
  if (toDecision) return { kind, ...toDecision(values) };
  return { kind, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')) };
}

function fieldOf(path: string[]): string {
  if (path[0] === 'courtOrFilingDeadline') return path[1] === 'kind' ? 'deadlineKind' : 'date-month';
  return path[0] ?? '';
}
