import { REDIRECTIONS } from '../../../../../domain/requests/decisions/redirect.js';
import { redirectionLabels, fieldText as t } from '../../../../text/staff-decisions.js';
import type { Field } from '../decision-form.js';
import { type DecisionSheet, typed, words, wrong } from './sheet.js';

/** Value of the choice of every workshop; no id of one. */
const EVERY_WORKSHOP = '*';

export const redirect: DecisionSheet = {
  fields: ({ mentors, resources, workshops, call }): Field[] => [
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
  wrong: ({ to, workshop }) =>
    to === 'workshop' && workshop === '' ? [wrong('workshop', t.workshop.unchosen)] : [],
  toDecision: (values) => ({
    to: typed(values, 'to'),
    note: typed(values, 'note'),
    workshop: values.workshop === EVERY_WORKSHOP ? undefined : typed(values, 'workshop'),
    resources: typed(values, 'resources')?.split(','),
  }),
  final: true,
  endsOthers: true,
};
