import type { Away } from '../../../../usecases/absences/away-now.js';
import type { Texts } from '../../../text/texts.js';
import { type Fields, many } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';

/** Asked where somebody who may be chosen is away and has a stand-in. */
export function orStandInField({ staff: { desk } }: Texts, staff: readonly { away: Away | null }[]): Field[] {
  if (!staff.some(({ away }) => away?.standIn)) return [];
  return [
    {
      type: 'checkboxes',
      name: 'orStandIn',
      small: true,
      choices: [{ value: 'yes', text: desk.away.orStandIn }],
    },
  ];
}

export const wantsStandIn = (typed: Fields): boolean => many(typed, 'orStandIn').includes('yes');
