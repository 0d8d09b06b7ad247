import type { Colleague } from '../../../../usecases/people/colleagues.js';
import type { Texts } from '../../../text/texts.js';
import type { Choice, Field, Form } from '../../kit/form.js';
import { colleagueWords } from '../absences/away-words.js';
import { orStandInField } from '../absences/or-stand-in.js';
import { staffPaths } from '../staff-paths.js';

/** The form that gives requests to one of the staff. `requests`: its boxes; left out, they stand in the queue's rows. */
export function assignForm(
  texts: Texts,
  { staff, back, requests }: { staff: readonly Colleague[]; back: string; requests?: Choice[] },
): Form {
  const { staff: t } = texts;
  const { assign: text } = t.desk;
  const boxes: Field = requests
    ? {
        type: 'checkboxes',
        name: 'request',
        legend: text.chosen,
        choices: requests,
        small: true,
        missing: text.chooseSome,
      }
    : { type: 'own', name: 'request' };
  return {
    action: staffPaths.desk('assign'),
    id: 'assign',
    ...(requests ? {} : { classes: 'desk-assign' }),
    hidden: { back },
    fields: [
      boxes,
      {
        type: 'select',
        name: 'to',
        label: text.to.label,
        missing: text.to.missing,
        choices: [
          { value: '', text: text.to.nobody },
          ...staff.map(({ email, name, open, away }) => ({
            value: email,
            text: `${name} (${colleagueWords(texts, away, [t.decisions.assign.fields.to.openRequests(open)])})`,
          })),
        ],
      },
      ...orStandInField(texts, staff),
    ],
    buttons: [requests ? { text: text.button } : { text: text.ofChosen, style: 'secondary' as const }],
    ...(requests ? { cancel: { href: back, text: text.back } } : {}),
  };
}
