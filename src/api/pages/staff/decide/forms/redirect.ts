import { REDIRECTIONS } from '../../../../../domain/requests/decisions/redirect.js';
import { redirectionLabels, fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { many, one } from '../../../kit/fields.js';
import type { DecisionField } from '../decision-form.js';
import { type DecisionSheet, typedIn, words, wrong } from './sheet.js';

/** Value of the choice of every workshop; no id of one. */
const EVERY_WORKSHOP = '*';

export const redirect: DecisionSheet = {
  fields: ({ mentors, resources, workshops, call }): DecisionField[] => [
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
  wrong: (typed) =>
    one(typed, 'to') === 'workshop' && typed.workshop === '' ? [wrong('workshop', t.workshop.unchosen)] : [],
  toDecision: (typed) => ({
    to: typedIn(typed, 'to'),
    note: typedIn(typed, 'note'),
    workshop: one(typed, 'workshop') === EVERY_WORKSHOP ? undefined : typedIn(typed, 'workshop'),
    resources: many(typed, 'resources').length > 0 ? many(typed, 'resources') : undefined,
  }),
  final: true,
  endsOthers: true,
};
