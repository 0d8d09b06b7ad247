import type { Away } from '../../../../usecases/absences/away-now.js';
import type { Texts } from '../../../text/texts.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';

/**
 * Asked where somebody who may be chosen is away and has a stand-in. At first nothing is said: the rule that the server has
 * decides for whoever is chosen by then, and by the date.
 */
export function orStandInField({ staff: { desk } }: Texts, staff: readonly { away: Away | null }[]): Field[] {
  if (!staff.some(({ away }) => away?.standIn)) return [];
  const { label, rest, standIn, them } = desk.away.whenAway;
  return [
    {
      type: 'select',
      name: 'orStandIn',
      label,
      choices: [
        { value: '', text: rest },
        { value: 'yes', text: standIn },
        { value: 'no', text: them },
      ],
    },
  ];
}

/** Undefined: where the rest of their work went; also where it was not asked. */
export function wantsStandIn(typed: Fields): boolean | undefined {
  const said = one(typed, 'orStandIn');
  return said === 'yes' ? true : said === 'no' ? false : undefined;
}
