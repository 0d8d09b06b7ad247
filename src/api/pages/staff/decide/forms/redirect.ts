import { REDIRECTIONS } from '../../../../../domain/requests/decisions/redirect.js';
import { many, one } from '../../../kit/fields.js';
import type { Field } from '../../../kit/form.js';
import { staffPaths } from '../../staff-paths.js';
import { type DecisionSheet, typedIn, words, wrong } from './sheet.js';

/** Value of the choice of every workshop; no id of one. */
const EVERY_WORKSHOP = '*';

export const redirect: DecisionSheet = {
  fields({ mentors, resources, workshops, call }, { staff: { decisions } }): Field[] {
    const t = decisions.redirect.fields;
    return [
      {
        type: 'radios',
        name: 'to',
        legend: t.to.legend,
        missing: t.to.missing,
        choices: REDIRECTIONS.filter((to) => mentors || to !== 'mentor').map((value) => ({
          value,
          text: t.to.choices[value],
          ...(value === 'legal-working-group' ? { hint: t.to.theirCall(call) } : {}),
          ...(value === 'mentor' ? { hint: t.to.thenMentor } : {}),
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
      words('note', t.note),
    ];
  },
  wrong: (typed, { staff: { decisions } }) =>
    one(typed, 'to') === 'workshop' && typed.workshop === ''
      ? [wrong('workshop', decisions.redirect.fields.workshop.unchosen)]
      : [],
  toDecision: (typed) => ({
    to: typedIn(typed, 'to'),
    note: typedIn(typed, 'note'),
    workshop: one(typed, 'workshop') === EVERY_WORKSHOP ? undefined : typedIn(typed, 'workshop'),
    resources: many(typed, 'resources').length > 0 ? many(typed, 'resources') : undefined,
  }),
  // Whom to propose is chosen next.
  next: (typed, id) =>
    one(typed, 'to') === 'mentor' ? `${staffPaths.desk('mentors/propose/:request', id)}?done=redirect` : null,
  final: true,
  endsOthers: true,
  endsTasks: true,
};
