import type { StaffRole } from '../../../../domain/people/actor.js';
import { roleMay } from '../../../../domain/people/permissions.js';
import { CASE_TEXTS, type CaseField } from '../../../../domain/requests/case-texts.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { DECLINE_POLICIES } from '../../../../domain/requests/decisions/decline.js';
import { REDIRECTIONS } from '../../../../domain/requests/decisions/redirect.js';
import { count } from '../../../text/count.js';
import { roleLabels } from '../../../text/staff.js';
import {
  draftReaders,
  policyLabels,
  readersText,
  redirectionLabels,
  fieldText as t,
} from '../../../text/staff-decisions.js';
import type { DecisionForm, Field, FormContext } from './decision-form.js';

/** Value of the radio that stands for "a request not in this list". */
export const OTHER_REQUEST = 'other';

/** Value of the choice of every workshop; no id of one. */
export const EVERY_WORKSHOP = '*';

/** A field for words, kept as `field` of the case. */
const words = (
  name: string,
  field: CaseField,
  text: { label: string; hint?: string; missing?: string },
  rows = 6,
): Field => ({
  type: 'textarea',
  name,
  rows,
  ...text,
  keptAs: field,
});

/** Whoever may not write the answer can still be in charge, of what ends in another way. */
const mayAnswer = (role: StaffRole) => roleMay(role, 'decision.draft-response');

/** Who reads what is typed there, said at every field for words. */
function withReaders(field: Field, hasSupervisor: boolean): Field {
  if (field.type !== 'textarea' || !field.keptAs) return field;
  const { keptAs } = field;
  const readers =
    keptAs === 'draft' ? draftReaders(hasSupervisor) : readersText(CASE_TEXTS[keptAs], hasSupervisor);
  return { ...field, hint: [field.hint, readers].filter(Boolean).join(' ') };
}

/** The fields of each decision, in the order they are asked. */
const FIELDS: Record<DecisionKind, (context: FormContext) => Field[]> = {
  assign: ({ staff }) => [
    {
      type: 'select',
      name: 'to',
      ...t.to,
      choices: staff.map(({ email, name, role, open }) => ({
        value: email,
        text: `${name} (${[
          roleLabels[role] ?? role,
          ...(mayAnswer(role) ? [] : [t.to.cannotAnswer]),
          count(open, 'open request'),
        ].join(', ')})`,
      })),
    },
  ],
  'request-information': () => [words('question', 'question-asked', t.question, 8)],
  redirect: ({ mentors, resources, workshops, call }) => [
    {
      type: 'radios',
      name: 'to',
      legend: t.redirectTo.legend,
      missing: t.redirectTo.missing,
      choices: REDIRECTIONS.filter((to) => mentors || to !== 'mentor').map((value) => ({
        value,
        text: redirectionLabels[value],
        ...(value === 'legal-working-group' ? { hint: t.redirectTo.theirCall(call) } : {}),
      })),
    },
    ...(resources.length > 0
      ? [{ type: 'checkboxes' as const, name: 'resources', ...t.resources, choices: resources }]
      : []),
    ...(workshops.length > 1
      ? [
          {
            type: 'select' as const,
            name: 'workshop',
            ...t.workshop,
            choices: [
              { value: '', text: t.workshop.none },
              ...workshops,
              { value: EVERY_WORKSHOP, text: t.workshop.all },
            ],
          },
        ]
      : []),
    words('note', 'redirect-note', t.note),
  ],
  decline: ({ mayJudge }) => [
    {
      type: 'radios',
      name: 'policy',
      ...t.policy,
      choices: DECLINE_POLICIES.filter(
        (policy) => mayJudge || (policy !== 'ethics' && policy !== 'overuse'),
      ).map((value) => ({
        value,
        text: policyLabels[value],
      })),
    },
    words('reason', 'decline-reason', t.toldReason),
  ],
  extend: ({ maxExtension }) => [
    {
      type: 'input',
      name: 'businessDays',
      label: t.businessDays.label,
      hint: t.businessDays.hint(maxExtension),
      missing: t.businessDays.missing,
      inputmode: 'numeric',
      width: 3,
    },
    words('reason', 'extension-reason', t.toldReason, 4),
  ],
  'draft-response': () => [words('body', 'draft', t.body, 18)],
  'submit-for-review': () => [],
  'return-response': () => [words('note', 'return-note', t.returnNote)],
  'send-response': () => [],
  merge: ({ candidates }) => [
    ...(candidates.length > 0
      ? [
          {
            type: 'radios' as const,
            name: 'into',
            legend: t.into.legend,
            choices: [...candidates, { value: OTHER_REQUEST, text: t.into.other }],
          },
        ]
      : []),
    {
      type: 'input',
      name: 'reference',
      label: t.into.reference,
      hint: candidates.length > 0 ? t.into.referenceHint : t.into.noOther,
      width: 20,
    },
  ],
  reprioritise: () => [
    {
      type: 'radios',
      name: 'urgent',
      legend: t.urgent.legend,
      missing: t.urgent.missing,
      choices: [
        { value: 'yes', text: t.urgent.yes },
        { value: 'no', text: t.urgent.no },
      ],
    },
    words('reason', 'urgency-reason', t.reason, 4),
  ],
  close: () => [],
  reopen: () => [words('reason', 'reopening-reason', t.reason, 4)],
  'refuse-reopening': () => [words('reason', 'reopening-refusal', t.refusalReason, 4)],
  reply: () => [words('body', 'reply', t.replyBody)],
  note: () => [words('body', 'note', t.noteBody)],
  reclassify: ({ kinds, documents }) => [
    { type: 'radios', name: 'requestKind', ...t.requestKind, choices: kinds },
    {
      type: 'select',
      name: 'documentKind',
      label: t.documentKind.label,
      hint: t.documentKind.hint,
      choices: [{ value: '', text: t.documentKind.none }, ...documents],
    },
    {
      type: 'radios',
      name: 'tVisaRelated',
      legend: t.tVisaRelated.legend,
      hint: t.tVisaRelated.hint,
      choices: [
        { value: 'yes', text: t.tVisaRelated.yes },
        { value: 'no', text: t.tVisaRelated.no },
      ],
    },
  ],
  'change-deadline': () => [
    {
      type: 'radios',
      name: 'deadlineKind',
      legend: t.deadlineKind.legend,
      missing: t.deadlineKind.missing,
      choices: [
        { value: 'court', text: t.deadlineKind.court },
        { value: 'filing', text: t.deadlineKind.filing },
        { value: 'none', text: t.deadlineKind.none },
      ],
    },
    { type: 'date', name: 'date', legend: t.date.legend, hint: t.date.hint },
  ],
};

export function decisionForm(kind: DecisionKind, context: FormContext): DecisionForm {
  return { kind, fields: FIELDS[kind](context).map((field) => withReaders(field, context.hasSupervisor)) };
}

export function isDecisionKind(text: string): text is DecisionKind {
  return Object.hasOwn(FIELDS, text);
}
