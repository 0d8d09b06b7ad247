import type { Program } from '../../../domain/program/program.schema.js';
import { paths } from '../../paths.js';
import type { Draft } from './draft.js';
import type { FormStep, StepId } from './step.js';
import { courtDateStep } from './steps/court-date-step.js';
import { detailsStep } from './steps/details-step.js';
import { documentStep } from './steps/document-step.js';
import { factsStep } from './steps/facts-step.js';
import { filesStep } from './steps/files-step.js';
import { kindStep } from './steps/kind-step.js';
import { resourcesStep } from './steps/resources-step.js';
import { roleStep } from './steps/role-step.js';
import { supervisorStep } from './steps/supervisor-step.js';
import { tVisaStep } from './steps/t-visa-step.js';
import { topicsStep } from './steps/topics-step.js';

/** The form's questions in their order. */
export const FORM_STEPS: readonly FormStep[] = [
  roleStep,
  detailsStep,
  supervisorStep,
  kindStep,
  documentStep,
  tVisaStep,
  filesStep,
  topicsStep,
  resourcesStep,
  factsStep,
  courtDateStep,
];

const applies = (step: FormStep, draft: Draft, program: Program): boolean =>
  step.applies?.(draft, program) ?? true;

/** Those that are asked, given what was answered before. */
export function stepsFor(draft: Draft, program: Program): FormStep[] {
  return FORM_STEPS.filter((step) => applies(step, draft, program));
}

/** The first question still open; null when everything is answered. */
export function firstOpenStep(draft: Draft, program: Program): StepId | null {
  return stepsFor(draft, program).find((step) => !step.answered(draft, program))?.id ?? null;
}

/** Where an answer leads: the first open question, or the page that shows all answers. */
export function nextPath(draft: Draft, program: Program): string {
  const open = firstOpenStep(draft, program);
  return open === null ? paths.form.check : paths.form[open];
}

/** Answers that decide which other questions are asked. */
const DECIDING: readonly StepId[] = ['role', 'kind', 'document', 'topics'];

/**
 * Where a question stands among those that are asked, the page with all answers counted as the last. `more`: answers
 * that are still to come may add questions.
 */
export function progress(
  id: StepId | 'check',
  draft: Draft,
  program: Program,
): { n: number; of: number; more: boolean } {
  const asked = stepsFor(draft, program);
  const of = asked.length + 1;
  return {
    n: id === 'check' ? of : asked.findIndex((step) => step.id === id) + 1,
    of,
    more: asked.some((step) => DECIDING.includes(step.id) && !step.answered(draft, program)),
  };
}

/** May this question be answered now? Earlier ones come first, so that later ones know what to ask. */
export function isReachable(id: StepId, draft: Draft, program: Program): boolean {
  const asked = stepsFor(draft, program).map((step) => step.id);
  const open = firstOpenStep(draft, program);
  return asked.includes(id) && (open === null || asked.indexOf(id) <= asked.indexOf(open));
}

/** The question before this one, for the back link. */
export function pathBefore(id: StepId, draft: Draft, program: Program): string {
  const before = FORM_STEPS.slice(
    0,
    FORM_STEPS.findIndex((step) => step.id === id),
  );
  const last = before.filter((step) => applies(step, draft, program)).at(-1);
  return last === undefined ? paths.form.start : paths.form[last.id];
}
