import { documentOf, kindOf, needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { paths } from '../../paths.js';
import type { Draft } from './draft.js';
import { suggestedResources } from './suggested-resources.js';

export const STEP_IDS = [
  'role',
  'details',
  'supervisor',
  'kind',
  'document',
  'tVisa',
  'topics',
  'resources',
  'facts',
  'deadline',
] as const;
export type StepId = (typeof STEP_IDS)[number];

interface Step {
  /** Is it asked at all, given what was answered before? */
  applies(draft: Draft, program: Program): boolean;
  answered(draft: Draft, program: Program): boolean;
}

const always = () => true;

/** Of some documents only the requester knows whether they are for a T visa case. */
const asksTVisa = ({ document }: Draft, program: Program): boolean =>
  document !== undefined && documentOf(program, document.documentKind)?.tVisa === 'ask';

/** The form's questions in their order. */
const STEPS: Record<StepId, Step> = {
  role: { applies: always, answered: (draft) => draft.role !== undefined },
  details: { applies: always, answered: (draft) => draft.details !== undefined },
  supervisor: {
    applies: (draft, program) => draft.role !== undefined && needsSupervisor(program, draft.role),
    answered: (draft) => draft.supervisor !== undefined,
  },
  kind: { applies: always, answered: (draft) => draft.kind !== undefined },
  document: {
    applies: (draft, program) =>
      draft.kind !== undefined && kindOf(program, draft.kind)?.needsDocument === true,
    answered: (draft, program) =>
      draft.document !== undefined && documentOf(program, draft.document.documentKind)?.reviewed === true,
  },
  tVisa: {
    applies: (draft, program) => stepApplies('document', draft, program) && asksTVisa(draft, program),
    answered: (draft) => draft.document?.tVisaRelated !== undefined,
  },
  topics: { applies: always, answered: (draft) => (draft.topics?.length ?? 0) > 0 },
  resources: {
    // Without any to have looked at, nobody is asked whether they did.
    applies: (draft, program) => suggestedResources(draft, program).length > 0,
    answered: (draft) => draft.reviewedResources !== undefined,
  },
  facts: { applies: always, answered: (draft) => draft.facts !== undefined },
  deadline: { applies: always, answered: (draft) => draft.deadline !== undefined },
};

export function stepApplies(step: StepId, draft: Draft, program: Program): boolean {
  return STEPS[step].applies(draft, program);
}

/** The first question still open; null when everything is answered. */
export function firstOpenStep(draft: Draft, program: Program): StepId | null {
  return (
    STEP_IDS.find((id) => STEPS[id].applies(draft, program) && !STEPS[id].answered(draft, program)) ?? null
  );
}

/** Where an answer leads: the first open question, or the page that shows all answers. */
export function nextPath(draft: Draft, program: Program): string {
  const open = firstOpenStep(draft, program);
  return open === null ? paths.form.check : paths.form[open];
}

/** May this question be answered now? Earlier ones come first, so that later ones know what to ask. */
export function isReachable(step: StepId, draft: Draft, program: Program): boolean {
  const open = firstOpenStep(draft, program);
  return (
    stepApplies(step, draft, program) && (open === null || STEP_IDS.indexOf(step) <= STEP_IDS.indexOf(open))
  );
}

/** The question before this one, for the back link. */
export function pathBefore(step: StepId, draft: Draft, program: Program): string {
  const before = STEP_IDS.slice(0, STEP_IDS.indexOf(step)).filter((id) => stepApplies(id, draft, program));
  const last = before.at(-1);
  return last === undefined ? paths.form.start : paths.form[last];
}
