import {
  type Decision,
  type DecisionKind,
  decisionSchema,
} from '../../../../domain/requests/decision.schema.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import type { Fields } from '../../kit/fields.js';
import { missingOf, wrongFields } from '../../kit/form-errors.js';
import { inputsOf } from '../../kit/form-view.js';
import type { DecisionForm } from './decision-form.js';
import { sheetOf } from './decision-forms.js';

/**
 * What was typed as a decision; pointers of what is wrong name the form's fields, e.g. `/question`. `into` of a merge
 * must have been turned into an id before (`resolveMerge`). The schema's own messages serve for lengths and formats.
 * `besides`: what the page knows that is no field of the form.
 */
export function readDecision(
  texts: Texts,
  form: DecisionForm,
  typed: Fields,
  besides: Record<string, unknown> = {},
): Read<Decision> {
  const own = sheetOf(form.kind).wrong?.(typed, texts) ?? [];
  if (own.length > 0) return wrongFields(own);
  // What was left empty is said by the fields, and not by the schema too.
  if (missingOf(form.fields, typed).length > 0) return wrongFields([]);
  const parsed = decisionSchema.safeParse({ ...rawDecision(texts, form, typed), ...besides });
  if (parsed.success) return ok(parsed.data);
  const errors = zodFieldErrors(parsed.error);
  return wrongFields(
    errors.map((error) => ({ ...error, pointer: `/${fieldOf(error.pointer.split('/').slice(1))}` })),
  );
}

/** Where the page says nothing else, the fields by their names; empty ones are left out. */
function rawDecision(texts: Texts, { kind, fields }: DecisionForm, typed: Fields): { kind: DecisionKind } {
  const { toDecision } = sheetOf(kind);
  if (toDecision) return { kind, ...toDecision(typed, texts) };
  const names = inputsOf(fields).filter((name) => String(typed[name] ?? '').trim() !== '');
  return { kind, ...Object.fromEntries(names.map((name) => [name, typed[name]])) };
}

function fieldOf(path: string[]): string {
  if (path[0] === 'courtOrFilingDeadline') return path[1] === 'kind' ? 'deadlineKind' : 'date';
  return path[0] ?? '';
}
